/**
 * Tells whether a text matches an expression over classes of Unicode. The expression is made on first use: V8 reads one
 * that stands in the source as often as three times, each time with Unicode's tables, though nothing may ask it.
 *
 * @param pattern As for `RegExp`, which gets the flag `u`.
 */
export function matcher(pattern: string): (text: string) => boolean {
  let expression: RegExp | undefined
  return (text) => {
    expression ??= new RegExp(pattern, 'u')
    return expression.test(text)
  }
}
