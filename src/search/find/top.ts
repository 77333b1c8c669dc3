/** Whether `a` comes before `b`. */
export type Before = (a: number, b: number) => boolean

/** Keeps the best `size` of all that is offered, in a heap whose root is the worst of them. */
export class Top {
  readonly #heap: number[] = []

  constructor(
    readonly size: number,
    readonly before: Before,
  ) {}

  offer(item: number): void {
    const heap = this.#heap
    if (heap.length < this.size) {
      heap.push(item)
      this.#rise(heap.length - 1)
    } else if (this.size > 0 && this.before(item, heap[0] as number)) {
      heap[0] = item
      this.#sink()
    }
  }

  get isFull(): boolean {
    return this.#heap.length === this.size
  }

  /** The worst of those kept; there is one. */
  get last(): number {
    return this.#heap[0]!
  }

  /** Best first. */
  sorted(): number[] {
    return [...this.#heap].sort((a, b) => (this.before(a, b) ? -1 : 1))
  }

  #rise(from: number): void {
    const heap = this.#heap
    const item = heap[from] as number
    let at = from
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!this.before(heap[parent] as number, item)) break
      heap[at] = heap[parent] as number
      at = parent
    }
    heap[at] = item
  }

  #sink(): void {
    const heap = this.#heap
    const item = heap[0] as number
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && this.before(heap[child] as number, heap[child + 1] as number)) child++
      if (!this.before(item, heap[child] as number)) break
      heap[at] = heap[child] as number
      at = child
    }
    heap[at] = item
  }
}
