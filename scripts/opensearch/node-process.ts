import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Artifacts } from './artifacts.js'

/** How long a node may take to end by itself. */
const GRACE = 10_000

/** One node of a cluster: a process of its own, which can fail without the others. */
export interface NodeProcess {
  /** Where it answers. */
  readonly url: string
  /** Starts it, with the data that it had; resolves when it answers. */
  start(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Has it neither work nor answer, with its connections open, until `resume`. */
  pause(): void
  resume(): void
  /** Ends it in order. */
  stop(): Promise<void>
}

export interface NodeOptions extends Artifacts {
  /** Where its data are. */
  folder: string
  /** Most memory of its heap, as `java` reads it: `256m`. */
  heap: string
  /** Others for `java`. */
  flags: readonly string[]
  httpPort: number
  /** Of OpenSearch. */
  settings: Record<string, string>
}

export function nodeProcess(options: NodeOptions): NodeProcess {
  const url = `http://127.0.0.1:${options.httpPort}`
  let child: ChildProcess | undefined

  async function end(how: (child: ChildProcess) => void): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    how(child)
    await closed
  }

  // A process that is killed leaves its nodes without input, at which they end; this is for one that exits.
  process.on('exit', () => child?.kill('SIGKILL'))

  return {
    url,
    async start() {
      child = await launch(options)
    },
    kill: () => end((child) => child.kill('SIGKILL')),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    stop: () =>
      end((child) => {
        child.kill('SIGCONT')
        child.stdin?.end()
        const late = setTimeout(() => child.kill('SIGKILL'), GRACE)
        child.once('close', () => clearTimeout(late))
      }),
  }
}

/** Resolves when the node answers; its output is in `node.log` of its folder. */
async function launch({
  java,
  classPath,
  folder,
  heap,
  flags,
  httpPort,
  settings,
}: NodeOptions): Promise<ChildProcess> {
  await mkdir(join(folder, 'config'), { recursive: true })
  const all = { ...settings, 'path.home': folder, 'http.port': String(httpPort) }
  const child = spawn(
    java,
    [
      `-Xms${heap}`,
      `-Xmx${heap}`,
      ...flags,
      '--enable-native-access=ALL-UNNAMED',
      '-cp',
      classPath,
      'ClusterNode',
      ...Object.entries(all).map(([name, value]) => `${name}=${value}`),
    ],
    // A group of its own: Ctrl-C is for whoever started it.
    { detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const log = join(folder, 'node.log')
  const output = createWriteStream(log, { flags: 'a' })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  await new Promise<void>((resolve, reject) => {
    async function fail(code: number | null): Promise<never> {
      const last = (await readFile(log, 'utf8')).split('\n').slice(-20).join('\n')
      throw new Error(`An OpenSearch node ended before it answered (exit code ${code}): ${last}`)
    }
    const onClose = (code: number | null): void => void fail(code).catch(reject)
    child.stdout.on('data', (text: Buffer) => {
      if (!text.includes('started')) return
      // When it ends after this, its folder may be gone.
      child.off('close', onClose)
      resolve()
    })
    child.once('error', reject)
    child.once('close', onClose)
  })
  return child
}
