import { expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const reply = letter('a', {}, [
  { role: 'opening', paragraphs: ['您提出的关于发放学前教育补贴的建议收悉，现答复如下：'] },
  {
    role: 'answer',
    paragraphs: [
      '县财政按每名幼儿每年五百元发放学前教育补贴，由各幼儿园在每学期开学时代为登记，经镇街审核后直接打入家长的银行卡，去年惠及全县一千二百户家庭。',
      '幼儿园的食堂由市场监管部门检查。',
    ],
  },
])

it.each([
  ['学前教育补贴', 'a/2/1'],
  ['关于发放学前教育补贴的建议', 'a/1/1'],
])(
  'answers %s by %s: what answers comes before a shorter courtesy, unless that says it in more words',
  async (query, id) => {
    const index = await buildIndex([reply], { segmenter: listSegmenter() })
    const { hits } = await index.search(query)
    expect(hits.map(({ paragraph }) => paragraph.id)).toContain('a/1/1')
    expect(hits[0]!.paragraph.id).toBe(id)
  },
)
