// Terms of names that stand for a whole letter, where the number of another letter holds the same digits. Their sign and
// their length keep them apart from all that is read from texts.

/** The number of a proposal, by whatever zeros it begins with: 第005号 is 第5号. */
export function numberTerm(number: string): string {
  return `#${number.replace(/^0+(?=\d)/, '')}`
}

/** A day, or a month, in figures: 20240723, 202407. */
export function dateTerm(...figures: readonly string[]): string {
  return figures.map((part) => part.padStart(2, '0')).join('')
}

/** Of 0723, that day of any year: -0723. */
export function dayTerm(date: string): string {
  return `-${date}`
}
