import { mean } from '../measures/mean.js'
import { oneOf, seeded } from '../random.js'

const RESAMPLES = 2_000
const SEED = 11

/** The mean of paired differences and its 95 % interval, by the percentiles of resampled means. */
export function meanWithInterval(differences: readonly number[]): {
  mean: number
  low: number
  high: number
} {
  const random = seeded(SEED)
  const means = Float64Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => oneOf(random, differences))),
  ).sort()
  const at = (share: number): number => means[Math.round(share * (RESAMPLES - 1))]!
  return { mean: mean(differences), low: at(0.025), high: at(0.975) }
}
