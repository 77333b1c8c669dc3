import { expect, test } from 'vitest'
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
