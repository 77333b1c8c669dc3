import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const FIRST = [
  '关于县政协十届三次会议第45号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的提案》收悉，现答复如下：',
  '渠道已经修好。',
]
const SECOND = [
  '柳交函〔2024〕7号',
  '关于区十八届人大二次会议',
  '第8号建议的答复',
  '鲁木槿代表：',
  '您提出的《关于架桥的建议》收悉，现答复如下：',
  '一、已完成的工作',
  '桥已经架好。',
  '柳塘区交通局',
  '2024年6月5日',
]

function read(...lines: string[]) {
  const {
    sections,
    date,
    signatory,
    recipients,
    notes = [],
  } = parseReply(lines.join('\n'), {
    format: 'text',
    id: 'a',
  })
  const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  return { texts, date, signatory, recipients, kinds: notes.map(({ kind }) => kind) }
}

const SIGNED = ['青禾县水利局', '2023年6月5日']
const PARAGRAPH = '我局完成了渠道清淤，更换了三处闸门，并落实了专人管护。'

describe('a letter is whole', () => {
  test('that addresses its reader again to thank him', () => {
    const thanks = '再次感谢您对水利工作的支持。'
    expect(read(...FIRST, '沈一禾委员：', thanks, ...SIGNED)).toMatchObject({
      texts: [...FIRST.slice(2), '沈一禾委员：', thanks],
      date: '2023-06-05',
      signatory: '青禾县水利局',
      kinds: [],
    })
  })

  test('that answers several proposals below their titles', () => {
    const numbers = ['一、关于县政协十届三次会议第45号', '二、关于县政协十届三次会议第46号']
    const body = numbers.flatMap((number) => [`${number}提案的答复`, PARAGRAPH])
    const letter = ['关于两件提案的答复', ...FIRST.slice(1, 3), ...body, ...SIGNED]
    expect(read(...letter)).toMatchObject({ date: '2023-06-05', signatory: '青禾县水利局', kinds: [] })
  })

  test('whose last heading stands shortly above the head of another', () => {
    const first = [...FIRST, '一、关于闸门的办理情况', PARAGRAPH, ...SIGNED]
    expect(read(...first, ...SECOND)).toMatchObject({ date: '2023-06-05', kinds: ['another letter'] })
  })
})

describe('a page with two letters', () => {
  test('is read as the first of them', () => {
    expect(read(...FIRST, '青禾县水利局', '2023年6月5日', ...SECOND)).toEqual({
      texts: FIRST.slice(2),
      date: '2023-06-05',
      signatory: '青禾县水利局',
      recipients: ['沈一禾'],
      kinds: ['another letter'],
    })
  })

  test('gives nothing of the second to a first one without sign-off', () => {
    expect(read(...FIRST, ...SECOND)).toMatchObject({
      texts: FIRST.slice(2),
      date: undefined,
      signatory: undefined,
    })
  })
})

test('a link to another reply ends a letter that nobody signs', () => {
  const link = '关于县政协十届三次会议第46号提案的答复'
  const { texts, kinds } = read(...FIRST, link, '关于天气的新闻')
  expect({ texts, kinds }).toEqual({ texts: FIRST.slice(2), kinds: ['page chrome'] })
})

test('the title of another reply is a line of the letter where its sign-off stands below', () => {
  const title = '关于县政协十届三次会议第46号提案的答复'
  expect(read(...FIRST, '另请参见：', title, ...SIGNED)).toMatchObject({
    texts: [...FIRST.slice(2), '另请参见：', title],
    date: '2023-06-05',
    signatory: '青禾县水利局',
    kinds: [],
  })
})

describe('the head of another letter', () => {
  test.each([
    ['its category', ['（A类）']],
    ['its category, disclosure and letterhead', ['B类', '同意公开', '柳塘区交通局文件']],
    ['its office', ['柳塘区交通局']],
    ['its category above its approver', ['类别：A', '签发人：顾南星']],
  ])('begins with %s below a signed letter', (_, head) => {
    const { category, signatory, coHandlers } = parseReply(
      [...FIRST, ...SIGNED, ...head, ...SECOND].join('\n'),
      { format: 'text', id: 'a' },
    )
    expect({ category, signatory, coHandlers }).toEqual({ signatory: '青禾县水利局' })
  })

  test('has the office below what an unsigned letter is copied to', () => {
    const first = [...FIRST, '2023年6月5日', '抄送：县政协提案委']
    expect(read(...first, '柳塘区交通局', ...SECOND).signatory).toBeUndefined()
  })

  test('has neither a category that is labelled nor an office right below the date', () => {
    const labelled = [...FIRST, ...SIGNED, '办理类别：A', ...SECOND].join('\n')
    expect(parseReply(labelled, { format: 'text', id: 'a' }).category).toBe('A')
    expect(read(...FIRST, '2023年6月5日', '青禾县水利局', ...SECOND).signatory).toBe('青禾县水利局')
  })
})

describe('the title of a letter that stands below it again', () => {
  const TITLE = FIRST[0]!
  test.each([
    ['alone', [TITLE]],
    ['as the original one', [`原标题：${TITLE}`]],
    ['as the original one, in brackets', [`【原标题：${TITLE}】`]],
    ['on a line of its own', ['原标题：', TITLE]],
  ])('is no other letter: %s', (_, below) => {
    expect(read(...FIRST, PARAGRAPH, ...SIGNED, ...below)).toEqual({
      texts: [...FIRST.slice(2), PARAGRAPH],
      date: '2023-06-05',
      signatory: '青禾县水利局',
      recipients: ['沈一禾'],
      kinds: ['repeated title'],
    })
  })
})

test('reads a column of original titles above a date in linear time', { timeout: 10_000 }, () => {
  const titles = Array<string>(60_000).fill('原标题：')
  const { date, kinds } = read(...FIRST, ...titles, '2023年6月5日')
  expect({ date, kinds }).toEqual({ date: '2023-06-05', kinds: [] })
})
