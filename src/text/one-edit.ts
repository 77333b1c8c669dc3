/** Whether one text has a letter more, fewer or other than the other, or two exchanged. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  const exchanged = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
  return exchanged || (left.length <= 1 && right.length <= 1)
}
