import { describe, expect, test } from 'vitest'
import { readContacts } from '../../../src/reply/grammar/contacts.js'
import { readApproval, readLeaders } from '../../../src/reply/grammar/people.js'
import { isSignatureLine, readSignature } from '../../../src/reply/letter/signature.js'
import { parseReply } from '../../../src/reply/parse.js'
import { lineOf } from '../../helpers/lines.js'

const read = (...lines: string[]) => readSignature(lines.map((text) => lineOf(text)))

test.each([
  ['分管领导：顾南星（副局长）', [{ role: '分管领导', name: '顾南星' }]],
  ['主管领导：顾南星 000-1234567', [{ role: '主管领导', name: '顾南星' }]],
  ['负责人：顾南星 负责人电话：000-1234567', [{ role: '负责人', name: '顾南星' }]],
  ['单位负责人签章：顾南星', [{ role: '单位负责人', name: '顾南星' }]],
  ['负责人：000-1234567', []],
  ['签发人：局长 顾南星', [{ role: '签发人', name: '顾南星' }]],
  ['签发人：党组书记、局长顾南星', [{ role: '签发人', name: '顾南星' }]],
  ['签发人：顾  南 党组书记、局长', [{ role: '签发人', name: '顾南' }]],
  ['签发人：顾南星副局长', [{ role: '签发人', name: '顾南星' }]],
  ['签发人：顾副局长', [{ role: '签发人', name: '顾副局长' }]],
  ['签发人：***', []],
  [
    '主管领导：顾南星 股室负责人：何必言',
    [
      { role: '主管领导', name: '顾南星' },
      { role: '负责人', name: '何必言' },
    ],
  ],
])('reads who answers for a letter by name alone: %s', (line, leaders) => {
  expect(readLeaders(line)).toEqual(leaders)
})

test('a sign-off goes on below who signs for it, and who has written it', () => {
  const lines = ['青禾县水利局', '2023年6月5日', '单位负责人签章：', '拟稿人：何必言', '联系人：鲁木槿']
  const document = [
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉，现答复如下：',
    '渠道已经修好。',
    ...lines,
  ]
  const { contacts, leaders } = parseReply(document.join('\n'), { format: 'text', id: 'a' })
  expect({ contacts, leaders }).toEqual({ contacts: [{ role: '联系人', name: '鲁木槿' }], leaders: [] })
})

