import { type Command, CommanderError, InvalidArgumentError } from 'commander'
import { DafuError } from '../errors.js'

const FAILURE = 1
const USAGE = 2
const INTERRUPTED = 130

/** Ends the command without more words: what there is to say has been said. */
export class ReportedError extends Error {}

/**
 * Runs a command to its exit code: 0, 1 for an error (one line on stderr), 2 for a wrong call, 130 after Ctrl-C. A reader
 * that closes the pipe early, such as `head`, is no error.
 */
export async function runProgram(program: Command, argv: readonly string[] = process.argv): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  exitByThrowing(program)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** Aborts on the first Ctrl-C, so that the command can tidy up; the second one ends the process as usual. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  return controller.signal
}

/** For an option: a whole number from 0. */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

/** For an option: a whole number from 1. */
export function positiveNumber(value: string): number {
  const number = wholeNumber(value)
  if (number === 0) throw new InvalidArgumentError('It must be 1 or more.')
  return number
}

function exitByThrowing(command: Command): void {
  const usage = command.createHelp().commandUsage(command)
  command.exitOverride().showHelpAfterError(`Usage: ${usage}\n(--help says more)`)
  for (const inner of command.commands) exitByThrowing(inner)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  if (error instanceof ReportedError) return FAILURE
  if ((error as Error)?.name === 'AbortError') {
    process.stderr.write('Interrupted.\n')
    return INTERRUPTED
  }
  if (!(error instanceof DafuError)) throw error
  process.stderr.write(`dafu: ${error.message}\n`)
  return FAILURE
}
