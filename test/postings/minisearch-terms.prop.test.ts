import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TermMap } from '../../src/postings/minisearch-terms.js'

interface Model {
  plain: Map<string, number>
}
type Command = fc.Command<Model, TermMap<number>>

/** A term map must do what a plain Map does. */
function command(name: string, run: (model: Map<string, number>, real: TermMap<number>) => void): Command {
  return { check: () => true, run: ({ plain }, real) => run(plain, real), toString: () => name }
}

const term = fc.string({ unit: fc.constantFrom('先', '投', 'a', 'b', '𠮷'), minLength: 1, maxLength: 4 })

const commands = fc.commands(
  [
    fc.tuple(term, fc.nat(9)).map(([key, value]) =>
      command(`set(${key}, ${value})`, (plain, real) => {
        plain.set(key, value)
        real.set(key, value)
      }),
    ),
    term.map((key) =>
      command(`delete(${key})`, (plain, real) => {
        plain.delete(key)
        real.delete(key)
      }),
    ),
    fc.tuple(term, fc.nat(9)).map(([key, value]) =>
      command(`fetch(${key}, ${value})`, (plain, real) => {
        if (!plain.has(key)) plain.set(key, value)
        expect(real.fetch(key, () => value)).toBe(plain.get(key))
      }),
    ),
    term.map((key) =>
      command(`update(${key})`, (plain, real) => {
        plain.set(key, (plain.get(key) ?? 0) + 1)
        real.update(key, (value) => (value ?? 0) + 1)
      }),
    ),
    fc.constant(
      command('clear()', (plain, real) => {
        plain.clear()
        real.clear()
      }),
    ),
    term.map((key) =>
      command(`get(${key})`, (plain, real) => {
        expect([real.get(key), real.has(key), real.size]).toEqual([
          plain.get(key),
          plain.has(key),
          plain.size,
        ])
      }),
    ),
    fc.constant(
      command('entries()', (plain, real) => {
        const sorted = [...plain].sort()
        expect([...real.entries()].sort()).toEqual(sorted)
        expect([...real].sort()).toEqual(sorted)
        expect([...real.hashEntries()].sort()).toEqual(sorted)
        expect([...real.keys()].sort()).toEqual([...plain.keys()].sort())
        expect([...real.values()].sort()).toEqual([...plain.values()].sort())
        const visited: [string, number][] = []
        real.forEach((key, value) => {
          visited.push([key, value])
        })
        expect(visited.sort()).toEqual(sorted)
      }),
    ),
    term.map((prefix) =>
      command(`atPrefix(${prefix})`, (plain, real) => {
        const found = [...real.atPrefix(prefix).entries()].sort()
        expect(found).toEqual([...plain].filter(([key]) => key.startsWith(prefix)).sort())
      }),
    ),
    term.map((key) =>
      command(`fuzzyGet(${key})`, (plain, real) => {
        const found = [...real.fuzzyGet(key, 1)].map(([near]) => near).sort()
        expect(found).toEqual([...plain.keys()].filter((near) => distance(near, key) <= 1).sort())
      }),
    ),
  ],
  { maxCommands: 40 },
)

/** Edits between two strings, in code units. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

describe('TermMap', () => {
  it('does what a Map does, whatever is done to it', () => {
    fc.assert(
      fc.property(commands, (list) => {
        fc.modelRun(() => ({ model: { plain: new Map() }, real: new TermMap<number>() }), list)
      }),
      { numRuns: 300 },
    )
  })
})
