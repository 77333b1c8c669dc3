import { BitWriter } from './codec/bit-writer.js'
import { writeNumbers } from './codec/numbers.js'
import { LISTS, type ListName } from './lexicon.js'
import type { WrittenList } from './list-writer.js'

/** The sorted lists of an index, and their directory. */
export class LexiconWriter {
  readonly #lists = new Map<ListName, Omit<WrittenList, 'nodes'>>()
  #nodes: Uint8Array[] = []

  /** Lists come in the order of `LISTS`; one that is left out is empty. */
  add({ nodes, ...list }: WrittenList): void {
    this.#lists.set(list.name, list)
    this.#nodes.push(...nodes)
  }

  /** The section `lexicon` in pieces, which are not kept. */
  *pieces(): Generator<Uint8Array> {
    const nodes = this.#nodes.reverse()
    this.#nodes = []
    for (let piece = nodes.pop(); piece; piece = nodes.pop()) yield piece
  }

  /** The section `directory` or `vocabularies`. */
  directory(names: readonly ListName[]): Uint8Array {
    const writer = new BitWriter()
    let first = 0
    for (const name of LISTS.slice(0, LISTS.indexOf(names[0]!))) {
      for (const pages of this.#lists.get(name)?.pages ?? []) first += pages
    }
    writer.golomb(first, 8)
    for (const name of names) {
      const list = this.#lists.get(name)
      writer.golomb(list?.terms ?? 0, 8)
      writer.golomb(list?.pages.length ?? 0, 8)
      if (list) writer.append(list.separators.bytes, list.separators.bits)
      writeNumbers(writer, list?.pages ?? [])
    }
    return writer.view()
  }
}
