import { expect, it } from 'vitest'
import { FACETS } from '../../src/postings/posting-store.js'
import { noteText } from '../../src/query/note-text.js'
import { parseQuery } from '../../src/query/read/syntax.js'

it.each([
  ['-小荷', '只有排除的词，已列出所有不含它们的段落'],
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
  ['年:abc', '“abc”不是年份，年份写作 2025、2023..2025 或 2023..'],
  ['期限:明年', '“明年”不是年份，年份写作 2025、2023..2025 或 2023..'],
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

it.each([
  [
    'foo:bar',
    'foo is no field: there are issuer, year, session,',
    '没有“foo”这个字段，可用：issuer, year, session,',
  ],
  [
    '标题:养老',
    '标题 is no field: there are issuer, year, session,',
    '没有“标题”这个字段，可用：单位、年、届次、',
  ],
])('says which fields there are where nothing has %s', (word, english, chinese) => {
  const note = { kind: 'in no paragraph', words: [word] } as const
  expect(noteText(note)).toContain(`no paragraph has ${word}; ${english}`)
  expect(noteText(note, 'zh')).toContain(`没有段落含有“${word}”；${chinese}`)
})

it('says that there is no field of a name, and what was searched', () => {
  const [note] = parseQuery('标题:停车').notes
  expect(noteText(note!)).toMatch(/^标题 is no field: there are issuer, .+; 停车 is searched for$/)
  expect(noteText(note!, 'zh')).toMatch(/^没有“标题”这个字段，可用：单位、.+；已检索“停车”$/)
})

it('takes a year behind a name for what is asked of a field', () => {
  expect(noteText({ kind: 'in no paragraph', words: ['yaer:2025'] })).toContain('yaer is no field')
})

it.each(['foo:bar', '标题:养老'])('names each field once where nothing has %s', (word) => {
  const [, known] = noteText({ kind: 'in no paragraph', words: [word] }, 'zh').split('可用：')
  const fields = known!.split(/[、,] ?/).map((name) => {
    const { query } = parseQuery(`${name}:2025`)
    return 'field' in query ? query.field : name
  })
  expect(fields).toEqual(FACETS)
})

it.each(['电话：123', '联系人：张三', 'http://example.org', 'localhost:8080', '10:30', 'a：b'])(
  'does not take %s for a field',
  (word) => {
    expect(noteText({ kind: 'in no paragraph', words: [word] })).toBe(`no paragraph has ${word}`)
  },
)

it.each(['单位:饕餮', '年份:饕餮', '建议:饕餮', '代表:饕餮', '标记:饕餮', 'issuer:foo', 'Issuer:foo'])(
  'does not call the field of %s unknown where it is searched as words',
  (word) => {
    expect(parseQuery(word).query).toHaveProperty('field')
    expect(noteText({ kind: 'in no paragraph', words: [word] })).toBe(`no paragraph has ${word}`)
    expect(noteText({ kind: 'in no paragraph', words: [word] }, 'zh')).toBe(`没有段落含有“${word}”`)
  },
)

it('says what years look like', () => {
  expect(parseQuery('年:25').notes.map((note) => noteText(note))).toEqual([
    '25 is no year: years are written as 2025, 2023..2025 or 2023..',
  ])
  for (const input of ['年:2025', '年:2025年', '年:２０２５', '期限:..2026', '年:2023-2025']) {
    expect(parseQuery(input).notes).toEqual([])
  }
})

it('says of signs that they are no words', () => {
  expect(noteText({ kind: 'signs alone' })).toBe('nothing but signs: there is no word to look for')
  expect(noteText({ kind: 'signs alone' }, 'zh')).toBe('只有标点或符号，没有可检索的词')
})
