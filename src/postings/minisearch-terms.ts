import SearchableMap from 'minisearch/SearchableMap'

/**
 * MiniSearch's term map with a hash map in front. A radix tree scans all siblings at every node, and Han text gives its
 * root thousands of them; so terms are kept in a `Map`, and the tree is filled only when a prefix or a fuzzy match asks
 * for it.
 */
export class TermMap<T> extends SearchableMap<T> {
  readonly #terms = new Map<string, T>()
  #treeIsStale = false

  override get(term: string): T | undefined {
    return this.#terms.get(term)
  }

  override has(term: string): boolean {
    return this.#terms.has(term)
  }

  override set(term: string, value: T): SearchableMap<T> {
    this.#terms.set(term, value)
    this.#treeIsStale = true
    return this
  }

  override fetch(term: string, initial: () => T): T {
    let value = this.#terms.get(term)
    if (value === undefined) {
      value = initial()
      this.set(term, value)
    }
    return value
  }

  override update(term: string, change: (value: T | undefined) => T): SearchableMap<T> {
    return this.set(term, change(this.#terms.get(term)))
  }

  override delete(term: string): void {
    this.#terms.delete(term)
    this.#treeIsStale = true
  }

  override clear(): void {
    this.#terms.clear()
    this.#treeIsStale = true
  }

  override get size(): number {
    return this.#terms.size
  }

  /** As `entries`, in no order, without filling the tree. */
  hashEntries(): Iterable<[string, T]> {
    return this.#terms
  }

  override atPrefix(prefix: string): SearchableMap<T> {
    this.#fillTree()
    return super.atPrefix(prefix)
  }

  override fuzzyGet(term: string, maxEditDistance: number): ReturnType<SearchableMap<T>['fuzzyGet']> {
    this.#fillTree()
    return super.fuzzyGet(term, maxEditDistance)
  }

  override entries(): ReturnType<SearchableMap<T>['entries']> {
    this.#fillTree()
    return super.entries()
  }

  override keys(): ReturnType<SearchableMap<T>['keys']> {
    this.#fillTree()
    return super.keys()
  }

  override values(): ReturnType<SearchableMap<T>['values']> {
    this.#fillTree()
    return super.values()
  }

  override forEach(visit: (term: string, value: T, map: SearchableMap) => void): void {
    for (const [term, value] of this.#terms) visit(term, value, this)
  }

  override [Symbol.iterator](): ReturnType<SearchableMap<T>['entries']> {
    return this.entries()
  }

  #fillTree(): void {
    if (!this.#treeIsStale) return
    super.clear()
    for (const [term, value] of this.#terms) super.set(term, value)
    this.#treeIsStale = false
  }
}
