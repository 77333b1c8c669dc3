import { buildIndex } from '../../../src/node/index.js'
import { idsOf, toReply } from '../libraries/dafu.js'
import { evenly, mean } from '../measures/mean.js'
import { reciprocalRanks } from '../measures/retrieval.js'
import type { QuestionSet } from '../sets.js'
import { format, layOut } from '../table.js'
import { meanWithInterval } from './bootstrap.js'
import { CONSTANTS, type Constant, chosenValue } from './constants.js'
import { type Moved, openMoved } from './open-moved.js'

const QUESTIONS = 1_000
const FACTORS = [0.8, 1.2]

const score = (value: number): string => format(value, { unit: 'score' })
/** One place more, for most intervals are narrow. */
const gain = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`

/**
 * A Markdown table: MRR@10 of each set with every constant as it is and a fifth lower and higher, and what is gained by it,
 * with the 95 % interval over resampled questions.
 */
export async function sensitivityOf(
  sets: readonly QuestionSet[],
  log: (line: string) => void,
  constants: readonly Constant[] = CONSTANTS,
): Promise<string> {
  const lines = constants.flatMap((constant) =>
    FACTORS.map((factor) => {
      const value = chosenValue(constant) * factor
      return {
        constant,
        value: constant.whole ? Math.round(value) : Number(value.toPrecision(6)),
        cells: [] as string[],
      }
    }),
  )
  for (const set of sets) {
    const questions = evenly(set.questions, QUESTIONS)
    for (const titles of new Set(constants.map((constant) => constant.titles))) {
      const index = await indexOf(set, titles)
      const ranksWith = async (moved?: Moved): Promise<number[]> => {
        const opened = await openMoved(index, moved)
        const ranks = await reciprocalRanks((query, limit) => idsOf(opened, query, limit), questions)
        await opened.close()
        return ranks
      }
      const chosen = await ranksWith()
      for (const { constant, value, cells } of lines.filter((line) => line.constant.titles === titles)) {
        const ranks = await ranksWith({ constant, value })
        const { mean: gained, low, high } = meanWithInterval(ranks.map((rank, i) => rank - chosen[i]!))
        cells.push(score(mean(chosen)), score(mean(ranks)), `${gain(gained)} [${gain(low)}, ${gain(high)}]`)
        log(`${set.name}: ${constant.name} ${value}: ${cells.slice(-1)}`)
      }
    }
  }
  const header = ['', 'chosen', 'moved', ...sets.flatMap(({ name }) => [`${name}: chosen`, 'moved', 'gain'])]
  const rows = lines.map(({ constant, value, cells }) => [
    constant.name,
    String(chosenValue(constant)),
    String(value),
    ...cells,
  ])
  return layOut([header, ...rows])
}

async function indexOf({ contexts }: QuestionSet, titles: Constant['titles']): Promise<Uint8Array> {
  const built = await buildIndex(
    contexts.map(({ id, text, title }) => toReply({ id, text, ...(titles && title && { [titles]: title }) })),
  )
  const bytes = await built.toBytes()
  await built.close()
  return bytes
}
