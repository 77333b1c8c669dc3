import * as errors from '../errors.js'

/** An error in a form that messages can carry with its class. */
export interface WireError {
  name: string
  message: string
  stack?: string | undefined
  cause?: WireError | undefined
  /** What its class adds: `issues`, `status` and so on. */
  details: Record<string, unknown>
}

const CLASSES: Readonly<Record<string, { prototype: Error }>> = { ...errors, RangeError, TypeError }

/** @param told The errors of which this one is the cause: where causes go round, the last is left out. */
export function toWire(error: unknown, told: ReadonlySet<unknown> = new Set()): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), details: {} }
  const known = new Set(told).add(error)
  const { name, message, stack, cause, ...details } = error
  return {
    name,
    message,
    stack,
    ...(cause !== undefined && !known.has(cause) && { cause: toWire(cause, known) }),
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => canBeSent(value))),
  }
}

/** What the other side threw: of the same class, with the same fields. */
export function fromWire({ name, message, stack, cause, details }: WireError): Error {
  const error = new Error(message, cause && { cause: fromWire(cause) })
  Object.setPrototypeOf(error, (CLASSES[name] ?? Error).prototype)
  return Object.assign(error, details, { name, stack })
}

function canBeSent(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}