describe('readContacts', () => {
  test.each([
    [['联系人：鲁木槿，电话：000-1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['（联系人：鲁木槿  联系电话：13800000000'], [{ role: '联系人', name: '鲁木槿', phone: '13800000000' }]],
    [['联系人及电话：鲁木槿 000-1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [
      ['联系人：鲁木槿 电话：6612-8890 6612-8891'],
      [{ role: '联系人', name: '鲁木槿', phone: '6612-8890' }, { phone: '6612-8891' }],
    ],
    [
      ['承办单位联系人姓名及电话：鲁木槿13800000000'],
      [{ role: '联系人姓名', name: '鲁木槿', phone: '13800000000' }],
    ],
    [
      ['主办部门联系人：鲁木槿，电话：000-1234567'],
      [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [['（承办人：郑和，13900001111）'], [{ role: '承办人', name: '郑和', phone: '13900001111' }]],
    [['联系人：于和 000-1234567'], [{ role: '联系人', name: '于和', phone: '000-1234567' }]],
    [['联系人：单位明，电话：000-1234567'], [{ role: '联系人', name: '单位明', phone: '000-1234567' }]],
    [['联系人：王传真，电话：000-1234567'], [{ role: '联系人', name: '王传真', phone: '000-1234567' }]],
    [
      ['联系人：鲁木槿和沈禾，电话：000-1234567'],
      [{ role: '联系人', name: '鲁木槿' }, { role: '联系人', name: '沈禾' }, { phone: '000-1234567' }],
    ],
    [['联系人：李和平，电话：000-1234567'], [{ role: '联系人', name: '李和平', phone: '000-1234567' }]],
    [
      ['联系人：县林业和草原局 鲁木槿 000-1234567'],
      [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [['联系人：鲁木槿，手机和微信：13900001111'], [{ role: '联系人', name: '鲁木槿', phone: '13900001111' }]],
    [['联系人：鲁木槿，电话：8812-3345'], [{ role: '联系人', name: '鲁木槿', phone: '8812-3345' }]],
    [['联系人：鲁木槿，电话：6612 8890'], [{ role: '联系人', name: '鲁木槿', phone: '66128890' }]],
    [['联系人：鲁木槿；电话：000－6612 8890'], [{ role: '联系人', name: '鲁木槿', phone: '000－66128890' }]],
    [
      ['联系人：鲁木槿；电话：（000）6612-8890'],
      [{ role: '联系人', name: '鲁木槿', phone: '（000）6612-8890' }],
    ],
    [['联系人：鲁木槿；电话：000 28667668'], [{ role: '联系人', name: '鲁木槿', phone: '000 28667668' }]],
    [
      ['联系人：鲁木槿 电话：000-66128890/8891'],
      [{ role: '联系人', name: '鲁木槿', phone: '000-66128890/8891' }],
    ],
    [['联系人：鲁木槿 短号：661288'], [{ role: '联系人', name: '鲁木槿', phone: '661288' }]],
    [['联系人：鲁木槿，电话：000-', '1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['联系人：鲁木槿，电话：000-123', '4567）'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['电话及传真：000-1234567'], [{ phone: '000-1234567' }]],
    [['欧阳木槿电话：000-1234567'], [{ name: '欧阳木槿', phone: '000-1234567' }]],
    [['联系人：法规科，电话：000-1234567'], [{ phone: '000-1234567' }]],
    [['承 办 人：鲁 槿', '联系电话： 1234567'], [{ role: '承办人', name: '鲁槿', phone: '1234567' }]],
    [['联系人：柳塘区交运局鲁木槿'], [{ role: '联系人', name: '鲁木槿' }]],
    [['联系人：水政科裴秀'], [{ role: '联系人', name: '裴秀' }]],
    [['联系人：规划处鲁木槿'], [{ role: '联系人', name: '鲁木槿' }]],
    [['联系人：柳塘区司法局司马槿'], [{ role: '联系人', name: '司马槿' }]],
    [['联系人：云桥水利部农村水利司鲁木槿'], [{ role: '联系人', name: '鲁木槿' }]],
    [
      ['负责人：顾南星', '电话：000-1234567', '联系人：鲁木槿'],
      [{ phone: '000-1234567' }, { role: '联系人', name: '鲁木槿' }],
    ],
    [
      ['负责人：顾南星', '000-1234567', '联系人：鲁木槿', '电话：000-7654321'],
      [{ phone: '000-1234567' }, { role: '联系人', name: '鲁木槿', phone: '000-7654321' }],
    ],
    [
      ['承办科室及电话：规划科 000-1234567 承办人：鲁木槿'],
      [{ phone: '000-1234567' }, { role: '承办人', name: '鲁木槿' }],
    ],
    [
      ['承 办 人：鲁木槿', '承 办 人 电 话：000-1234567'],
      [{ role: '承办人', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [
      ['承办人：鲁木槿  承办人联系电话：000-1234567'],
      [{ role: '承办人', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [['联系人：办公室主任鲁木槿'], [{ role: '联系人', name: '鲁木槿' }]],
    [['联系人：副局长鲁木槿'], [{ role: '联系人', name: '鲁木槿' }]],
    [['联系人：办公室主任科员'], []],
    [['联系人：鲁木槿 主任工程师 000-1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['联系人：规划科，鲁木槿，000-1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['联系人：鲁建科'], [{ role: '联系人', name: '鲁建科' }]],
    [
      ['经 办 人：鲁木槿、顾南星'],
      [
        { role: '经办人', name: '鲁木槿' },
        { role: '经办人', name: '顾南星' },
      ],
    ],
    [['联系电话：000-1234567', '联系人：鲁木槿'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['鲁木槿 联系电话：000—1234567'], [{ name: '鲁木槿', phone: '000—1234567' }]],
    [['联系电话：000- 1234567'], [{ phone: '000-1234567' }]],
    [['联系电话：000-12333'], [{ phone: '000-12333' }]],
    [['联系人及电话：鲁木槿   000-96119'], [{ role: '联系人', name: '鲁木槿' }, { phone: '000-96119' }]],
    [
      ['联系人：鲁木槿', '维权电话：000-1234567'],
      [{ role: '联系人', name: '鲁木槿' }, { phone: '000-1234567' }],
    ],
    [['法律援助电话：000-1234567'], [{ phone: '000-1234567' }]],
    [['医保咨询电话：000-1234567'], [{ phone: '000-1234567' }]],
    [['鲁木槿电话：000-1234567'], [{ name: '鲁木槿', phone: '000-1234567' }]],
    [
      ['联系人：鲁木槿', '地址：青禾路8号  电话：000-1234567'],
      [{ role: '联系人', name: '鲁木槿' }, { phone: '000-1234567' }],
    ],
    [
      ['地址：青禾路8号  联系人：鲁木槿  电话：000-1234567'],
      [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [
      ['联系人：鲁木槿  电话：00001234567、1*******000'.replace('1*******000', '1********00')],
      [{ role: '联系人', name: '鲁木槿', phone: '00001234567' }, { phone: '1********00' }],
    ],
    [
      ['联系人及电话：鲁木槿，000-1234567；顾南星，13800000000'],
      [
        { role: '联系人', name: '鲁木槿', phone: '000-1234567' },
        { role: '联系人', name: '顾南星', phone: '13800000000' },
      ],
    ],
    [
      ['联系人：县民政局 鲁木槿  000-1234567；县财政局 顾南星 000-7654321'],
      [
        { role: '联系人', name: '鲁木槿', phone: '000-1234567' },
        { role: '联系人', name: '顾南星', phone: '000-7654321' },
      ],
    ],
    [
      ['联系人：鲁木槿（产业科），电话：000-1234567；顾南星（项目科），电话：000-7654321'],
      [
        { role: '联系人', name: '鲁木槿', phone: '000-1234567' },
        { role: '联系人', name: '顾南星', phone: '000-7654321' },
      ],
    ],
    [
      ['联系人：', '青禾县委组织部人才科　鲁木槿　000-1234567', '县人社局专技科　顾南星　000-7654321'],
      [
        { role: '联系人', name: '鲁木槿', phone: '000-1234567' },
        { role: '联系人', name: '顾南星', phone: '000-7654321' },
      ],
    ],
    [
      ['承办人：鲁木槿  联系人：顾南星  电话：000-1234567'],
      [
        { role: '承办人', name: '鲁木槿' },
        { role: '联系人', name: '顾南星', phone: '000-1234567' },
      ],
    ],
    [['联系人：鲁木槿 科长 000-1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [
      ['承办人姓名：鲁木槿    职务：副科长    联系电话：000-1234567'],
      [{ role: '承办人姓名', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [['经办：鲁木槿 1380000-1234'], [{ role: '经办', name: '鲁木槿', phone: '1380000-1234' }]],
    [['联系人\t鲁木槿', '联系电话\t000-1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]],
    [['人：鲁木槿 电话：0001234567'], [{ name: '鲁木槿', phone: '0001234567' }]],
    [['提 案 人：鲁木槿'], []],
    [
      ['联系人：鲁木槿，（000）12345678转8012'],
      [{ role: '联系人', name: '鲁木槿', phone: '（000）12345678转8012' }],
    ],
    [
      ['（联系人：营销部 鲁木槿   电话：95518、000-1234567）'],
      [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }, { phone: '95518' }],
    ],
    [['联系人：财务部鲁木槿，000--1234567'], [{ role: '联系人', name: '鲁木槿', phone: '000--1234567' }]],
    [
      ['联系人：综合部 鲁木槿；电话：000-1234567'],
      [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }],
    ],
    [['联系电话：（000）1234567'], [{ phone: '（000）1234567' }]],
    [['咨询电话：12345'], [{ phone: '12345' }]],
    [['承办科室及电话：000-1234567'], [{ phone: '000-1234567' }]],
    [['联系人：'], []],
    [['传真：000-1234567'], []],
    [['承办负责人：沈一禾'], []],
  ])('reads %j', (lines, contacts) => {
    expect(readContacts(lines)).toEqual(contacts)
  })

  test.each([
    [
      ['联系人：鲁木槿、顾南星', '联系电话：000-1234567、000-7654321'],
      ['鲁木槿', '顾南星'],
    ],
    [['联系人：鲁木槿 顾南星 000-1234567'], ['鲁木槿', '顾南星']],
    [['电话：000-1234567 联系人：鲁木槿、顾南星'], ['鲁木槿', '顾南星']],
    [['联系人：鲁木槿  监督电话：000-1234567'], ['鲁木槿']],
    [['经办人：鲁木槿 12315'], ['鲁木槿']],
  ])('gives nobody a phone that may be of others: %j', (lines, names) => {
    const contacts = readContacts(lines)
    expect(contacts.flatMap(({ name }) => name ?? [])).toEqual(names)
    expect(contacts.filter(({ name, phone }) => name !== undefined && phone !== undefined)).toEqual([])
    expect(contacts.some(({ phone }) => phone !== undefined)).toBe(true)
  })
})

test('reads a date behind a phone', () => {
  const { date, contacts } = read('经办人：鲁木槿　电话：000-1234567　2023年6月5日')
  expect(date?.readings).toEqual(['2023-06-05'])
  expect(contacts).toEqual([{ role: '经办人', name: '鲁木槿', phone: '000-1234567' }])
})

test('people on the lines below their label belong to the sign-off', () => {
  const people = '联系人：\n县委组织部 鲁木槿 000-1234567\n县人社局 顾南星 000-7654321'
  for (const end of [`青禾县水利局\n2023年6月5日\n${people}`, `${people}\n青禾县水利局\n2023年6月5日`]) {
    const { contacts, notes, sections } = parseReply(
      `关于第5号提案的答复\n沈一禾委员：\n您提出的《关于修渠的提案》收悉，现答复如下：\n渠道已修。\n${end}`,
      { format: 'text' },
    )
    expect(contacts.map(({ name, phone }) => [name, phone])).toEqual([
      ['鲁木槿', '000-1234567'],
      ['顾南星', '000-7654321'],
    ])
    expect(notes).toEqual([])
    expect(JSON.stringify(sections)).not.toContain('鲁木槿')
  }
})

describe('readLeaders', () => {
  test.each([
    ['签发人：鲁木槿    A类', [{ role: '签发人', name: '鲁木槿' }]],
    ['青交函〔2022〕9号   签发人：顾南星', [{ role: '签发人', name: '顾南星' }]],
    ['签发人：顾南星   青交函〔2022〕9号', [{ role: '签发人', name: '顾南星' }]],
    ['签发人：顾 星  B类柳政函[2022]9号', [{ role: '签发人', name: '顾星' }]],
    ['签发人：张禾答复类别：A青水函〔2024〕5号', [{ role: '签发人', name: '张禾' }]],
    ['承办负责人： 沈 禾', [{ role: '承办负责人', name: '沈禾' }]],
    ['单位负责人：', []],
    ['联系人：鲁木槿', []],
  ])('reads %j', (line, leaders) => {
    expect(readLeaders(line)).toEqual(leaders)
  })

  test('reads who a sentence says has approved the letter', () => {
    expect(readApproval('此复函已经顾南星主任审签。')).toEqual([{ role: '审签', name: '顾南星' }])
  })
})

describe('readSignature', () => {
  test('reads an office and a date on one line', () => {
    expect(read('青禾县水利局        2023 年6月5日')).toMatchObject({
      signatory: '青禾县水利局',
      date: { printed: '2023年6月5日', readings: ['2023-06-05'] },
    })
  })

  test.each([
    ['青禾县水利局', '青禾县水利局', '（公章）'],
    ['青禾县水利局', '青禾县水利局（印）'],
    ['青禾县水利局', '（青禾县水利局印章）'],
    ['青禾县水利局', '青禾县水利局 Qinghe Water Authority'],
    ['青禾海关', '青禾海关'],
    ['青禾县气象台', '青禾县气象台'],
    ['青禾县水利局规划科', '青禾县水利局规划科'],
  ])('reads that %s signs', (signatory, ...lines) => {
    const document = [
      '沈一禾代表：',
      '您提出的《关于修渠的建议》收悉，现答复如下：',
      '渠道已经修好。',
      ...lines,
      '2023年6月5日',
    ].join('\n')
    const { sections, ...reply } = parseReply(document, { format: 'text', id: 'a' })
    expect(reply).toMatchObject({ issuer: signatory, signatory, date: '2023-06-05', notes: [] })
    expect(sections.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(2)
  })

  test('reads a labelled office as the signatory', () => {
    expect(read('答复单位：青禾县水利局', '2023年6月5日').signatory).toBe('青禾县水利局')
    expect(read('2023年6月5日', '承办单位：青禾县水利局 000-1234567').signatory).toBe('青禾县水利局')
  })

  test.each([
    '云桥航空局综合司',
    '青禾县第一中学',
    '青禾县柳塘农场',
    '青禾县文明办',
    '青禾县交通运输综合执法队',
  ])('reads %s as an office', (office) => {
    expect(read(office, '2023年6月5日').signatory).toBe(office)
  })

  test.each([
    '青禾县水利局 2023年6月5日',
    '2023年6月5日 青禾县水利局',
    '| 2023年6月5日 | 青禾县水利局 |',
    '青禾县水利局2023605',
    '青禾县水利局 20230605',
  ])('reads office and date on one line, in either order: %s', (line) => {
    expect(read(line)).toMatchObject({ signatory: '青禾县水利局', date: { readings: ['2023-06-05'] } })
  })

  test('reads no date in a number behind other words than an office', () => {
    expect(read('柳溪渠工程编码2023605').date).toBeUndefined()
    expect(read('青禾县水利局2023').date).toBeUndefined()
  })

  test('reads what is labelled, without the word for a seal', () => {
    expect(read('承办单位：青禾县水利局（公章）', '答复日期：2023年6月5日')).toMatchObject({
      signatory: '青禾县水利局',
      date: { readings: ['2023-06-05'] },
    })
  })

  test('takes the office that is there to be asked for the signatory where no other is named', () => {
    const asked = '联系单位及电话：青禾县水利局 000-1234567'
    expect(read('2023年6月5日', asked).signatory).toBe('青禾县水利局')
    expect(read('青禾县教育局', '2023年6月5日', asked)).toMatchObject({
      signatory: '青禾县教育局',
      partners: [],
    })
    for (const department of ['种业管理司', '青禾县林业局苗木管理处', '苗木管理处']) {
      expect(read('2023年6月5日', `联系单位及电话：${department} 000-1234567`).signatory).toBeUndefined()
    }
    expect(read('2023年6月5日', '联系单位：青禾县园林管理处').signatory).toBe('青禾县园林管理处')
  })

  test('reads the name of a contact behind the office that is named with it', () => {
    const contacts = [{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }]
    expect(read('联系单位、联系人及电话：省交通运输厅 鲁木槿 000-1234567').contacts).toStrictEqual(contacts)
    expect(read('联系单位及联系人：省交通厅鲁木槿  联系电话：000-1234567').contacts).toStrictEqual(contacts)
    expect(read('联系人：鲁建会 000-1234567').contacts).toMatchObject([{ name: '鲁建会' }])
  })

  test('gives nobody the phone of whoever leads', () => {
    expect(read('负责人：顾南星 电话：000-1234567 联系人：鲁木槿').contacts).toStrictEqual([
      { phone: '000-1234567' },
      { role: '联系人', name: '鲁木槿' },
    ])
    expect(read('负责人：顾南星 联系人：鲁木槿 电话：000-1234567').contacts).toStrictEqual([
      { role: '联系人', name: '鲁木槿', phone: '000-1234567' },
    ])
  })

  test('keeps a person whose post is printed with the name, and no post or date alone', () => {
    expect(read('联系人：鲁木槿副局长 000-1234567').contacts).toStrictEqual([
      { role: '联系人', name: '鲁木槿副局长', phone: '000-1234567' },
    ])
    for (const other of ['办公室副主任', '常务副局长', '水利局局长', '2023年6月5日']) {
      expect(read(`联系人：鲁木槿 ${other}`).contacts).toStrictEqual([{ role: '联系人', name: '鲁木槿' }])
    }
  })

  test.each(['交办日期', '收文日期', '发布日期'])('does not date the letter by its %s', (label) => {
    expect(read('青禾县水利局', `${label}：2024年2月1日`).date).toBeUndefined()
  })

  test.each(['B', 'B1', '（B类）', '办理标识：B'])('reads the category %s below the date', (line) => {
    expect(read('青禾县水利局', '2023年6月5日', line).category).toBe('B')
    expect(isSignatureLine(line)).toBe(true)
  })

  test('reads a sign-off in the cell of a table', () => {
    expect(read('青禾县水利局 2023年6月5日 |')).toMatchObject({
      signatory: '青禾县水利局',
      date: { readings: ['2023-06-05'] },
    })
  })

  test('reads an office of the production corps by its number', () => {
    expect(read('907团柳溪镇农业发展服务中心', '2023年6月5日').signatory).toBe('907团柳溪镇农业发展服务中心')
  })

  test('reads who has helped below the date', () => {
    const { signatory, partners } = read(
      '青禾县水利局',
      '2023年6月5日',
      '主办单位：县水利局',
      '会办单位：县财政局、县教育局',
    )
    expect([signatory, ...partners]).toEqual(['青禾县水利局', '县财政局', '县教育局'])
  })

  test('takes no sentence for an office', () => {
    expect(isSignatureLine('责任规划师覆盖全部街道。')).toBe(false)
  })

  test('reads the first of the offices that sign side by side, and an office with its department whole', () => {
    expect(read('青禾县水利局    青禾县教育局', '2023年6月5日')).toMatchObject({
      signatory: '青禾县水利局',
      partners: ['青禾县教育局'],
    })
    expect(read('青禾县水利局青禾县教育局', '2023年6月5日').signatory).toBe('青禾县水利局')
    expect(read('青禾县水利局', '青禾县教育局', '2023年6月5日').partners).toEqual(['青禾县教育局'])
    expect(read('青禾县公安局 交通警察大队', '2023年6月5日').signatory).toBe('青禾县公安局交通警察大队')
  })

  test('tells the offices that sign side by side apart by their level', () => {
    const { signatory, partners } = read('县水利局 县自然资源和规划局 县应急管理局', '2023年6月5日')
    expect([signatory, ...partners]).toEqual(['县水利局', '县自然资源和规划局', '县应急管理局'])
  })

  test('takes the date of the letter, not that of its printing', () => {
    expect(
      read('青禾县水利局', '2023年6月5日', '青禾县水利局办公室 2023年6月9日印发').date?.readings,
    ).toEqual(['2023-06-05'])
  })

  test('gives both days that digits alone can mean', () => {
    expect(read('青禾县水利局', '2025111').date?.readings).toEqual(['2025-01-11', '2025-11-01'])
  })

  test.each([
    ['2025年2月29日', '2025年2月29日'],
    ['2025年13月5日', '2025年13月5日'],
    ['2025年6月', '2025年6月'],
    ['2025年6月   日', '2025年6月日'],
    ['二〇二五年二月三十日', '二〇二五年二月三十日'],
    ['0二十三日', '0二十三日'],
  ])('keeps %s as printed, which names no day', (line, printed) => {
    const date = { printed, readings: [] }
    expect(read('青禾县水利局', line).date).toStrictEqual(date)
    expect(read('青禾县水利局', line, '2025年6月5日').date?.readings).toStrictEqual(['2025-06-05'])
  })

  test('reads an office before a date that names no day', () => {
    expect(read('青禾县水利局 2025年6月  日')).toMatchObject({
      signatory: '青禾县水利局',
      date: { readings: [] },
    })
  })

  test('reads the offices that get a copy without the number of copies', () => {
    expect(read('抄送：县政协提案委，县政府办（2）。').copies).toEqual(['县政协提案委', '县政府办'])
  })
})

test.each(['2025年2月29日', '2025年6月  日', '二〇二五年二月三十日'])('%s is noted', (date) => {
  const { notes, ...reply } = parseReply(
    `关于第45号提案的答复\n沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。\n青禾县水利局\n${date}\n`,
  )
  expect(reply.signatory).toBe('青禾县水利局')
  expect(reply).not.toHaveProperty('date')
  expect(reply).not.toHaveProperty('datePrinted')
  expect(notes).toMatchObject([{ kind: 'ambiguous date', message: expect.stringContaining('no day') }])
})

test.each(['2024年11月', '2024年', '二〇二四年十一月'])('%s is kept as it is printed', (date) => {
  const { datePrinted, notes, ...reply } = parseReply(
    `关于第45号提案的答复\n沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。\n青禾县水利局\n${date}\n`,
  )
  expect(datePrinted).toBe(date)
  expect(reply).not.toHaveProperty('date')
  expect(notes).toMatchObject([{ kind: 'ambiguous date' }])
})

test('a date with slashes is that of the letter', () => {
  const { date, notes } = parseReply(
    '关于第45号提案的答复\n沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。\n青禾县水利局\n2024/4/30\n',
  )
  expect([date, notes]).toEqual(['2024-04-30', []])
})

describe('the address of a site below a letter', () => {
  const letter = [
    '关于县政协十届三次会议第5号提案的答复',
    '沈一禾委员：',
    '您提出的《关于修渠的提案》收悉，现答复如下：',
    '渠道已修。',
  ]
  const read = (...end: string[]) => parseReply([...letter, ...end].join('\n'), { format: 'text' })

  test('ends a sign-off that names nobody to ask, and is noted', () => {
    const { contacts, signatory, notes } = read(
      '青禾县水利局',
      '2023年6月5日',
      '地址：青禾路8号',
      '电话：000-1234567',
    )
    expect(contacts).toEqual([])
    expect(signatory).toBe('青禾县水利局')
    expect(notes?.map(({ kind }) => kind)).toEqual(['page chrome'])
  })

  test('gives whom the letter names no second phone', () => {
    const { contacts } = read(
      '青禾县水利局',
      '2023年6月5日',
      '联系人：鲁木槿，电话：000-7654321',
      '地址：青禾路8号',
      '电话：000-1234567',
    )
    expect(contacts).toEqual([{ role: '联系人', name: '鲁木槿', phone: '000-7654321' }])
  })

  test('is that of the letter above its date, and beside whom to ask', () => {
    const above = read('地址：青禾路8号  电话：000-1234567', '青禾县水利局', '2023年6月5日')
    expect(above.contacts).toEqual([{ phone: '000-1234567' }])
    const beside = read(
      '青禾县水利局',
      '2023年6月5日',
      '联系人：鲁木槿',
      '地址：青禾路8号',
      '电话：000-1234567',
    )
    expect(beside.contacts).toEqual([{ role: '联系人', name: '鲁木槿', phone: '000-1234567' }])
    const { copies } = read('青禾县水利局', '2023年6月5日', '地址：青禾路8号', '抄送：县政协提案委')
    expect(copies).toEqual(['县政协提案委'])
  })
})

test('a sign-off goes on below a list of what is enclosed', () => {
  const letter = (enclosed: string) =>
    parseReply(
      `关于第45号提案的答复\n沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。\n青禾县水利局\n2023年6月5日\n${enclosed}\n联系人：鲁木槿`,
    )
  const { contacts, notes = [] } = letter('附件：1.渠道清单\n2.工程进度表\n3.征询意见表')
  expect(contacts).toEqual([{ role: '联系人', name: '鲁木槿' }])
  expect(notes.map(({ kind }) => kind)).toEqual(Array(3).fill('unread sign-off'))
  expect(letter('2.工程进度表').contacts).toEqual([])
})

describe('the last paragraph of a body', () => {
  const read = (last: string) =>
    parseReply(
      [
        '关于县政协十届三次会议第45号提案的答复',
        '沈一禾委员：',
        '您提出的《关于修渠的提案》收悉，现答复如下：',
        '渠道已经勘察。',
        last,
        '青禾县水利局',
        '2023年6月5日',
      ].join('\n'),
      { format: 'text' },
    )

  test.each([
    '已公布投诉电话：12315，共受理投诉35件，办结率100%。',
    '投诉电话12315已接入市民热线，共受理投诉35件。',
    '渠道贯通使用，咨询电话：0731-1234567。',
    '渠道已修好，村民可拨打电话12345反映。',
    '服务电话12345全天受理，平均15秒接通。',
  ])('stays, though it tells of a phone: %s', (last) => {
    const { sections, contacts } = read(last)
    expect(sections.at(-1)?.paragraphs.at(-1)?.text).toBe(last)
    expect(contacts).toEqual([])
  })

  test.each([
    '如有疑问，请致电，联系电话：000-1234567。',
    '联系电话：000-1234567，传真同号。',
    '县水利局办公室，电话：000-1234567。',
  ])('is the first line of a sign-off that says whom to call: %s', (last) => {
    expect(read(last).contacts).toEqual([{ phone: '000-1234567' }])
  })
})

describe('isSignatureLine', () => {
  test.each([
    '青禾县水利局（盖章）',
    '2023年6月5日',
    '（联系人：鲁木槿',
    '附件：办理情况反馈表',
    '抄 报：县政府',
    '13800000000',
    '0二十三日',
    '附：办理情况征询意见表',
    '电话 000-1234567',
  ])('takes %j for a part of a sign-off', (line) => {
    expect(isSignatureLine(line)).toBe(true)
  })

  test.each([
    '再次感谢您对水利工作的关心。',
    '请联系水利局。联系电话：000-1234567。',
    '三是明确联系人。各乡镇设联系人：由分管领导担任。',
    '第45号',
  ])('takes %j for a part of the body', (line) => {
    expect(isSignatureLine(line)).toBe(false)
  })
})

test('reads no hidden name', () => {
  expect(readContacts(['联系人：***  联系电话：000-1234567'])).toEqual([
    { role: '联系人', phone: '000-1234567' },
  ])
  expect(readContacts(['联系人：×××'])).toEqual([])
})
