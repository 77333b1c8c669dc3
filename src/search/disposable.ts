/** What `await using` asks for, in programs whose TypeScript library has it (`esnext.disposable`). */
export type AsyncDisposableIfKnown = SymbolConstructor extends {
  readonly asyncDispose: infer AsyncDispose extends symbol
}
  ? { readonly [Name in AsyncDispose]: () => Promise<void> }
  : object

/** Adds `Symbol.asyncDispose` where the platform has it. */
export function disposable<T extends { close(): Promise<void> }>(
  closable: Omit<T, keyof AsyncDisposableIfKnown>,
): T {
  const whole = closable as T
  const asyncDispose = (Symbol as { asyncDispose?: symbol }).asyncDispose
  if (!asyncDispose) return whole
  return Object.defineProperty(whole, asyncDispose, { value: () => whole.close() })
}
