import { type ChildProcessWithoutNullStreams as Child, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd?: string
  env?: Record<string, string>
}

/** Runs a program to its end, without a terminal. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(program, args, options)
  child.stdin.end()
  return outcome(child)
}

/** Types each line when the program has prompted for it, and then ends the input. The lines stand in `stdout`. */
export function converse(
  program: string,
  args: readonly string[],
  lines: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const child = start(program, args, options)
  const open = [...lines]
  const done = outcome(child)
  child.stdout.on('data', (text: string) => {
    if (!text.endsWith('> ')) return
    const line = open.shift()
    if (line === undefined) {
      child.stdin.end()
    } else {
      child.stdin.write(`${line}\n`)
      child.stdout.emit('data', `${line}\n`)
    }
  })
  return done
}

/** The command `dafu` as `npm run build` left it. */
export const DAFU: string = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

export function dafu(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return run(process.execPath, [DAFU, ...args], options)
}

function start(program: string, args: readonly string[], { cwd, env }: RunOptions): Child {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
  })
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  return child
}

function outcome(child: Child): Promise<Run> {
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: string) => {
    stdout += text
  })
  child.stderr.on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
