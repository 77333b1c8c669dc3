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

export function toWire(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), details: {} }
  const { name, message, stack, cause, ...details } = error
  return {
    name,
    message,
    stack,
    ...(cause !== undefined && { cause: toWire(cause) }),
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
