/** Adds `Symbol.asyncDispose` where the platform has it; types that name it would need a newer TypeScript library. */
export function disposable<T extends { close(): Promise<void> }>(closable: T): T {
  const asyncDispose = (Symbol as { asyncDispose?: symbol }).asyncDispose
  if (!asyncDispose) return closable
  return Object.defineProperty(closable, asyncDispose, { value: () => closable.close() })
}
