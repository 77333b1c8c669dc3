import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchOptions } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

/** The texts of the hits, the best first, which an index and its file find alike. */
async function textsOf(texts: string[], query: string, options: SearchOptions = {}): Promise<string[]> {
  const index = await buildIndex([letter('r', {}, [{ title: '一、情况', paragraphs: texts }])], {
    segmenter: listSegmenter(),
  })
  const file = await openIndex(await index.toBytes())
  const [own, read] = await Promise.all(
    [index, file].map(async (engine) => (await engine.search(query, { limit: 50, ...options })).hits),
  )
  await file.close()
  expect(read).toEqual(own)
  return own!.map(({ paragraph }) => paragraph.text)
}

const AMOUNTS = [
  '补助1.5万元。',
  '补助15000元。',
  '补助15万元，共1户。',
  '补助5万元，1户。',
  '补助2.5万元。',
  '补助1200元。',
  '补助1,200元。',
  '共1人补助200元。',
  '补助3,200元，1人。',
  '补助100元。',
  '补助1000元。',
  '补助10万元。',
  '补助100000元。',
  '共，十万元。',
  '补助五十万元。',
  '补助110万元。',
  '补助100家企业，10个。',
  '投资3亿元。',
  '投资2.3亿元。',
  '投资13亿元。',
]

describe('an amount', () => {
  it.each([
    ['15000元', ['补助1.5万元。', '补助15000元。']],
    ['1.5万元', ['补助1.5万元。', '补助15000元。']],
    ['1200元', ['补助1,200元。', '补助1200元。']],
    ['1,200元', ['补助1,200元。', '补助1200元。']],
    ['100000元', ['共，十万元。', '补助100000元。', '补助10万元。']],
    ['10万元', ['共，十万元。', '补助100000元。', '补助10万元。', '补助110万元。']],
    ['3亿元', ['投资13亿元。', '投资2.3亿元。', '投资3亿元。']],
    ['300000000元', ['投资3亿元。']],
  ])(
    'counts in each of its forms where all must match, and else as it was typed: %s',
    async (query, wanted) => {
      expect((await textsOf(AMOUNTS, query, { match: 'all' })).sort()).toEqual(wanted)
    },
  )

  it.each([
    ['15000元', ['补助15000元。', '补助1.5万元。']],
    ['1.5万元', ['补助1.5万元。', '补助15000元。']],
    ['1200元', ['补助1200元。', '补助1,200元。']],
    ['1,200元', ['补助1,200元。', '补助1200元。']],
    ['10万元', ['补助10万元。', '共，十万元。', '补助100000元。']],
    ['3亿元', ['投资3亿元。']],
  ])('comes before those of which it is a piece: %s', async (query, wanted) => {
    expect((await textsOf(AMOUNTS, query)).slice(0, wanted.length)).toEqual(wanted)
  })
})

describe('a sum whose unit stands in the head of a table', () => {
  const rows = ['镇	投资（万元）', '鸭塘	386.5', '鹅塘	198.7', '补助1.5万元。', '补助386.5亿元。']

  it('comes behind the sum with its unit, and before other sums', async () => {
    expect((await textsOf(rows, '386.5万元'))[0]).toBe('鸭塘	386.5')
    expect(await textsOf([...rows, '另补386.5万元。'], '386.5万元')).toEqual(
      expect.arrayContaining(['另补386.5万元。', '鸭塘	386.5']),
    )
    expect((await textsOf([...rows, '另补386.5万元。'], '386.5万元'))[0]).toBe('另补386.5万元。')
  })

  it.each(['4317万元', '4317万', '4,317万元'])(
    'finds the row of a table that prints a sum with its comma: %s',
    async (query) => {
      const rows = ['镇	投资（万元）', '鸭塘	4,317', '鹅塘	4,318', '补助1.5万元。', '户均4.3万元。']
      expect((await textsOf(rows, query))[0]).toBe('鸭塘	4,317')
    },
  )
})

describe('a number with its unit', () => {
  const TEXTS = [
    '面积1,871㎡。',
    '功率1,875kW。',
    '长12.8km。',
    '耗水2.7m³。',
    '试点工作十二项，办理时间八分钟，点位之外百分之一。',
    '七月二日，2号楼7层。',
    '达到八成，八成是新的。',
    '占比80%。',
    '发电720万kW·h。',
    '用电十万千瓦时。',
    '蓄水2.5万m³。',
    '日产25000袋。',
  ]

  it.each([
    ['1871', '面积1,871㎡。'],
    ['1875', '功率1,875kW。'],
    ['1871平方米', '面积1,871㎡。'],
    ['12.8', '长12.8km。'],
    ['12.8公里', '长12.8km。'],
    ['2.7', '耗水2.7m³。'],
    ['80%', '占比80%。'],
    ['八成', '达到八成，八成是新的。'],
    ['720万千瓦时', '发电720万kW·h。'],
  ])('is found first as it was typed: %s', async (query, wanted) => {
    expect((await textsOf(TEXTS, query))[0]).toBe(wanted)
  })

  it('is not told to stand nowhere', async () => {
    const index = await buildIndex([letter('r', {}, [{ paragraphs: TEXTS }])], {
      segmenter: listSegmenter(),
    })
    expect((await index.search('1871')).query.notes).toEqual([])
  })
})

