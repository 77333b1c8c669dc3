import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const TITLE = '对十四届全国人大三次会议第4127号建议的答复'
const ANSWER = ['您提出的关于增设候车亭的建议收悉，现答复如下：', '候车亭已经设立36座。']
const SIGNED = ['水利部', '2025年8月1日']
const LABELS = ['发布机关：水利部办公厅', '生成日期：2025-08-19', '发文字号：水建议〔2025〕12号']
const FOUND = { issuer: '水利部办公厅', date: '2025-08-19', documentNumber: '水建议〔2025〕12号' }

const cells = LABELS.map((label) => label.replace(/(.+)：(.+)/, '<tr><td>$1</td><td>$2</td></tr>'))
test.each([
  ['lines', 'text', LABELS.join('\n')],
  ['a list', 'html', `<ul>${LABELS.map((label) => `<li>${label}</li>`).join('')}</ul>`],
  ['a table', 'html', `<table>${cells.join('')}</table>`],
] as const)('takes from %s of the page what the letter does not say', (_, format, page) => {
  const text = [TITLE, ...ANSWER]
  const letter = format === 'text' ? text.join('\n') : text.map((line) => `<p>${line}</p>`).join('')
  const document = `${page}\n${letter}`
  const { provenance = [], ...reply } = parseReply(document, { format })
  expect(reply).toMatchObject(FOUND)
  expect(reply.datePrinted).toBeUndefined()
  for (const field of ['issuer', 'date'] as const) {
    const place = provenance.find(({ path: [name] }) => name === field)
    expect(place?.origin).toBe('page')
    expect(document.slice(place?.start, place?.end)).toBe(FOUND[field])
  }
})

test('takes the office and the day of the letter first', () => {
  const document = [...LABELS, TITLE, ...ANSWER, ...SIGNED].join('\n')
  expect(parseReply(document, { format: 'text' })).toMatchObject({
    issuer: '水利部',
    date: '2025-08-01',
  })
})

test('takes the offices that helped from the page where the letter names none', () => {
  const label = '办理类型：主办  会办单位：市财政局、市税务局'
  const read = (leadIn: string) =>
    parseReply([TITLE, label, leadIn, ...ANSWER.slice(1), ...SIGNED].join('\n'), { format: 'text' })
      .coHandlers
  expect(read(ANSWER[0]!)).toEqual(['市财政局', '市税务局'])
  expect(read(ANSWER[0]!.replace('现', '经商市教育局，现'))).toEqual(['市教育局'])
})

test('reads the number, the title and the day of a form', () => {
  const form = [
    ...['主办单位：柳塘市水利局', '提案编号：2025-3-0118', '提案题目：关于增设候车亭的提案'],
    ...['办复日期：2025年8月11日', '答复内容：', '沈一禾委员：', '您的提案已收悉。答复如下：', '已经增设。'],
  ]
  const { proposals, date } = parseReply(form.join('\n'), { format: 'text' })
  expect(proposals).toEqual([{ number: '2025-3-0118', title: '关于增设候车亭的提案', kind: '提案' }])
  expect(date).toBe('2025-08-11')
})
