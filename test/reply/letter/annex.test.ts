import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const LETTER = [
  '关于县政协十届三次会议第45号提案的答复',
  '沈一禾委员：',
  '您提出的《关于建设渠首公园的提案》收悉，现答复如下：',
  '已建成3处，详见附件。',
  '青禾县水利局',
  '2024年6月18日',
]

function read(...lines: string[]) {
  const { sections, notes = [] } = parseReply([...LETTER, ...lines].join('\n'), { format: 'text', id: 'a' })
  return { annexes: sections.slice(2), kinds: notes.map(({ kind }) => kind) }
}

test('reads the annexes below a sign-off as sections', () => {
  const rows = ['序号 项目 完成时间', '1 游客中心 2024年9月']
  const { annexes, kinds } = read('附件1', '公园进度表', ...rows, '附件2：公园名录', '渠首公园', '打印本页')
  expect(annexes).toEqual([
    {
      id: 'a/3',
      level: 1,
      marker: '附件1',
      title: '公园进度表',
      paragraphs: rows.map((text, i) => ({ id: `a/3/${i + 1}`, text })),
      sections: [],
    },
    {
      id: 'a/4',
      level: 1,
      marker: '附件2',
      title: '公园名录',
      paragraphs: [{ id: 'a/4/1', text: '渠首公园' }],
      sections: [],
    },
  ])
  expect(kinds).toEqual(['page chrome'])
})

test('reads the table of an annex on a web page row by row', () => {
  const table =
    '<p>附件</p><p>公园名录</p><table><tr><td>设施</td><td>数量</td></tr><tr><td>长椅</td><td>16件</td></tr></table>'
  const document = LETTER.map((line) => `<p>${line}</p>`).join('') + table
  const { sections } = parseReply(document, { format: 'html' })
  expect(sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(['设施\t数量', '长椅\t16件'])
})

test.each([
  ['a form', ['附件', '提案办理情况征询意见表', '满意 基本满意 不满意']],
  ['files to download', ['附件：', '公园名录.xlsx', '进度表.pdf']],
])('leaves out %s', (_, lines) => {
  expect(read(...lines).annexes).toEqual([])
})

describe('whom to ask, behind what is enclosed,', () => {
  const CONTACT = '（联系人：鲁木槿，000-1234567）'
  const contacts = [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]

  test.each([
    [
      'a numbered enclosure and links of the page',
      ['附件：1.公园进度表', CONTACT, '相关阅读 公园开放 召开会商会'],
    ],
    ['two enclosures', ['附件：1.公园进度表', '2.公园名录', CONTACT]],
  ])('is a contact below %s', (_, lines) => {
    const reply = parseReply([...LETTER, ...lines].join('\n'), { format: 'text', id: 'a' })
    expect(reply.contacts).toEqual(contacts)
    expect(reply.sections).toHaveLength(2)
  })

  test('is a contact below the annexes, of which one is a title alone', () => {
    const lines = ['附件1：公园名录', '1.渠首公园', '2.柳溪公园', '附件2：公园进度表', CONTACT]
    const reply = parseReply([...LETTER, ...lines].join('\n'), { format: 'text', id: 'a' })
    expect(reply.contacts).toEqual(contacts)
    const annexes = reply.sections.slice(2)
    expect(annexes.map(({ title }) => title)).toEqual(['公园名录', undefined])
    expect(annexes.map(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
      ['1.渠首公园', '2.柳溪公园'],
      ['公园进度表'],
    ])
  })

  test.each([
    [
      'where the sign-off has one',
      ['联系人：顾南星，000-7654321', '附件', '公园名录', '渠首公园 3 处', CONTACT],
    ],
    [
      'where the annex goes on below',
      ['附件', '报名办法', '报名请于周五前提出，逾期不再受理，敬请留意。', CONTACT, '名额 共 30 人'],
    ],
  ])('is of the annex %s', (_, lines) => {
    const { sections } = parseReply([...LETTER, ...lines].join('\n'), { format: 'text', id: 'a' })
    expect(sections[2]?.paragraphs.map(({ text }) => text)).toContain(CONTACT)
  })
})

test('reads the footnotes below a sign-off as the last section', () => {
  const letter = [...LETTER.slice(0, 3), '已建成3处①，另有2处[2]正在建设。', ...LETTER.slice(4)]
  const notes = ['① 按2023年末统计。', '[2] 数据来源：青禾县水利局。', '[3] 渠首公园', '打印本页']
  const reply = parseReply([...letter, ...notes].join('\n'), { format: 'text', id: 'a' })
  expect(reply.sections.at(-1)).toEqual({
    id: 'a/3',
    level: 1,
    paragraphs: [
      { id: 'a/3/1', text: notes[0] },
      { id: 'a/3/2', text: notes[1] },
    ],
    sections: [],
  })
  const place = reply.provenance?.find(({ path }) => path.join() === 'sections,2,paragraphs,1')
  expect([...letter, ...notes].join('\n').slice(place?.start, place?.end)).toBe(notes[1])
})

test('reads the notes of Markdown below a sign-off as footnotes', () => {
  const document = `${LETTER.join('\n\n').replace('3处', '3处[^a]')}\n\n[^a]: 按2023年末统计。`
  const { sections, notes } = parseReply(document, { id: 'a' })
  expect(sections.at(-1)?.paragraphs).toEqual([{ id: 'a/3/1', text: '按2023年末统计。' }])
  expect(notes).toEqual([])
})
