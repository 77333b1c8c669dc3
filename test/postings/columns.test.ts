import { describe, expect, it } from 'vitest'
import { COLUMNS, columnOf, type DerivedColumn } from '../../src/postings/columns.js'
import { replyOf } from './reference.js'
import { letters } from './test-posting-store.js'

function valuesOf(name: DerivedColumn, paragraph: number, replies = letters): string[] {
  const { values, numbers, starts } = columnOf(name, replies)
  return [...numbers.subarray(starts[paragraph], starts[paragraph + 1])].map((number) => values[number]!)
}

describe('columnOf', () => {
  it('gives each paragraph the values of its reply', () => {
    expect(valuesOf('issuer', 2)).toEqual(['株洲市科学技术局'])
    expect(valuesOf('year', 0)).toEqual(['2025'])
    expect(valuesOf('date', 0)).toEqual(['2025-07-03'])
    expect(valuesOf('session', 0)).toEqual(['十届四次'])
    expect(valuesOf('category', 0)).toEqual(['A'])
    expect(valuesOf('recipient', 0)).toEqual(['何涌', '黄立志'])
    expect(valuesOf('reply', 5)).toEqual(['2104300'])
  })

  it('takes the year of a month that stands for the date, and then that of the document number', () => {
    const year = (values: object) => valuesOf('year', 0, [{ ...letters[0]!, ...values }])
    const undated = { date: undefined, documentNumber: '青水函〔2023〕18号' } as object
    expect(year({ ...undated, datePrinted: '2024年11月' })).toEqual(['2024'])
    expect(year({ ...undated, datePrinted: '二〇二四年十一月' })).toEqual(['2023'])
    expect(year({ ...undated, datePrinted: undefined })).toEqual(['2023'])
    expect(year({ date: undefined, datePrinted: undefined, documentNumber: undefined })).toEqual([])
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
  })

  it('numbers replies by their place, those without paragraphs too', () => {
    expect(columnOf('reply', letters).values).toEqual(['2104071', '2104106', '2104200', '2104300'])
  })

  it('takes from the text of a paragraph what it says and what it cites', () => {
    const replies = [
      replyOf('1', [
        '下一步，按照《云桥市物业管理条例》和云政办发[2022] 19号文件，投入50万元。',
        '经研究，暂不具备条件。',
        '柳溪渠全长12公里。',
      ]),
    ]
    expect(valuesOf('mark', 0, replies)).toEqual(['amount', 'citation', 'promise'])
    expect(valuesOf('cites', 0, replies)).toEqual(['云政办发〔2022〕19号', '云桥市物业管理条例'])
    expect(valuesOf('mark', 1, replies)).toEqual(['refusal'])
    expect([valuesOf('mark', 2, replies), valuesOf('cites', 2, replies)]).toEqual([[], []])
  })

  it('takes a sentence of a section that holds plans for a promise', () => {
    const [reply] = [replyOf('1', ['完善创新政策体系。'])]
    expect(valuesOf('mark', 0, [reply!])).toEqual([])
    reply!.sections[0]!.role = 'plan'
    expect(valuesOf('mark', 0, [reply!])).toEqual(['promise'])
  })

  it('takes the years in which promises fall due from the date of the letter', () => {
    const reply = replyOf('1', ['争取明年6月底前完工，三年内建成。', '已于2024年底前完工。'])
    expect(valuesOf('due', 0, [reply])).toEqual([])
    reply.date = '2024-07-12'
    expect(valuesOf('due', 0, [reply])).toEqual(['2025', '2027'])
    expect(valuesOf('due', 1, [reply])).toEqual([])
  })

  it('sorts values by code unit', () => {
    for (const name of COLUMNS) {
      if (name === 'place') continue
      const { values } = columnOf(name, letters)
      expect([...values]).toEqual([...values].sort())
    }
  })
})
