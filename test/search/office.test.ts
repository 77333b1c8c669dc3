import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

// An office or its county stands before a question; the letter by that office says neither in its answers.

const replies = [
  letter('tea', { issuer: '青禾县农业农村局' }, [
    { role: 'opening', paragraphs: ['您提出的关于做强茶产业的建议收悉，现答复如下：'] },
    {
      role: 'answer',
      paragraphs: [
        '全县茶园四万亩，去年新增茶叶加工厂三家，其中两家已通过验收，还有一家在建，明年春茶上市以前投入生产。',
        '采茶机每台补贴三成。',
      ],
    },
  ]),
  letter('wages', { signatory: '青禾县人力资源和社会保障局' }, [
    { role: 'opening', paragraphs: ['您提出的关于根治拖欠工资的提案收悉，现答复如下：'] },
    {
      role: 'answer',
      paragraphs: [
        '今年受理欠薪线索三百一十条，办结二百九十八条，追回工资九百余万元，涉及农民工一千一百人，其余正在办理。',
      ],
    },
  ]),
  letter('table', { issuer: '云桥市统计局' }, [
    { role: 'opening', paragraphs: ['您提出的关于公开统计数据的建议收悉，现答复如下：'] },
    { role: 'answer', paragraphs: ['青禾县 97', '由市人社局牵头。'] },
  ]),
]
const index = await buildIndex(replies, { segmenter: listSegmenter(['茶叶', '欠薪', '补贴']) })

describe('the name of an office before a question', () => {
  it.each([
    ['青禾县 茶叶', 'tea/2/1'],
    ['青禾县茶叶', 'tea/2/1'],
    ['青禾县农业农村局 茶叶', 'tea/2/1'],
    ['青禾县农业农村局 采茶机', 'tea/2/2'],
    ['青禾县 欠薪', 'wages/2/1'],
    ['人社局 欠薪', 'wages/2/1'],
  ])('leads from %s to the answer of that office: %s', async (query, id) => {
    expect((await index.search(query)).hits[0]!.paragraph.id).toBe(id)
  })

  it('leads by itself to where it stands, and to openings', async () => {
    expect((await index.search('青禾县')).hits[0]!.paragraph.id).toBe('table/2/1')
    expect((await index.search('青禾县农业农村局')).hits[0]!.paragraph.id).toBe('tea/1/1')
  })

  it('lifts an answer over nothing that has a word which it lacks', async () => {
    const { hits } = await index.search('青禾县 97 茶叶')
    expect(hits[0]!.paragraph.id).toBe('table/2/1')
  })

  it('explains what the answer is given', async () => {
    const [first] = (await index.search('青禾县 茶叶', { explain: true })).hits
    const given = first!.explanation!.parts.filter(({ kind }) => kind === 'lift')
    expect(given).toEqual([expect.objectContaining({ field: 'text', term: 'table/2/1' })])
    expect(first!.explanation!.score).toBeCloseTo(first!.score)
  })
})
