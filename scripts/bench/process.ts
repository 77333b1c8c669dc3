import { spawn } from 'node:child_process'
import type { Answer, Task } from './child.js'
import type { Figures } from './statistics.js'

/** MiniSearch needs more than Node gives by default; dafu is measured as it is used. */
const HEAP_MEGABYTES = 12_000

export interface ProcessOptions {
  /** The compiled `child.ts`. */
  child: string
  /** A folder for a CPU profile of the process. */
  profile?: string | undefined
}

/** Runs one task in a Node process of its own. */
export function runTask(task: Task, { child, profile }: ProcessOptions): Promise<Figures> {
  const flags = [
    '--expose-gc',
    ...(['dafu', 'opensearch'].includes(task.engine) ? [] : [`--max-old-space-size=${HEAP_MEGABYTES}`]),
    ...(profile
      ? [
          '--cpu-prof',
          `--cpu-prof-dir=${profile}`,
          `--cpu-prof-name=${task.engine}-${task.operation}.cpuprofile`,
        ]
      : []),
  ]
  return new Promise((done, fail) => {
    const process_ = spawn(process.execPath, [...flags, child], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let answer: Answer | undefined
    process_.on('message', (message: Answer) => {
      answer = message
    })
    process_.on('error', fail)
    process_.on('exit', (code, signal) => {
      const what = `${task.engine}, ${task.operation}`
      if (!answer) fail(new Error(`${what}: the process ended with ${signal ?? `code ${code}`}.`))
      else if ('error' in answer) fail(new Error(`${what}: ${answer.error}`))
      else done(answer.figures)
    })
    process_.send(task)
  })
}
