/** Every pair of neighbouring characters (code points) of a run, in order; none for a run of one character. */
export function bigramsOf(run: string): string[] {
  const bigrams: string[] = []
  let previous = ''
  for (const character of run) {
    if (previous) bigrams.push(previous + character)
    previous = character
  }
  return bigrams
}
