import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const NUMBERS = ['5', '77', '105', '177', '205', '277', '1005']

/** Letters that have little but their numbers and dates to be told apart by. */
function lettersOf(numbers: readonly string[]): ReturnType<typeof letter>[] {
  return numbers.map((number, i) =>
    letter(
      `letter-${number}`,
      { proposals: [{ kind: '提案', number, session: '十届五次会议' }], date: `2021-11-0${i + 1}` },
      [{ paragraphs: ['您提出的提案收悉，现答复如下：', '投入资金5005万元，新增8处。'] }],
    ),
  )
}

const index = await buildIndex(lettersOf(NUMBERS), { segmenter: listSegmenter() })

async function firstFor(query: string): Promise<string | undefined> {
  return (await index.search(query)).hits[0]?.paragraph.id
}

/** Letters whose telephones, zeros and other numbers hold pieces of a number that is asked for. */
const printed = await buildIndex(
  [
    letter('separated', { proposals: [{ kind: '提案', number: '0031' }] }, [
      {
        paragraphs: [
          '您提出的提案收悉。',
          '共提供学位2,160个，投资8,900万元。',
          '1.全区需改造164处，二、一六，六一。',
        ],
      },
    ]),
    letter(
      'plain',
      { proposals: [{ kind: '提案', number: '131' }], contacts: [{ phone: '0731-22161331' }] },
      [{ paragraphs: ['二、一是新增3150个，另有2处，160人。', '（一）六月动工，〇一。'] }],
    ),
  ],
  { segmenter: listSegmenter() },
)

function marksIn({ hits: [first] }: Awaited<ReturnType<typeof printed.search>>): string[] {
  return first!.highlights.map(({ start, end }) => first!.paragraph.text.slice(start, end))
}

