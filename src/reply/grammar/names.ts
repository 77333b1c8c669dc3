const NAME = /^[\p{Script=Han}\p{Script=Latin}·•・.*○×〇]{2,16}$/u

/** John Q. Smith */
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}.'’\- ]{1,39}$/u
/** White space that does not stand between two words of a Latin name. */
const BETWEEN_WORDS = /(?<!\s)(?:(?<![\p{Script=Latin}.])\s+|\s+(?![\p{Script=Latin}\s]))/u

/** 沈  禾, where names beside it have their three characters. */
const SPREAD = /(?<!\S)(\S)\s+(\S)(?!\S|\s+\S(?!\S))/g

/**
 * The names of a list. `、`, commas and spaces part names, but single characters that stand apart are one
 * name spread to align it: `沈  禾` is 沈禾. Latin words are one name: `John Smith`.
 */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,；;]/)
    .flatMap((part) => {
      const words = part.trim().replace(SPREAD, '$1$2').split(BETWEEN_WORDS)
      return words.every((word) => word.length > 1)
        ? words.map((word) => word.replace(/\s+/g, ' '))
        : [words.join('')]
    })
    .filter(Boolean)
}

/** Whether a site has hidden a whole name: ××, ***. */
export function isHidden(name: string): boolean {
  return /^[xX×＊*○〇_＿某]+$/u.test(name)
}

/** Whether a text without white space, but that of Latin names, can be the name of a person or of a group of proposers. */
export function isName(text: string): boolean {
  return (NAME.test(text) || LATIN_NAME.test(text)) && !/提出|会议|收悉|关于|答复/.test(text)
}
