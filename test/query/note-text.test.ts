import { expect, it } from 'vitest'
import { noteText } from '../../src/query/note-text.js'
import { parseQuery } from '../../src/query/read/syntax.js'

it.each([
  ['-小荷', '只有排除的词，已按普通词语检索'],
  ['"先投后股', '" 没有配对，其后按词语检索'],
  ['(小荷', '没有配对的左括号，按到末尾为止'],
  ['小荷 )', '多余的右括号已忽略'],
  ['小荷 OR', 'OR 缺少相连的词，已忽略'],
  ['小荷 NOT', 'NOT 缺少相连的词，已忽略'],
  ['小荷 ()', '空括号已忽略'],
  [`${'('.repeat(30)}小荷${')'.repeat(30)}`, '超过 20 层的括号已忽略'],
  ['年:2025..2020', '2025..2020 首尾颠倒，已按 2020..2025 检索'],
  ['标记:某某', '标记没有“某某”这个值，可用：承诺、计划、不予、拒绝、婉拒、条件、金额、日期、时间、引用'],
  ['部分:某某', '部分没有“某某”这个值，可用：开头、现状、答复、计划、下一步、结尾'],
])('says in Chinese what is odd about %s', (input, sentence) => {
  expect(parseQuery(input).notes.map((note) => noteText(note, 'zh'))).toContain(sentence)
})

it('says of a range that it ends before it begins', () => {
  const note = { kind: 'empty range', field: 'year', from: '2026', to: '2020' } as const
  expect(noteText(note)).toBe('no year lies in 2026..2020: it ends before it begins')
  expect(noteText(note, 'zh')).toBe('2026..2020 首尾颠倒，没有年份符合')
})

it('names the words that stand nowhere', () => {
  const note = { kind: 'in no paragraph', words: ['养老金', '房产税'] } as const
  expect(noteText(note)).toBe('no paragraph has 养老金 or 房产税')
  expect(noteText(note, 'zh')).toBe('没有段落含有“养老金”“房产税”')
})
