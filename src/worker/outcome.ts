import * as errors from '../errors.js'

/** A value or an error in a form that messages can carry with its class. */
export type Outcome<Value> = { value: Value } | { error: WireError }

interface WireError {
  name: string
  message: string
  stack?: string | undefined
  cause?: WireError | undefined
  /** What its class adds: `issues`, `status` and so on. */
  details: Record<string, unknown>
}

const CLASSES: Readonly<Record<string, { prototype: Error }>> = { ...errors, RangeError, TypeError }

export async function outcomeOf<Value>(answer: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await answer() }
  } catch (error) {
    return { error: toWire(error) }
  }
}

/** @throws What the other side threw: of the same class, with the same fields. */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if ('value' in outcome) return outcome.value
  throw fromWire(outcome.error)
}

function toWire(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), details: {} }
  const { name, message, stack, cause, ...details } = error
  return {
    name,
    message,
    stack,
    ...(cause !== undefined && { cause: toWire(cause) }),
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => typeof value !== 'function')),
  }
}

function fromWire({ name, message, stack, cause, details }: WireError): Error {
  const error = new Error(message, cause && { cause: fromWire(cause) })
  Object.setPrototypeOf(error, (CLASSES[name] ?? Error).prototype)
  return Object.assign(error, details, { name, stack })
}
