import { describe, expect, test } from 'vitest'
import { InvalidReplyError } from '../../src/errors.js'
import { parseReply } from '../../src/reply/parse.js'
import { withoutReading } from '../../src/reply/reply.js'

const TITLE = '青禾县水利局关于县政协十届三次会议第045号提案的答复'
const LEAD_IN = '您提出的《关于修渠的建议》收悉，现答复如下：'
const LETTER = [TITLE, '沈一禾委员：', LEAD_IN, '柳溪渠已列入计划。', '青禾县水利局', '2023年6月5日'].join(
  '\n\n',
)

/** The error that reading a document gives. */
function refusal(document: unknown, options?: unknown): InvalidReplyError {
  try {
    parseReply(document as string, options as undefined)
  } catch (error) {
    if (error instanceof InvalidReplyError) return error
    throw error
  }
  throw new Error('The document was read.')
}

describe('the id of a reply', () => {
  test('is the one that the caller gives', () => {
    expect(parseReply(LETTER, { id: 'letter' }).sections[0]?.id).toBe('letter/1')
  })

  test('is the document number where the caller gives none', () => {
    expect(parseReply(`青水函〔2023〕18号\n\n${LETTER}`).id).toBe('青水函〔2023〕18号')
  })

  test('is the number of the proposal where there is no document number', () => {
    expect(parseReply(LETTER).id).toBe('045')
  })

  test('is asked for where the letter has no number', () => {
    const error = refusal(LETTER.replace(/关于县.*的答复/, '关于修渠建议的答复'))
    expect(error.message).toContain('pass options.id')
    expect(error.issues).toEqual([expect.objectContaining({ path: ['id'] })])
  })
})

test('copies the source to the reply', () => {
  expect(parseReply(LETTER, { source: 'letters/045.md' }).source).toBe('letters/045.md')
})

test('reads the same tree from Markdown, text and HTML', () => {
  const html = LETTER.split('\n\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')
  const tree = withoutReading(parseReply(LETTER))
  expect(withoutReading(parseReply(LETTER, { format: 'text' }))).toStrictEqual(tree)
  expect(withoutReading(parseReply(html, { format: 'html' }))).toStrictEqual(tree)
})

describe('a document that is no reply letter', () => {
  test('is refused with what was looked for and not found', () => {
    const error = refusal('# 通知\n\n今日停水。')
    expect(error.message).toContain('a title')
    expect(error.message).toContain('a salutation')
    expect(error.message).toContain('a lead-in')
    expect(error.issues).toHaveLength(3)
  })

  test('is refused when it is the proposal itself', () => {
    const proposal = `关于修渠的建议\n\n提案人：沈一禾\n\n柳溪渠年久失修。\n\n建议：\n\n一、尽快立项。`
    expect(refusal(proposal).issues).toHaveLength(3)
  })

  test('is refused when it is news about replies', () => {
    const news = '县水利局召开提案办理座谈会\n\n日前，县水利局邀请政协委员座谈，就第45号提案的答复征求意见。'
    expect(refusal(news).issues.length).toBeGreaterThan(1)
  })

  test('is refused when it is a record that announces an answer and holds none', () => {
    const record = (answer: string) =>
      `案由：关于修渠的提案\n主办单位：县水利局\n答复：您提出的关于修渠的提案已收悉，现答复如下：\n${answer}2023年6月5日`
    expect(refusal(record(''), { format: 'text', id: 'x' }).message).toContain('announces an answer')
    expect(parseReply(record('柳溪渠已列入计划。\n'), { format: 'text', id: 'x' }).date).toBe('2023-06-05')
  })

  test('is refused when it is an answer from a mayor’s mailbox', () => {
    expect(refusal('市民您好：\n\n您反映的路灯问题已转办。\n\n云桥市住建局').issues.length).toBeGreaterThan(1)
  })

  test.each([
    ['no title', ['沈一禾委员：', LEAD_IN, '柳溪渠已列入计划。']],
    ['no salutation', [TITLE, LEAD_IN, '柳溪渠已列入计划。']],
    ['no lead-in', [TITLE, '沈一禾委员：', '柳溪渠已列入计划。']],
  ])('is not one that merely has %s', (_, lines) => {
    expect(parseReply(lines.join('\n\n'), { id: 'x' }).sections).not.toEqual([])
  })
})

describe('a document that is no text', () => {
  test.each([
    ['', 'empty'],
    [' \u3000\r\n\ufeff', 'empty'],
    ['%PDF-1.7\n%\ufffd\ufffd', 'PDF'],
    ['PK\u0003\u0004\u0014\u0000', 'ZIP'],
    ['{\\rtf1\\ansi', 'RTF'],
    [[...LETTER].join('\u0000'), 'UTF-16'],
    [`\ufffd\ufffd${LETTER.slice(0, 20)}`, 'wrong encoding'],
  ])('is refused as what it is: %j', (document, word) => {
    expect(refusal(document).message).toContain(word)
    expect(refusal(document).issues).toHaveLength(1)
  })
})