describe('search', () => {
  it('finds a number alone however its thousands are separated, and no lists by its digits', async () => {
    for (const query of ['2160', '２１６０', '2,160', '二千一百六十']) {
      const result = await printed.search(query)
      expect([query, marksIn(result)]).toEqual([query, ['2,160']])
      const marks = result.hits.map(({ paragraph }) => paragraph.id)
      expect([query, ...marks]).not.toContain('plain/1/2')
    }
    expect(marksIn(await printed.search('8900'))).toEqual(['8,900'])
    for (const query of ['3150', '3,150']) expect(marksIn(await printed.search(query))).toEqual(['3150'])
    expect((await printed.search('二一六〇')).hits.map(({ paragraph }) => paragraph.id)).not.toContain(
      'plain/1/2',
    )
  })

  it('says of a number that only pieces of others hold that it stands nowhere', async () => {
    for (const number of ['2216', '61313', '99999999', '0002233445'])
      expect([number, (await printed.search(number)).query.notes]).toEqual([
        number,
        [{ kind: 'in no paragraph', words: [number] }],
      ])
    for (const number of ['2160', '8900', '31', '031', '第31号'])
      expect([number, (await printed.search(number)).query.notes]).toEqual([number, []])
  })

  it('does not say so of a number that a hit prints with letters or digits beside it', async () => {
    const powered = await buildIndex(
      [
        letter('power', { proposals: [{ kind: '提案', title: '关于220kV线路的提案' }] }, [
          { paragraphs: ['新建500kV变电站、35kV线路和DN300管道。', '建成1000kV线路，编号612345678。'] },
        ]),
        letter('other', {}, [{ paragraphs: ['50人，00号楼，10处，12组，23栋。'] }]),
      ],
      { segmenter: listSegmenter() },
    )
    for (const number of ['500', '35', '300', '1000', '１０００', '220', '23456', '1000 线路', '500 管道'])
      expect([number, (await powered.search(number)).query.notes]).toEqual([number, []])
    for (const number of ['5000', '1023', '5000 线路'])
      expect([number, (await powered.search(number)).query.notes]).toEqual([
        number,
        [{ kind: 'in no paragraph', words: [number.split(' ')[0]] }],
      ])
  })

  it('says so of no number whose pairs stand where the first hits of all are not seen', async () => {
    for (const options of [
      { limit: 0 },
      { offset: 10 },
      { filter: { kind: '提案' } },
      { sort: 'date' },
    ] as const)
      for (const [number, count] of [
        ['2216', 0],
        ['99999999', 1],
      ] as const)
        expect((await printed.search(number, options)).query.notes).toHaveLength(count)
  })

  it('finds a letter by its number, and not one whose number holds that', async () => {
    for (const number of NUMBERS)
      for (const query of [
        `第${number}号`,
        `第${number}号提案`,
        `${number}号`,
        `${number}号提案`,
        `第${number}号建议`,
        number,
        number.padStart(4, '0'),
        `十届五次会议第${number}号提案`,
        `“第${number}号”`,
        `第${number.padStart(4, '0')}号`,
      ])
        expect([query, await firstFor(query)]).toEqual([query, `letter-${number}/1/1`])
  })

  it('claims of no number of a letter that it stands nowhere', async () => {
    for (const number of NUMBERS) expect((await index.search(`第${number}号提案`)).query.notes).toEqual([])
  })

  it('finds a letter by its date', async () => {
    for (const query of [
      '2021年11月2日',
      '2021年11月02日',
      '二〇二一年十一月二日',
      '2021-11-02',
      '2021年11月2日的答复',
      '2021.11.2',
      '2021/11/02',
      '20211102',
      '“2021年11月2日”',
      '"2021-11-02"',
    ])
      expect([query, await firstFor(query)]).toEqual([query, 'letter-77/1/1'])
  })

  it('finds the letters of a day of any year', async () => {
    for (const query of ['11月2日', '11月02日', '十一月二日', '11月2号', '11月2日的答复']) {
      const { hits, query: read } = await index.search(query)
      expect([query, hits[0]?.paragraph.id, read.notes]).toEqual([query, 'letter-77/1/1', []])
    }
    for (const query of ['"11月2日"', '11月2日 资金', '11月'])
      expect((await index.search(query)).hits[0]?.score ?? 0).toBeLessThan(30)
  })

  it('finds letters by their month', async () => {
    const { hits } = await index.search('2021年11月')
    expect(new Set(hits.slice(0, NUMBERS.length).map(({ paragraph }) => paragraph.id))).toEqual(
      new Set(NUMBERS.map((number) => `letter-${number}/1/1`)),
    )
    for (const query of ['2021-11', '202111', '二〇二一年十一月'])
      expect((await index.search(query)).hits[0]?.score).toBe(hits[0]?.score)
  })

  it('leads to no letter by numbers beside words, in orders, of lines and excluded', async () => {
    for (const query of ['77 资金', '第77号令', '77号线', '资金 -第77号', '"77"'])
      expect((await index.search(query)).hits[0]?.score ?? 0).toBeLessThan(30)
  })

  it('leads to no letter by the number of an order, of an announcement or of a document', async () => {
    const orders = await buildIndex(
      [
        ...lettersOf(['7', '12']),
        letter('orders', {}, [
          {
            paragraphs: [
              '按照财政部令第7号的规定执行。',
              '见税务总局公告2024年第12号。',
              '湘财建字〔2024〕第7号。',
            ],
          },
          { paragraphs: ['7号楼加装电梯。', '依法落实第12号提案的要求。'] },
        ]),
      ],
      { segmenter: listSegmenter() },
    )
    for (const [query, first] of [
      ['财政部令第7号', 'orders/1/1'],
      ['财政部令第7号的规定', 'orders/1/1'],
      ['税务总局公告2024年第12号', 'orders/1/2'],
      ['湘财建字〔2024〕第7号', 'orders/1/3'],
      ['7号 楼', 'orders/2/1'],
      ['2024年第12号', 'letter-12/1/1'],
      ['第7号、第12号', 'letter-12/1/1'],
    ] as const)
      expect([query, (await orders.search(query)).hits[0]?.paragraph.id]).toEqual([query, first])
    for (const query of ['"财政部令第7号"', '"落实第12号提案"', '"第12号提案的要求"'])
      expect([query, (await orders.search(query)).total]).toEqual([query, 1])
  })

  it('leads by the number of a document to its letter, not to one whose own number has zeros before it', async () => {
    const answered = [{ paragraphs: ['现答复如下：'] }]
    const own = letter('own', { documentNumber: '青科函〔2020〕88号' }, answered)
    const other = letter(
      'other',
      { documentNumber: '云人字〔2020〕28号', proposals: [{ number: '0088', kind: '提案' }] },
      answered,
    )
    const numbered = await buildIndex([other, own], { segmenter: listSegmenter() })
    for (const query of ['青科函〔2020〕88号', '青科函 88号', '青科函88号', '青科函第88号']) {
      const { hits } = await numbered.search(query)
      expect([query, hits[0]?.reply.id]).toEqual([query, 'own'])
    }
  })

  it('leads to no letter by the number of an order or document that stands nowhere', async () => {
    const own = letter('own', { documentNumber: '青科函〔2020〕588号' }, [{ paragraphs: ['现答复如下：'] }])
    const numbered = await buildIndex([...lettersOf(['588', '5', '12']), own], {
      segmenter: listSegmenter(),
    })
    for (const query of [
      '国务院令第588号',
      '国务院令 第588号',
      '国务院令 588号',
      '国务院公告 2020年 第588号',
      '公安部令588号',
      '第588号令',
      '588号令',
      '第588号公告',
      '令第五百八十八号',
      '法释〔2021〕第588号',
      '法释〔2021〕 第588号',
      '法释〔2021〕588号',
      '财字第588号',
    ]) {
      const { hits } = await numbered.search(query)
      expect([query, ...hits.map(({ paragraph }) => paragraph.id)]).not.toContain('letter-588/1/1')
    }
    for (const query of ['青科函〔2020〕588号', '青科函〔2020〕第588号', '〔2020〕588号'])
      expect([query, (await numbered.search(query)).hits[0]?.paragraph.id]).toEqual([query, 'own/1/1'])
    for (const query of [
      '第588号',
      '588',
      '588号提案',
      '提案588',
      '提案 588',
      '公园 第588号',
      '令人满意 588号提案',
    ])
      expect([query, (await numbered.search(query)).hits[0]?.paragraph.id]).toEqual([query, 'letter-588/1/1'])
  })

  it('leads to each letter of a list', async () => {
    for (const query of [
      '第105、5号提案',
      '第105号、5号提案',
      '第105号、第5号',
      '第105号，第5号',
      '第105号和第5号提案',
      '105和5号提案',
      '105、5号建议',
      '第105号及第5号',
      '第一〇五、五号提案',
      '第105号、 5号提案',
      '第105号 第5号',
      '第105、第5号 资金',
    ]) {
      const { hits } = await index.search(query)
      expect([query, hits.slice(0, 2).map(({ paragraph }) => paragraph.id)]).toEqual([
        query,
        ['letter-105/1/1', 'letter-5/1/1'],
      ])
    }
    const three = await index.search('第5、77、1005号提案')
    expect(new Set(three.hits.slice(0, 3).map(({ reply }) => reply.id))).toEqual(
      new Set(['letter-5', 'letter-77', 'letter-1005']),
    )
  })

  it('reads the number of a letter by its digits, however many', async () => {
    const long = await buildIndex(lettersOf(['2104071', '21040']), { segmenter: listSegmenter() })
    for (const [query, id] of [
      ['第二一〇四〇七一号', 'letter-2104071/1/1'],
      ['二一零四〇号提案', 'letter-21040/1/1'],
    ] as const)
      expect([query, (await long.search(query)).hits[0]?.paragraph.id]).toEqual([query, id])
  })

  it('leads to no letter by an amount, or by a year beside a topic', async () => {
    const head = (number: string) => ({
      documentNumber: `青科函〔2024〕${number}号`,
      contacts: [{ phone: `0799-20241200${number}` }],
    })
    const counting = await buildIndex(
      [
        letter('named', head('50'), [{ paragraphs: ['您的提案收悉，现答复如下：', '感谢您的支持。'] }]),
        letter('printed', head('51'), [
          { paragraphs: ['完成率50%，其中长1200米。', '其他事项正在研究办理之中，道路露营地已经建成。'] },
        ]),
      ],
      { segmenter: listSegmenter() },
    )
    for (const [query, first] of [
      ['50%', 'printed/1/1'],
      ['50.0%', 'printed/1/1'],
      ['百分之五十', 'printed/1/1'],
      ['1200米', 'printed/1/1'],
      ['50:1', 'printed/1/1'],
      ['2024年露营', 'printed/1/2'],
      ['二〇二四年露营', 'printed/1/2'],
      ['2024 露营', 'printed/1/2'],
      ['青科函〔2024〕50号', 'named/1/1'],
    ] as const)
      for (const match of ['any', 'all'] as const) {
        if (match === 'all' && first === 'printed/1/2') continue
        const { hits } = await counting.search(query, { match })
        expect([query, hits[0]?.paragraph.id]).toEqual([query, first])
      }
  })

  it('leads to the opening of the letter, not to what counts by the same number in it', async () => {
    const counting = await buildIndex(
      [
        letter('k', { proposals: [{ kind: '提案', number: '5' }], date: '2024-07-05' }, [
          { role: 'opening', paragraphs: ['您提出的提案收悉，现答复如下：'] },
          { paragraphs: ['第5号地块已经出让，2024年7月5日开工。'] },
        ]),
        letter('z', {}, [{ paragraphs: ['公园已经建成。'] }]),
      ],
      { segmenter: listSegmenter() },
    )
    for (const query of ['第5号', '5号', '第5号提案', '2024年7月5日'])
      expect([query, (await counting.search(query)).hits[0]?.paragraph.id]).toEqual([query, 'k/1/1'])
  })

  it('puts the letter of a date before those that print it or have a piece of it for a number', async () => {
    const numbers = ['111', '1108', '2021', '8', '202111', '21']
    const letters = numbers.map((number, i) =>
      letter(`letter-${i + 1}`, { proposals: [{ kind: '提案', number }], date: `2021-11-0${i + 1}` }, [
        { paragraphs: ['您提出的提案收悉。', `2021年11月${i + 2}日，我局召开会议。`, `2021年11月8日开工。`] },
      ]),
    )
    const own = await buildIndex(letters, { segmenter: listSegmenter() })
    for (const [i] of numbers.entries())
      for (const query of [`2021-11-0${i + 1}`, `2021年11月${i + 1}日`, `2021/11/${i + 1}`]) {
        const { hits } = await own.search(query)
        expect([query, hits[0]?.paragraph.id]).toEqual([query, `letter-${i + 1}/1/1`])
      }
    const { hits } = await own.search('2021-11-03 会议')
    expect(hits[0]?.paragraph.id).toBe('letter-2/1/2')
  })
})
