import { expect, it, vi } from 'vitest'
import { NumberMap } from '../../../src/opensearch/push/number-map.js'

it('keeps the last value of each number, up to 53 bits', () => {
  const map = new NumberMap()
  const keys = [0, 1, 64, 65, 2 ** 53 - 1]
  for (const [i, key] of keys.entries()) map.set(key, i)
  map.set(64, 2 ** 53 - 2)
  expect(keys.map((key) => map.get(key))).toEqual([0, 1, 2 ** 53 - 2, 3, 4])
  expect([map.size, map.get(128)]).toEqual([5, undefined])
  expect([...map.values()].sort((a, b) => a - b)).toEqual([0, 1, 3, 4, 2 ** 53 - 2])
})

it('spreads numbers over many maps, each of which could hold 2^24', () => {
  const map = new NumberMap()
  const set = vi.spyOn(Map.prototype, 'set')
  for (let key = 0; key < 640; key++) map.set(key, key)
  const maps = new Set(set.mock.contexts)
  set.mockRestore()
  expect([...maps].map((each) => (each as Map<number, number>).size)).toEqual(Array(64).fill(10))
})