describe('a document that is too large', () => {
  test.each([
    ['markdown', 500_000],
    ['text', 2_000_000],
    ['html', 5_000_000],
  ] as const)('is refused as %s above %d characters', (format, limit) => {
    expect(refusal('水'.repeat(limit + 1), { format }).message).toContain(`at most ${limit}`)
  })

  test('is refused at 50 MB on one line', () => {
    expect(refusal('水'.repeat(50_000_000)).message).toContain('50000000')
  })

  test('is refused as Markdown for the number of its marks, not as text', () => {
    const document = `${LETTER}\n\n${'*'.repeat(20_001)}`
    expect(refusal(document).message).toContain('20001')
    expect(parseReply(document, { format: 'text' }).id).toBe('045')
  })

  test('is refused as HTML that nests without end', () => {
    expect(refusal('<b>'.repeat(100_000), { format: 'html' }).message).toContain('nests too deeply')
  })
})

describe('arguments of the wrong type', () => {
  test.each([undefined, null, 1, {}, new Uint8Array(4)])('are refused: the document %j', (document) => {
    expect(refusal(document).message).toContain('string')
  })

  test.each([
    [{ format: 'docx' }, 'format'],
    [{ id: '' }, 'id'],
    [{ id: 7 }, 'id'],
    [{ source: 1 }, 'source'],
  ])('are refused: the options %j', (options, key) => {
    expect(refusal(LETTER, options).issues.map(({ path }) => path)).toEqual([[key]])
  })

  test('are refused: an unknown option, by its name', () => {
    expect(refusal(LETTER, { fromat: 'text' }).message).toContain('fromat')
  })

  test('are refused: options that are no object', () => {
    expect(refusal(LETTER, null)).toBeInstanceOf(InvalidReplyError)
    expect(refusal(LETTER, 'text')).toBeInstanceOf(InvalidReplyError)
  })
})

test('notes which lines of a page around the letter were left out', () => {
  const document = [
    '云桥市人民政府门户网站首页导航',
    '关于县政协十届三次会议第45号提案的答复',
    '沈一禾委员：',
    '您提出的《关于修渠的提案》收悉，现答复如下：',
    '渠道已经修好。',
    '青禾县水利局',
    '2023年6月5日',
    '您是第1234位访客',
    '版权所有：青禾县人民政府',
  ].join('\n')
  const notes = parseReply(document, { format: 'text' }).notes ?? []
  expect(notes.map(({ kind, start, end }) => [kind, document.slice(start, end)])).toEqual([
    ['page chrome', '云桥市人民政府门户网站首页导航'],
    ['page chrome', '您是第1234位访客'],
    ['page chrome', '版权所有：青禾县人民政府'],
  ])
})

describe('what a letter and the page around it may both print', () => {
  const letterWith = (...lines: string[]): string =>
    [TITLE, '沈一禾委员：', LEAD_IN, '一、现状', ...lines, '二、打算', '柳溪渠已列入计划。'].join('\n\n')
  const signed = '\n\n青禾县水利局\n\n2023年6月5日'

  test.each([
    '扫码关注公众号即可办理停车月卡，市民反映良好。',
    '扫一扫使用说明已在各站点张贴。',
    '下载PDF版操作指南的居民已达3万人。',
    '|',
  ])('%s ends no letter', (line) => {
    const reply = parseReply(letterWith(line) + signed)
    expect(reply.sections.map(({ marker }) => marker)).toEqual(expect.arrayContaining(['一、', '二、']))
    expect(reply.issuer).toBe('青禾县水利局')
  })

  test.each(['扫一扫在手机打开当前页', '扫码关注', '下载Word', '|\n\n|'])(
    '%s below a letter is left out',
    (line) => {
      const whole = letterWith() + signed
      expect(withoutReading(parseReply(`${whole}\n\n${line}`))).toEqual(withoutReading(parseReply(whole)))
    },
  )

  test('copies above the sign-off hide no office', () => {
    expect(parseReply(`${letterWith()}\n\n抄送：县政协提案委。${signed}`).issuer).toBe('青禾县水利局')
  })

  test('a party congress that a letter mentions refuses none', () => {
    const letter = letterWith().replace(LEAD_IN, `您在县党代会上和本次提案中提出同样的问题。\n\n${LEAD_IN}`)
    expect(parseReply(letter).proposals[0]?.number).toBe('045')
  })

  test('a page number below a line that ends with a meeting is left out', () => {
    const reply = parseReply(letterWith('今年召开了工作会议', '12', '安排了柳溪渠的整修。'))
    expect(JSON.stringify(reply.sections)).not.toContain('12')
  })
})

