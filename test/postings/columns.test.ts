import { describe, expect, it } from 'vitest'
import { COLUMNS, columnsOf, roleOf } from '../../src/postings/columns.js'
import type { Column, ColumnName } from '../../src/postings/posting-store.js'
import { letters } from './test-posting-store.js'

const columns = columnsOf(letters)

function valuesOf(name: ColumnName, paragraph: number): string[] {
  const { values, numbers, starts } = columns.get(name) as Column
  return [...numbers.subarray(starts[paragraph], starts[paragraph + 1])].map((number) => values[number]!)
}

describe('columnsOf', () => {
  it('gives each paragraph the values of its reply', () => {
    expect(valuesOf('issuer', 2)).toEqual(['株洲市科学技术局'])
    expect(valuesOf('year', 0)).toEqual(['2025'])
    expect(valuesOf('date', 0)).toEqual(['2025-07-03'])
    expect(valuesOf('session', 0)).toEqual(['十届四次'])
    expect(valuesOf('category', 0)).toEqual(['A'])
    expect(valuesOf('recipient', 0)).toEqual(['何涌', '黄立志'])
    expect(valuesOf('reply', 5)).toEqual(['2104300'])
  })

  it('takes each of several proposals, and each value once', () => {
    expect(valuesOf('proposal', 3)).toEqual(['106', '107'])
    expect(valuesOf('kind', 3)).toEqual(['建议', '议案'])
    expect(valuesOf('session', 3)).toEqual(['十届四次'])
  })

  it('takes the titles of all sections around a paragraph and the nearest role', () => {
    expect(valuesOf('section', 4)).toEqual(['当前工作情况', '揭榜挂帅'])
    expect(valuesOf('role', 4)).toEqual(['progress'])
    expect(valuesOf('role', 0)).toEqual([])
    expect(roleOf([])).toBeUndefined()
  })

  it('numbers replies by their place, those without paragraphs too', () => {
    expect(columns.get('reply')!.values).toEqual(['2104071', '2104106', '2104200', '2104300'])
  })

  it('sorts values by code unit', () => {
    for (const name of COLUMNS) {
      const { values } = columns.get(name)!
      expect([...values]).toEqual([...values].sort())
    }
  })
})
