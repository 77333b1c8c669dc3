import type { EngineName } from './engines/engine.js'
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

/** Loads an operation alone: a browser's driver would add some 80 MB to the memory of a build. */
async function run({ operation, engine, data, folder }: Task): Promise<Figures> {
  switch (operation) {
    case 'build':
      return (await import('./operations/build.js')).measureBuild(engine, data, folder)
    case 'query':
      return (await import('./operations/query.js')).measureQueries(engine, data, folder)
    case 'network':
      return (await import('./operations/network.js')).measureNetwork(engine, data, folder)
    case 'typing':
      return (await import('./operations/typing.js')).measureTyping(data, folder)
  }
}

// Run by `process.ts`, which sends one task and waits for one answer.
process.once('message', async (task: Task) => {
  let answer: Answer
  try {
    answer = { figures: await run(task) }
  } catch (error) {
    answer = { error: (error as Error).stack ?? String(error) }
  }
  process.send?.(answer, () => process.disconnect())
})
