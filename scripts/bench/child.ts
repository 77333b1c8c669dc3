import type { EngineName } from './engines/engine.js'
import { measureBuild } from './operations/build.js'
import { measureNetwork } from './operations/network.js'
import { measureQueries } from './operations/query.js'
import { measureTyping } from './operations/typing.js'
import type { Figures } from './statistics.js'

export type Operation = 'build' | 'query' | 'network' | 'typing'

/** What a fresh process is asked for. */
export interface Task {
  operation: Operation
  engine: EngineName
  /** The folder of the paragraphs and queries. */
  data: string
  /** The folder of the engine's index. */
  folder: string
}

export type Answer = { figures: Figures } | { error: string }

const OPERATIONS: Record<Operation, (engine: EngineName, data: string, folder: string) => Promise<Figures>> =
  {
    build: measureBuild,
    query: measureQueries,
    network: measureNetwork,
    typing: (_, data, folder) => measureTyping(data, folder),
  }

// Run by `process.ts`, which sends one task and waits for one answer.
process.once('message', async ({ operation, engine, data, folder }: Task) => {
  let answer: Answer
  try {
    answer = { figures: await OPERATIONS[operation](engine, data, folder) }
  } catch (error) {
    answer = { error: (error as Error).stack ?? String(error) }
  }
  process.send?.(answer, () => process.disconnect())
})
