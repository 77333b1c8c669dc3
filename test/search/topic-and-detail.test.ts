import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import type { Reply } from '../../src/reply/reply.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

// A reader asks for the topic, in the words of the title, and for one thing of the answer.

interface Answer {
  heading: string
  text: string
  detail: string
}

const TOPICS: Record<string, readonly Answer[]> = {
  关于整治河滨路共享电动车乱停乱放的建议: [
    {
      heading: '划定停放区域',
      text: '沿线已施划停放点位二百六十处，另设电子围栏，驶出范围即不能还车。',
      detail: '电子围栏',
    },
    {
      heading: '压实企业责任',
      text: '每投放二百辆配一名调度员，逾时未挪的车辆由企业付清运费。',
      detail: '调度员',
    },
    { heading: '加强宣传引导', text: '进校园开展文明骑行课，今年已讲四十一场。', detail: '文明骑行' },
  ],
  关于保障新就业形态劳动者权益的提案: [
    { heading: '参加工伤保险', text: '平台按单缴费，费用不向骑手收取。', detail: '工伤保险' },
    { heading: '建设歇脚驿站', text: '街道腾出闲置门面四十间，供水、充电、热饭。', detail: '热饭' },
    { heading: '公开派单算法', text: '要求平台把最高接单时长写入协议，超过即停止推送。', detail: '接单时长' },
  ],
  关于改善青石镇农村饮用水的建议: [
    {
      heading: '水源',
      text: '白鹭水库的管网已铺到六个村，其余三个村打深井过渡。',
      detail: '深井',
    },
    { heading: '水费', text: '水费收缴率由百分之五十二升到八十一，不足部分由县财政补。', detail: '收缴率' },
    { heading: '管护', text: '每村聘一名管水员，漏损报修当天到场。', detail: '管水员' },
  ],
}

const letters = Object.entries(TOPICS).map(
  ([title, answers], i): Reply =>
    letter(
      `t${i + 1}`,
      {
        proposals: [{ kind: title.endsWith('提案') ? '提案' : '建议', number: `31${i}7`, title }],
        issuer: '青禾县人民政府办公室',
        recipients: ['黄立志'],
      },
      [
        { role: 'opening', paragraphs: [`您提出的《${title}》收悉。经研究，现答复如下：`] },
        ...answers.map(({ heading, text }) => ({
          role: 'answer' as const,
          title: heading,
          paragraphs: [text],
        })),
        { role: 'closing', paragraphs: ['感谢您对我们工作的关心和支持！'] },
      ],
    ),
)

const WORDS =
  '整治 共享 电动车 乱停 乱放 停放 电子 围栏 企业 调度员 文明 骑行 保障 就业 形态 劳动者 权益 工伤 保险 平台 接单 时长 改善 农村 饮用水 水库 深井 水费 管水员'
const index = await buildIndex(letters, { segmenter: listSegmenter(WORDS.split(' ')) })

const idsFor = async (query: string, group?: 'reply'): Promise<string[]> => {
  const { hits } = await index.search(query, group && { group })
  return hits.map(({ paragraph }) => paragraph.id)
}

const CASES = Object.entries(TOPICS).flatMap(([title, answers], i) => {
  const topic = title.replace(/^关于|的(?:建议|提案)$/g, '')
  return answers.flatMap(({ detail }, n) =>
    [topic, topic.slice(-4), title].map((asked) => [`${asked} ${detail}`, `t${i + 1}/${n + 2}/1`] as const),
  )
})

describe('a query of a topic and a detail', () => {
  it.each(CASES)('leads %s to the paragraph of the letter that has the detail: %s', async (query, id) => {
    expect((await idsFor(query))[0]).toBe(id)
    expect(await idsFor(query, 'reply')).toContain(id)
  })

  it('explains what the paragraph is given for the title', async () => {
    const query = '新就业形态劳动者权益 工伤保险'
    const [first] = (await index.search(query, { explain: true })).hits
    const given = first!.explanation!.parts.filter(({ kind }) => kind === 'lift')
    expect(given).toEqual([expect.objectContaining({ field: 'text', term: 't2/1/1' })])
    expect(first!.explanation!.score).toBeCloseTo(first!.score)
  })
})

describe('a query of what the opening holds alone', () => {
  it.each(Object.keys(TOPICS))('leads from the title %s to the opening', async (title) => {
    const id = `t${Object.keys(TOPICS).indexOf(title) + 1}/1/1`
    expect((await idsFor(title))[0]).toBe(id)
    expect((await idsFor(title, 'reply'))[0]).toBe(id)
  })

  it.each(['3117', '第3117号', '提案:3117'])('leads from the number %s to the opening', async (query) => {
    expect((await idsFor(query))[0]).toBe('t2/1/1')
  })

  it.each(['黄立志', '青禾县人民政府办公室'])('leads from the name %s to openings', async (query) => {
    expect((await idsFor(query))[0]).toMatch(/\/1\/1$/)
  })
})