describe('a letter without salutation and lead-in', () => {
  const title = '对十三届全国人大五次会议第9999号建议的答复'
  const text = '有关部门建立了联席会议制度，每年会商两次，形成了长效机制。'

  test('begins below its title', () => {
    const document = ['复文', title, '一、关于会商机制', text, '二、关于渠道整修', text].join('\n\n')
    const { proposals, recipients, sections } = parseReply(document)
    expect(proposals).toEqual([{ number: '9999', kind: '建议', session: '十三届全国人大五次会议' }])
    expect(recipients).toEqual([])
    expect(sections.map((section) => section.title)).toEqual(['关于会商机制', '关于渠道整修'])
  })

  test('may begin with a lead-in that names the meeting', () => {
    const leadIn = '政协青禾县第十届委员会第三次会议的集体提案《关于修渠的提案》收悉，现答复如下。'
    const reply = parseReply([leadIn, text, '青禾县水利局', '2023年6月5日'].join('\n\n'), { id: 'a' })
    expect(reply.proposals).toEqual([
      { title: '关于修渠的提案', kind: '提案', session: '政协青禾县第十届委员会第三次会议' },
    ])
    expect(reply.signatory).toBe('青禾县水利局')
  })

  test('may begin with a lead-in that was given a 提案, but not with one of a citizen’s 建议', () => {
    const leadIn = (kind: string) => `您提出的关于修渠的${kind}收悉，现答复如下：`
    const read = (kind: string) => parseReply([leadIn(kind), text, '2023年6月5日'].join('\n\n'), { id: 'a' })
    expect(read('提案').proposals).toEqual([{ title: '关于修渠的提案', kind: '提案' }])
    expect(() => read('建议')).toThrow(InvalidReplyError)
  })

  test('is no list of titles', () => {
    const document = [title, title.replace('9999', '9998'), '下一页'].join('\n\n')
    expect(() => parseReply(document)).toThrow(InvalidReplyError)
  })
})

test('ends the names of those who helped where who agreed is told', () => {
  const leadIn = '您提出的《关于修渠的建议》收悉，经商县财政局、县水利局并报请县政府同意，现答复如下：'
  const { coHandlers } = parseReply([TITLE, '沈一禾代表：', leadIn, '已办结。'].join('\n\n'))
  expect(coHandlers).toEqual(['县财政局', '县水利局'])
})

test('reads the brief name of a federation among those who helped', () => {
  const leadIn = '您提出的《关于修渠的建议》收悉，经综合省商务厅、省妇联意见，现答复如下：'
  const { coHandlers } = parseReply([TITLE, '沈一禾代表：', leadIn, '已办结。'].join('\n\n'))
  expect(coHandlers).toEqual(['省商务厅', '省妇联'])
})

test.each([
  ['会同县财政局、县水利局进行了认真办理，现答复如下：', ['县财政局', '县水利局']],
  ['我局高度重视（会同县财政局、县水利局）办理，现答复如下：', ['县财政局', '县水利局']],
  ['现提出我局会办意见如下：', undefined],
  ['现将我局会办意见函复如下：', undefined],
])('reads who helped, and not the office itself: %s', (clause, expected) => {
  const leadIn = `您提出的《关于修渠的建议》收悉，${clause}`
  const { coHandlers } = parseReply([TITLE, '沈一禾代表：', leadIn, '已办结。'].join('\n\n'))
  expect(coHandlers).toEqual(expected)
})

test.each(['已解决的问题', '已经采纳的建议', '已解决问题'])('begins a section at 一、%s', (title) => {
  const body = [`一、${title}`, '渠道已经修好。', '二、正在解决的问题', '水泵正在安装。']
  const leadIn = '您提出的《关于修渠的建议》收悉，现答复如下：'
  const { sections } = parseReply([TITLE, '沈一禾代表：', leadIn, ...body].join('\n\n'))
  expect(sections.map((section) => section.title)).toEqual([undefined, title, '正在解决的问题'])
})

test.each([
  '收到您关于修渠的建议后，我局高度重视，现答复如下：',
  '感谢关注，对您提出的关于修渠的建议答复如下：',
])('reads the title that a lead-in tells without marks: %s', (leadIn) => {
  const { proposals } = parseReply([TITLE, '沈一禾代表：', leadIn, '已办结。'].join('\n\n'))
  expect(proposals[0]?.title).toBe('关于修渠的建议')
})

test('ends the names of those who helped with 办理, and not within 基金会办理', () => {
  const leadIn = '您提出的《关于修渠的建议》，由我部会同云桥水利部和云桥科学基金会办理。现答复如下：'
  const { coHandlers } = parseReply([TITLE, '沈一禾代表：', leadIn, '已办结。'].join('\n\n'))
  expect(coHandlers).toEqual(['云桥水利部', '云桥科学基金会'])
})

test('keeps the characters of a document number as a mirror converted them', () => {
  const document = ['青縣教字[2020]11號', TITLE, '沈一禾委員：', '您提出的提案收悉，現答復如下：', '已辦結。']
  expect(parseReply(document.join('\n\n'))).toMatchObject({
    documentNumber: '青縣教字〔2020〕11號',
    documentNumberPrinted: '青縣教字[2020]11號',
  })
})
