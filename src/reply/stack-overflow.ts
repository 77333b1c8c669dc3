/** Whether an error says that a tree was too deep to walk; Firefox has an error of its own for it. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError')
}
