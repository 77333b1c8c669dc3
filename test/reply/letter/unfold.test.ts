import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'
import { paragraphsOf } from '../../../src/reply/reply.js'

test('reads a salutation that has run into the labels of the page', () => {
  const document = [
    '标题：青禾县水利局关于县十八届人大三次会议第45号建议的答复',
    '索引号：000000000/2023-00045 发布日期：2023年6月7日 时效性：沈一禾代表：',
    '您提出的《关于修渠的建议》收悉。现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  const { recipients, proposals } = parseReply(document, { format: 'text' })
  expect(recipients).toEqual(['沈一禾'])
  expect(proposals[0]).toMatchObject({ number: '45', session: '县十八届人大三次会议' })
})

test('looks for no salutation in a paragraph below one', () => {
  const sentence = '鲁木槿委员 提出的问题很好，我局意见如下：'
  const document = [
    '沈一禾委员：',
    '您提出的《关于修渠的提案》收悉，现答复如下：',
    sentence,
    '渠道已经修好。',
  ]
  const { notes, sections } = parseReply(document.join('\n'), { format: 'text', id: 'a' })
  expect(sections[1]?.paragraphs[0]?.text).toBe(sentence)
  expect(notes ?? []).not.toContainEqual(expect.objectContaining({ kind: 'lost line breaks' }))
})

test('takes no line break for lost between a title and its label', () => {
  const rest = ['沈一禾委员：', '您提出的《关于修渠的提案》收悉，现答复如下：', '渠道已经修好。']
  for (const [head, expected] of [
    ['标题： 关于县政协第99号提案的答复', 0],
    ['标 题：关于县政协第99号提案的答复', 0],
    ['标题： 关于县政协第99号提案的答复 青水函〔2024〕5号', 1],
    ['青水函〔2024〕5号 关于县政协第99号提案的答复', 1],
  ] as const) {
    const { notes, proposals } = parseReply([head, ...rest].join('\n'), { format: 'text', id: 'a' })
    expect(proposals[0]?.number).toBe('99')
    expect([head, notes?.filter(({ kind }) => kind === 'lost line breaks').length ?? 0]).toEqual([
      head,
      expected,
    ])
  }
})

test('reads a salutation behind the label under which a record has the letter', () => {
  const document = [
    '提 案 者： 沈一禾',
    '办理情况： 沈一禾代表：',
    '您提出的《关于修渠的建议》（第19号）收悉。现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  const { recipients, proposals } = parseReply(document, { format: 'text', id: 'a' })
  expect(recipients).toEqual(['沈一禾'])
  expect(proposals[0]?.number).toBe('19')
})

test('reads the category below an empty label of the page that it is no value of', () => {
  const document = [
    '主办单位：青禾县水利局',
    '建议内容',
    'A类)',
    '关于县十届人大二次会议第30号建议的答复',
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉。现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  expect(parseReply(document, { format: 'text', id: 'a' }).category).toBe('A')
})

test('reads a letter to a group in the cell of a table', () => {
  const document = [
    '标 题 | 关于修渠的建议的答复 |',
    '茶溪代表团: 您们提出的《关于修渠的建议》收悉。现答复如下: 渠道已经修好。 青禾县水利局 2023年6月5日 |',
  ].join('\n')
  const { recipients, signatory, date } = parseReply(document, { format: 'text', id: 'a' })
  expect([recipients, signatory, date]).toEqual([['茶溪代表团'], '青禾县水利局', '2023-06-05'])
})

test.each([
  ['青禾县水利局关于县十八届人大三次会议第45号建议的答复（B）', ''],
  ['青禾县水利局关于县十八届人大三次会议第45号建议的答复', '建议类别：B类 公开'],
])('reads the category of a page: %s %s', (title, entry) => {
  const document = [
    `标题：${title}`,
    entry,
    '发布日期：2023年6月7日',
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉。现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  expect(parseReply(document, { format: 'text' }).category).toBe('B')
})

test('reads the title behind the record of a proposal', () => {
  const document =
    '建议号：第45号 提案人：沈一禾 内容：渠道长年失修。 办理情况： 青禾县水利局关于青禾县第十届人大 一次会议第45号建议的答复函 沈一禾代表： 您提出的“关于修渠的建议”已交我们研究办理，现答复如下： 渠道已经修好。 青禾县水利局 2023年6月5日'
  const { proposals, recipients } = parseReply(document, { format: 'text' })
  expect(proposals[0]).toMatchObject({ number: '45', session: '县第十届人大一次会议' })
  expect(recipients).toEqual(['沈一禾'])
})

describe('a page on one line', () => {
  const head =
    '当前位置: 首页 > 建议提案 发布日期: 2023-06-07 关于县十届人大三次会议第45号建议的答复（县水利局） 来源: 县政府 浏览次数: 12'
  const leadIn = '您提出的《关于修渠的建议》收悉。现答复如下:'
  const read = (...parts: string[]) => parseReply(parts.join(' '), { format: 'text' })

  test('ends where its footer begins', () => {
    const signed = '此致 敬礼 青禾县水利局 2023年6月5日 联系人及电话鲁木槿0000000'
    const footer = '扫一扫在手机打开当前页 主办单位:青禾县人民政府 网站标识码:0000000000'
    const { proposals, signatory, date } = read(head, '沈一禾代表:', leadIn, '渠道已修好。', signed, footer)
    expect(proposals[0]).toMatchObject({ number: '45', session: '县十届人大三次会议' })
    expect([signatory, date]).toEqual(['青禾县水利局', '2023-06-05'])
  })

  test('has headings that end before a gap', () => {
    const { sections } = read(
      ...[head, '沈一禾代表:', leadIn, '一、关于渠道整修 柳溪渠已经修好。 二、 下一步打算 明年修支渠。'],
    )
    expect(sections.map(({ title }) => title)).toEqual(expect.arrayContaining(['关于渠道整修', '下一步打算']))
  })

  test.each([
    ['时效性:沈一禾代表:', ['沈一禾']],
    ['沈 禾、鲁木槿 、顾南星 代表:', ['沈禾', '鲁木槿', '顾南星']],
    ['沈一禾(等10位)代表:', ['沈一禾']],
    ['沈一禾代表', ['沈一禾']],
    ['云桥交通部办公厅:', ['云桥交通部办公厅']],
    ['领衔代表: 代 表 团: 茶溪代表团; (A类) A 沈一禾代表:', ['沈一禾']],
  ])('is addressed to %s', (address, recipients) => {
    expect(read(head, address, leadIn, '渠道已修好。').recipients).toEqual(recipients)
  })

  test('may say of its answer that it is a summary, and have its document number in the brackets of its title', () => {
    for (const end of ['的答复摘要', '的答复[云交建〔2019〕33号]']) {
      const title = `关于县十届人大三次会议柳36号建议${end} 作者:佚名`
      expect(read(title, '沈一禾代表:', leadIn, '渠道已修好。').proposals[0]?.number).toBe('柳36')
    }
  })

  test('is not signed by who gets a copy', () => {
    const copies = '抄 送:县人大办公室 县政府办公室'
    const asked = '联系单位及联系人:青禾县水利局计划科,鲁木槿; 联系电话:0000000。'
    const signed = ['青禾县水利局 2023年6月5日 (此件主动公开)', copies]
    expect(read(head, '沈一禾代表:', leadIn, '渠道已修好。', ...signed, asked)).toMatchObject({
      signatory: '青禾县水利局',
      date: '2023-06-05',
    })
    expect(
      read(head, '沈一禾代表:', leadIn, '渠道已修好。', '2023年6月5日', copies).signatory,
    ).toBeUndefined()
  })

  test.each([
    '青禾县水利局 2023年6月5日 打印 分享 返回列表 青禾县概况，请点击。欢迎访问。谢谢！',
    '青禾县水利局 2023 65 还没有账号？ 立即注册，登录后可以留言。请文明上网！',
    '谨此答复 青禾县水利局 2023年65日 为了解公众对政策的反馈，请您提出意见。共同完善政策。',
  ])('is signed where the page goes on behind: %s', (end) => {
    const reply = read(head, '沈一禾代表:', leadIn, '渠道已修好。', end)
    expect(reply).toMatchObject({ signatory: '青禾县水利局', date: '2023-06-05' })
  })

  test('is dated where no office signs and the page goes on behind', () => {
    const reply = read(head, '沈一禾代表:', leadIn, '渠道已修好。', '2023年6月5日 | 随便看 | 本站收录词条。')
    expect(reply.date).toBe('2023-06-05')
  })

  test.each(['2023年6月5日 县水利局组织了验收。', '2045 70 户已签约。'])(
    'goes on behind a date that begins a sentence: %s',
    (sentence) => {
      const end = '青禾县水利局 2023年7月1日 打印 返回列表 欢迎访问。谢谢！请点击。再见！好。'
      const { date, sections } = read(
        head,
        '沈一禾代表:',
        leadIn,
        '渠道已修好。',
        sentence,
        '支渠已修好。',
        end,
      )
      expect(date).toBe('2023-07-01')
      expect(sections.at(-1)?.paragraphs.at(-1)?.text).toContain('支渠已修好。')
    },
  )

  test('keeps a date that begins its last sentence', () => {
    const reply = read(head, '沈一禾代表:', leadIn, '渠道已修好。2023年6月5日, 县水利局 组织了验收')
    expect(reply.date).toBeUndefined()
  })
})

describe('a head whose lines ran together', () => {
  test('is cut at its number, its markings and its title', () => {
    const document = [
      '青水函〔2023〕18号 B类 同意公开 青禾县水利局关于县政协十届三次会议第45号提案的答复',
      '沈一禾委员：',
      '您提出的《关于修渠的提案》收悉，现答复如下：',
      '渠道已经修好。',
    ]
    const reply = parseReply(document.join('\n'), { format: 'text' })
    expect(reply).toMatchObject({
      documentNumber: '青水函〔2023〕18号',
      category: 'B',
      disclosure: '同意公开',
      issuer: '青禾县水利局',
      recipients: ['沈一禾'],
      proposals: [{ number: '45', session: '县政协十届三次会议' }],
    })
    expect(reply.notes).toContainEqual(expect.objectContaining({ kind: 'lost line breaks' }))
  })

  test('is cut before a salutation that the lead-in has a line of its own below', () => {
    const document = [
      '类别：C 柳政函〔2024〕7号 签发人：顾南星 鲁木槿、沈一禾代表：',
      '你们提出的《关于筑坝的建议》（第8号）收悉，现答复如下：',
      '水坝已经筑好。',
    ]
    expect(parseReply(document.join('\n'), { format: 'text' })).toMatchObject({
      documentNumber: '柳政函〔2024〕7号',
      category: 'C',
      recipients: ['鲁木槿', '沈一禾'],
      leaders: [{ role: '签发人', name: '顾南星' }],
    })
  })

  test('is left as it is where only the offices that write stand before the title', () => {
    const document = [
      '青禾县水利局 青禾县财政局关于县政协十届三次会议第45号提案的答复',
      '沈一禾委员：',
      '您提出的《关于修渠的提案》收悉，现答复如下：',
      '渠道已经修好。',
    ]
    const { issuer, notes } = parseReply(document.join('\n'), { format: 'text' })
    expect(issuer).toBe('青禾县水利局')
    expect(notes).toEqual([])
  })

  test.each([
    '关于县政协十届三次会议第45号提案的答复发布时间：2023-06-07',
    '关于县政协十届三次会议第45号提案的答复关于县政协十届三次会议第45号提案的答复',
    '关于县政协十届三次会议第45号提案答复的函青水函〔2023〕18号',
  ])('is cut behind its title where nothing parts it from the next line: %s', (head) => {
    const letter = ['沈一禾委员：', '您提出的《关于修渠的提案》收悉，现答复如下：', '渠道已经修好。']
    const { proposals, documentNumber } = parseReply([head, ...letter].join('\n'), { format: 'text' })
    expect(proposals[0]).toMatchObject({ number: '45', session: '县政协十届三次会议' })
    expect(documentNumber).toBe(head.endsWith('〔2023〕18号') ? '青水函〔2023〕18号' : undefined)
  })
})

describe('a sign-off that ran into the last paragraph', () => {
  test.each([
    '渠道已经修好。青禾县水利局2023年6月5日联系人：鲁木槿联系电话：000-1234567',
    '渠道已经修好。感谢您的支持！青禾县水利局 2023年6月5日（联系人：鲁木槿，电话：000-1234567）',
  ])('is cut from it: %s', (last) => {
    const letter = ['沈一禾委员：', '您提出的《关于修渠的提案》收悉，现答复如下：', last]
    const { signatory, date, contacts } = parseReply(letter.join('\n'), { format: 'text', id: 'a' })
    expect({ signatory, date }).toEqual({ signatory: '青禾县水利局', date: '2023-06-05' })
    expect(contacts).toEqual([{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }])
  })
})

describe('a head in which nothing parts category, number, approver and title', () => {
  test.each([
    'A类青水字〔2006〕8号签发人：顾南星对政协青禾县第七届四次会议第149号提案的答复沈一禾委员：您提出的“关于修渠”的提案收悉，现答复如下：渠道已经修好。',
    '1、A类青水字〔2006〕8号签发人：顾南星关于政协青禾县第七届四次会议第149号提案的答复沈一禾委员：您提出的“关于修渠”的提案收悉，现答复如下：渠道已经修好。',
    '类别：A类青水字〔2006〕8号签发人：顾南星对政协青禾县第七届四次会议第149号提案的复函\n沈一禾委员：\n您提出的“关于修渠”的提案收悉，现答复如下：\n渠道已经修好。',
  ])('is cut at each: %s', (document) => {
    expect(parseReply(document, { format: 'text' })).toMatchObject({
      category: 'A',
      documentNumber: '青水字〔2006〕8号',
      leaders: [{ role: '签发人', name: '顾南星' }],
      recipients: ['沈一禾'],
      proposals: [{ number: '149', session: '政协青禾县第七届四次会议' }],
    })
  })

  test('is cut where no salutation stands below', () => {
    const document = [
      '    分类：B类青文〔2024〕1号        关于办理政协青禾县第十一届委员会第四次会议第10号提案的复函',
      '您提出的《关于扩建书院的提案》收悉，现答复如下：',
      '书院已于2022年迁入新址，旧址将在维修之后重新对读者开放，目前正在落实人员和经费。',
    ]
    const folded = [document[0], document[2]].join('\n')
    for (const text of [document.join('\n'), folded]) {
      expect(parseReply(text, { format: 'text' })).toMatchObject({
        category: 'B',
        documentNumber: '青文〔2024〕1号',
        proposals: [{ number: '10' }],
      })
    }
  })
})

test.each([
  ['民盟柳塘第一支部、九三学社柳塘第二支社：', ['民盟柳塘第一支部', '九三学社柳塘第二支社']],
  ['农工党柳塘总支部：', ['农工党柳塘总支部']],
])('reads the parties whom the lead-in follows on their line: %s', (address, parties) => {
  const document = [
    '关于对区政协八届一次会议第4号提案答复的函',
    `${address} 各位委员提出的关于引水的提案收悉，现答复如下： 水渠已经修好。`,
  ]
  expect(parseReply(document.join('\n'), { format: 'text' }).recipients).toEqual(parties)
})

describe('lines of a head joined by nothing', () => {
  const LETTER = ['您提出的《关于修渠的建议》收悉，现答复如下：', '渠道已经修好。']
  const expected = {
    category: 'C',
    documentNumber: '青水函〔2023〕8号',
    recipients: ['沈一禾'],
    proposals: [{ number: '31', session: '县十届人大三次会议' }],
  }

  test.each([
    [
      [
        '是否同意公开：是办理结果：(C)青水函〔2023〕8号对青禾县十届人大三次会议第31号建议的答复',
        '沈一禾代表：',
      ],
    ],
    [
      [
        '类别：C青禾县水利局签发人：顾南星青水函〔2023〕8号',
        '对县十届人大三次会议第31号建议的答复',
        '沈一禾代表：',
      ],
    ],
    [['关于县十届人大三次会议第31号建议的答复', '青水函〔2023〕8号', '办理结果：C沈一禾代表：']],
    [['青水函〔2023〕8号 C类', '关于县十届人大三次会议第31号建议的续办续复沈一禾代表：']],
  ])('are read apart: %j', (head) => {
    expect(parseReply([...head, ...LETTER].join('\n'), { format: 'text' })).toMatchObject(expected)
  })

  test('are left alone where a form has chosen no category', () => {
    const document = [
      '办理结果：A已解决B正在解决',
      '关于县十届人大三次会议第31号建议的答复',
      '沈一禾代表：',
      ...LETTER,
    ]
    expect(parseReply(document.join('\n'), { format: 'text' }).category).toBeUndefined()
  })
})

test.each([
  '渠道已经修好。（联系人：鲁木槿，电话：000-1234567）青禾县水利局2023年6月5日',
  '渠道已经修好。联系人：鲁木槿联系电话：0001234567青禾县水利局2023年6月5日',
])('finds who signs behind a telephone number in the last paragraph: %s', (last) => {
  const document = ['沈一禾委员：', '您提出的《关于修渠的提案》收悉，现答复如下：', last].join('\n')
  const { signatory, date } = parseReply(document, { format: 'text', id: 'a' })
  expect({ signatory, date }).toEqual({ signatory: '青禾县水利局', date: '2023-06-05' })
})

test.each([
  '关于落实云政发〔2023〕18号关于促进就业的建议的答复',
  '对县十届人大三次会议第31号《关于落实云政发〔2023〕18号关于就业的意见的建议》的答复',
])('leaves a title whole that cites a document: %s', (title) => {
  const document = [title, '沈一禾代表：', '您提出的建议收悉，现答复如下：', '资金已经到位。'].join('\n')
  const { documentNumber, notes } = parseReply(document, { format: 'text', id: 'a' })
  expect({ documentNumber, notes }).toEqual({ documentNumber: undefined, notes: [] })
})

test('a number that begins a sentence of a letter on one line parts no lines: （1）号闸', () => {
  const line = '沈一禾代表：您提出的《关于修渠的建议》收悉，现答复如下：渠道已经修好。（1）号闸在建。'
  const { sections } = parseReply(line, { format: 'text', id: 'a' })
  expect(JSON.stringify(sections)).toContain('渠道已经修好。（1）号闸在建。')
})

test.each([
  '渠道已经动工。2023年6月5日县水利局印发《青禾县修渠方案》（青水〔2023〕15号）。',
  '一是渠道已经动工。2023年6月5日县水利局组织了验收。',
  '渠道已经动工。2023年6月5日，方案印发。',
  '渠道已经动工。2023年6月5日正式通水',
  '渠道已经动工，计划分三期修好。2023年12月31日',
  '渠道已经动工，计划分三期修好。（2023年6月5日）',
])('cuts no sentence off that begins with a date: %s', (paragraph) => {
  const document = [
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉，现答复如下：',
    paragraph,
    '下一步，我局将修好青禾县的所有渠道，并且加强管护。',
    '2023年8月25日',
  ]
  const reply = parseReply(document.join('\n'), { format: 'text', id: 'a' })
  expect(paragraphsOf(reply).map(({ paragraph: { text } }) => text)).toEqual(document.slice(1, 4))
  expect(reply.date).toBe('2023-08-25')
})

test.each([
  '沈一禾代表，您好！您提出的《关于修渠的建议》收悉，明年优先修渠。',
  '沈一禾代表：您好！您建议在上村修渠，经查不在今年的计划内，明年优先。',
  '沈一禾代表：您好！感谢您关心上村的渠道，明年优先修渠。',
  '沈一禾代表，您们好：您在会上所提修渠一事，明年优先。',
  '尊敬的沈一禾代表：贵代表所提修渠一事，明年优先。',
])('reads a salutation before a greeting, or before what is asked: %s', (text) => {
  const { recipients, sections } = parseReply(`关于县十届人大三次会议第9号建议的答复\n${text}`, {
    format: 'text',
  })
  expect(recipients).toEqual(['沈一禾'])
  expect(sections).toMatchObject([
    { role: 'answer', paragraphs: [{ text: expect.stringMatching(/^[^好]+优先/) }] },
  ])
})

test.each(['我们走访了村民委员会：您反映的情况属实。', '村民代表：您好，渠道已经修好。'])(
  'takes nobody within a letter for whom it addresses: %s',
  (paragraph) => {
    const leadIn = '您提出的《关于修渠的提案》收悉，现答复如下：'
    const document = [
      '关于县政协十届三次会议第12号提案的答复',
      '沈一禾、何必言：',
      leadIn,
      paragraph,
      '将修坝。',
    ]
    const reply = parseReply(document.join('\n'), { format: 'text', id: 'a' })
    expect(paragraphsOf(reply).map(({ paragraph: { text } }) => text)).toEqual(document.slice(2))
  },
)
