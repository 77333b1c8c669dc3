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

/** The bigrams of a run; of one character, that. */
export function pairsOf(run: string): string[] {
  const bigrams = bigramsOf(run)
  return bigrams.length > 0 || !run ? bigrams : [run]
}