describe('punctuation around an amount', () => {
  const TEXTS = ['今年投入100000元用于道路', '投入100000元，完成98.5%', '完成率98.5%。', '其他98%，5人']

  it.each([
    ['投入100000元。', TEXTS.slice(0, 2)],
    ['《投入10万元》', TEXTS.slice(0, 2)],
    ['今年投入，100000元', TEXTS.slice(0, 1)],
    ['98.5%，', TEXTS.slice(1, 3)],
    ['其他 -"98.5%"', TEXTS.slice(3)],
    ['完成 -投入100000元。', TEXTS.slice(2, 3)],
  ])('asks for nothing where all must match: %s', async (query, wanted) => {
    expect((await textsOf(TEXTS, query, { match: 'all' })).sort()).toEqual([...wanted].sort())
  })
})

describe('a number with its unit', () => {
  const TEXTS = [
    '全长17.32km，设站13座。',
    '全长8.2公里。',
    '限值55dB(A)。',
    '昼间68.7分贝，夜间62.1分贝。',
    '库容5.6万m³，建筑134.6㎡。',
    '水量180立方米以下，260立方米以上。',
    '建筑1200平方米。',
    '冷库低于-18℃。',
    '室温低于16℃。',
    '补助10%~30%。',
    '补助10元，上浮30元。',
  ]

  it.each([
    ['17.32公里', '全长17.32km，设站13座。'],
    ['17.32千米', '全长17.32km，设站13座。'],
    ['8.2km', '全长8.2公里。'],
    ['55分贝', '限值55dB(A)。'],
    ['68.7dB', '昼间68.7分贝，夜间62.1分贝。'],
    ['5.6万立方米', '库容5.6万m³，建筑134.6㎡。'],
    ['134.6平方米', '库容5.6万m³，建筑134.6㎡。'],
    ['-18℃', '冷库低于-18℃。'],
    ['冷库 －１８℃', '冷库低于-18℃。'],
    ['10%-30%', '补助10%~30%。'],
    ['10%—30%', '补助10%~30%。'],
    ['10%至30%', '补助10%~30%。'],
    ['10%到30%', '补助10%~30%。'],
  ])('comes before other numbers of the unit: %s', async (query, first) => {
    expect((await textsOf(TEXTS, query))[0]).toBe(first)
  })
})

describe('a number with zeros before it', () => {
  const NUMBERS = ['第1号', '第01号', '第001号', '第0001号', '第10号', '第0010号', '第12号', '第012号']

  it.each([
    ['第001号', ['第0001号', '第001号', '第01号', '第1号']],
    ['第1号', ['第0001号', '第001号', '第01号', '第1号']],
    ['第0012号', ['第012号', '第12号']],
    ['第10号', ['第0010号', '第10号']],
  ])('is the one without, and no longer one: %s', async (query, wanted) => {
    expect((await textsOf(NUMBERS, query, { match: 'all' })).sort()).toEqual(wanted)
    expect((await textsOf(NUMBERS, query)).slice(0, wanted.length).sort()).toEqual(wanted)
  })
})

describe('a title', () => {
  it.each([
    ['二〇〇〇年规划', '关于2000年规划的提案'],
    ['2000年规划', '关于二〇〇〇年规划的提案'],
    ['二〇〇五年规划', '关于2005年规划的提案'],
  ])('has a year in either form where all must match: %s', async (query, title) => {
    const index = await buildIndex([letter('r', {}, [{ title, paragraphs: ['建设道路。'] }])], {
      segmenter: listSegmenter(),
    })
    expect((await index.search(query, { match: 'all' })).total).toBe(1)
  })

  it('has a number in either form', async () => {
    const index = await buildIndex(
      [letter('r', {}, [{ title: '新增二千一百六十个', paragraphs: ['共。'] }])],
      {
        segmenter: listSegmenter(),
      },
    )
    for (const match of ['all', 'any'] as const)
      for (const query of ['2160', '2,160', '二千一百六十'])
        expect([query, (await index.search(query, { match })).total]).toEqual([query, 1])
  })
})

describe('what is excluded', () => {
  it.each([
    ['他 -等待着', ['等待着他', '呆着不动', '待着不动'], []],
    ['工程 -待着', ['工程待着', '工程呆着', '工程'], ['工程']],
    ['图 -座标', ['坐标图', '座标图', '地图'], ['地图']],
    ['图 -坐标', ['坐标图', '座标图', '地图'], ['地图']],
  ])('is so as it was typed and in its other spelling: %s', async (query, texts, wanted) => {
    expect(await textsOf(texts, query)).toEqual(wanted)
  })
})

describe('a decimal number of thousands', () => {
  const texts = [
    '投资3,752.6万元。',
    '投资450.6万元。',
    '面积13,752.6平方米。',
    '存栏13,420只。',
    '面积752.6亩，3处。',
  ]

  it.each([
    ['3752.6', '投资3,752.6万元。'],
    ['3,752.6', '投资3,752.6万元。'],
    ['3752.6万元', '投资3,752.6万元。'],
    ['13752.6', '面积13,752.6平方米。'],
    ['13752.6平方米', '面积13,752.6平方米。'],
    ['13420只', '存栏13,420只。'],
  ])('is found with commas and without: %s', async (query, text) => {
    expect((await textsOf(texts, query))[0]).toBe(text)
    // 3,752.6万 is more than that.
    if (query !== '3752.6') expect((await textsOf(texts, query, { match: 'all' }))[0]).toBe(text)
    const index = await buildIndex([letter('r', {}, [{ paragraphs: texts }])], { segmenter: listSegmenter() })
    const { hits, query: asked } = await index.search(query)
    const [{ start, end } = { start: 0, end: 0 }] = hits[0]!.highlights
    expect(hits[0]!.paragraph.text.slice(start, end)).toMatch(/^[\d,.]{5,}/)
    expect(asked.notes).toEqual([])
  })
})
