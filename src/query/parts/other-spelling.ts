/**
 * Words, their usual Simplified spelling first, that OpenCC writes with a character of another meaning (坐标 as 座標), so
 * that folding must keep the two apart elsewhere.
 *
 * Source: https://github.com/BYVoid/OpenCC/blob/master/data/dictionary/STPhrases.txt
 */
const WORDS =
  '坐标 座标 家具 家俱 想象 想像 项链 项炼 手链 手炼 金链 金炼 上链 上炼 链形 炼形 链坠 炼坠 颈链 颈炼 呆着 待着'.split(
    ' ',
  )
const PAIRS = WORDS.flatMap((usual, i) => (i % 2 === 0 ? [[usual, WORDS[i + 1]!] as const] : []))

/** A folded text in the usual spelling and in the other one; nothing for one without such words. */
export function spellingsOf(text: string): readonly string[] {
  if (!WORDS.some((word) => text.includes(word))) return []
  const usual = PAIRS.reduce((spelled, [to, from]) => spelled.replaceAll(from, to), text)
  const other = PAIRS.reduce((spelled, [from, to]) => spelled.replaceAll(from, to), usual)
  return usual === other ? [] : [usual, other]
}

/** Whether the words of a text that have two spellings stand in this one. */
export function isStandingSpelling(text: string, stands: (bigram: string) => boolean): boolean {
  return WORDS.every((word) => !text.includes(word) || stands(word))
}
