/** Where an index that is being built puts what need not stay in memory. */
export interface Scratch {
  /** Returns where the bytes begin; they follow those before them. */
  append(bytes: Uint8Array): number
  /** Good until the next call. */
  read(position: number, length: number): Uint8Array
}
