import fc from 'fast-check'
import type { Reply, SectionRole } from '../../src/reply/reply.js'

/** A letter that the grammar of the genre allows, and what anyone who reads it finds in it. */
export interface GeneratedLetter {
  /** As its lines are printed, top to bottom. */
  lines: string[]
  expected: Pick<Reply, 'proposals' | 'recipients' | 'leaders' | 'contacts' | 'copies'> &
    Partial<Pick<Reply, 'documentNumber' | 'issuer' | 'category' | 'disclosure' | 'date' | 'signatory'>> & {
      sections: ExpectedSection[]
    }
}

export interface ExpectedSection {
  role?: SectionRole
  marker?: string
  title?: string
  paragraphs: { text: string; lead?: string }[]
  sections: ExpectedSection[]
}

const HAN = '零一二三四五六七八九十'
const SURNAMES = [...'沈鲁顾柏穆纪阮尹']
const GIVEN = ['一禾', '木槿', '南星', '远', '青川', '知秋', '砚', '若溪']
const TOPICS = [
  '修缮柳溪渠',
  '增设云桥路公交站点',
  '推动山区民宿发展',
  '整治乡道',
  '规范夜市',
  '完善社区食堂',
]
const OFFICES = ['水利局', '交通运输局', '教育局', '民政局', '农业农村局', '发展和改革委员会']
const SENTENCES = [
  '全长12.5公里，灌溉面积3200亩',
  '2022年以来，我局投入资金380万元，完成了闸门更换',
  '沿线5个村的条件明显改善',
  '我局会同县财政局进行了排查，形成了问题清单',
  '经3月8日研究，已列入年度计划',
  '群众反映的“停车难”问题得到缓解',
  '县委、县政府高度重视，多次现场调度',
  '根据《云桥市管理办法》（云政发〔2019〕20号），实行分级负责',
]
const TITLES: readonly (readonly [title: string, role: SectionRole])[] = [
  ['当前工作情况', 'progress'],
  ['基本情况', 'progress'],
  ['关于加大投入的建议', 'answer'],
  ['关于完善设施的问题', 'answer'],
  ['下一步工作打算', 'plan'],
  ['下一步工作计划', 'plan'],
]
const LEADS = ['争取资金', '加强管护', '完善设施', '优化布局']
const CLOSINGS = ['再次感谢您对我们工作的关心和支持！', '感谢您的关心，欢迎继续监督。', '特此答复。']

const pick = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values)
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined })

const person = fc.tuple(pick(SURNAMES), pick(GIVEN)).map((parts) => parts.join(''))
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 3 })
const sentence = fc
  .uniqueArray(pick(SENTENCES), { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.join('；')}。`)

/** The number of a place in a list, in one of the signs of the genre. */
const MARKS: Readonly<Record<string, (place: number) => string>> = {
  han: (place) => `${HAN[place]}、`,
  bracketed: (place) => `（${HAN[place]}）`,
  digit: (place) => `${place}.`,
  series: (place) => `${HAN[place]}是`,
  ordinal: (place) => `第${HAN[place]}，`,
  circled: (place) => '①②③④'.charAt(place - 1),
}

type Body = Pick<ExpectedSection, 'paragraphs' | 'sections'> & { lines: string[] }

const plain: fc.Arbitrary<Body> = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((texts) => ({
  lines: texts,
  paragraphs: texts.map((text) => ({ text })),
  sections: [],
}))

/** 一是争取资金。…… */
const runIn: fc.Arbitrary<Body> = fc
  .tuple(
    pick(['series', 'bracketed', 'digit']),
    fc.uniqueArray(pick(LEADS), { minLength: 2, maxLength: 4 }),
    sentence,
  )
  .map(([mark, leads, rest]) => {
    const paragraphs = leads.map((title, i) => {
      const lead = `${MARKS[mark]!(i + 1)}${title}。`
      return { text: lead + rest, lead }
    })
    return { lines: paragraphs.map(({ text }) => text), paragraphs, sections: [] }
  })

/** ①…… and 第一，…… as paragraphs without titles. */
const numbered: fc.Arbitrary<Body> = fc
  .tuple(pick(['ordinal', 'circled']), fc.array(sentence, { minLength: 2, maxLength: 4 }))
  .map(([mark, texts]) => {
    const paragraphs = texts.map((text, i) => ({ text: MARKS[mark]!(i + 1) + text }))
    return { lines: paragraphs.map(({ text }) => text), paragraphs, sections: [] }
  })

/** （一）…… as headings of their own, with paragraphs below each. */
function nested(mark: string, role: SectionRole): fc.Arbitrary<Body> {
  return fc.array(fc.tuple(pick(LEADS), plain), { minLength: 2, maxLength: 3 }).map((parts) => ({
    lines: parts.flatMap(([title, { lines }], i) => [`${MARKS[mark]!(i + 1)}${title}`, ...lines]),
    paragraphs: [],
    sections: parts.map(([title, { paragraphs }], i) => ({
      role,
      marker: MARKS[mark]!(i + 1),
      title,
      paragraphs,
      sections: [],
    })),
  }))
}

const sections: fc.Arbitrary<{ lines: string[]; sections: ExpectedSection[] }> = fc
  .uniqueArray(pick(TITLES), { minLength: 1, maxLength: 4 })
  .chain((titles) =>
    fc.tuple(
      ...titles.map(([title, role], i) =>
        fc.oneof(plain, runIn, numbered, nested('bracketed', role)).map(({ lines, ...inner }) => {
          const marker = MARKS.han!(i + 1)
          return { lines: [marker + title, ...lines], section: { role, marker, title, ...inner } }
        }),
      ),
    ),
  )
  .map((parts) => ({
    lines: parts.flatMap(({ lines }) => lines),
    sections: parts.map(({ section }) => section),
  }))

const unstructured: fc.Arbitrary<{ lines: string[]; sections: ExpectedSection[] }> = plain.map(
  ({ lines, paragraphs }) => ({ lines, sections: [{ role: 'answer', paragraphs, sections: [] }] }),
)

const number = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((number) => `0${number}`),
  fc.integer({ min: 2_100_001, max: 2_509_999 }).map(String),
)

const head = fc.record({
  place: pick(['青禾县', '云桥市', '柳塘区']),
  office: pick(OFFICES),
  kind: pick(['提案', '建议'] as const),
  meeting: fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 5 })),
  apart: pick(['、', '号、第']),
  numbers: fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
  topic: pick(TOPICS),
  recipients: people,
  respected: fc.boolean(),
  documentNumber: maybe(
    fc.tuple(
      pick(['水函', '政办', '教建字']),
      fc.integer({ min: 2008, max: 2025 }),
      fc.integer({ min: 1, max: 300 }),
    ),
  ),
  approver: maybe(person),
  category: maybe(pick(['A', 'B', 'C', 'D'] as const)),
  disclosure: maybe(pick(['同意公开', '此件公开发布'])),
})

const foot = fc.record({
  closing: maybe(pick(CLOSINGS)),
  date: fc.date({ min: new Date('2008-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
  inHan: fc.boolean(),
  contact: maybe(fc.tuple(person, fc.integer({ min: 1_000_000, max: 9_999_999 }))),
  bracketed: fc.boolean(),
  copies: maybe(fc.constant(['县政协提案委', '县政府办'] as const)),
})

export const generatedLetter: fc.Arbitrary<GeneratedLetter> = fc
  .tuple(head, fc.oneof(sections, unstructured), foot)
  .map(([top, body, bottom]) => {
    const issuer = top.place + top.office
    const session = sessionOf(top)
    const title = `关于${top.topic}的${top.kind === '提案' ? '提案' : '建议'}`
    const leadIn = `您提出的《${title}》收悉，现答复如下：`
    const documentNumber =
      top.documentNumber &&
      `${top.place[0]}${top.documentNumber[0]}〔${top.documentNumber[1]}〕${top.documentNumber[2]}号`
    const iso = bottom.date.toISOString().slice(0, 10)
    const role = top.kind === '提案' ? '委员' : '代表'
    const contact = bottom.contact && {
      role: '联系人',
      name: bottom.contact[0],
      phone: `000-${bottom.contact[1]}`,
    }
    return {
      lines: [
        ...lineIf(top.category && `（${top.category}类）`),
        ...lineIf(top.disclosure),
        ...lineIf(
          documentNumber && documentNumber + (top.approver ? `${' '.repeat(10)}签发人：${top.approver}` : ''),
        ),
        `${issuer}关于${session}第${top.numbers.join(top.apart)}号${top.kind}的答复`,
        `${top.respected ? '尊敬的' : ''}${top.recipients.join('、')}${role}：`,
        leadIn,
        ...body.lines,
        ...lineIf(bottom.closing),
        issuer,
        printedDate(iso, bottom.inHan),
        ...lineIf(contact && contactLine(contact, bottom.bracketed)),
        ...lineIf(bottom.copies && `抄送：${bottom.copies.join('，')}`),
      ],
      expected: {
        proposals: top.numbers.map((number) => ({ number, title, kind: top.kind, session })),
        ...(documentNumber && { documentNumber }),
        issuer,
        recipients: top.recipients,
        ...(top.category && { category: top.category }),
        ...(top.disclosure && { disclosure: top.disclosure }),
        date: iso,
        signatory: issuer,
        leaders: documentNumber && top.approver ? [{ role: '签发人', name: top.approver }] : [],
        contacts: contact ? [contact] : [],
        copies: [...(bottom.copies ?? [])],
        sections: [
          { role: 'opening', paragraphs: [{ text: leadIn }], sections: [] },
          ...body.sections,
          ...(bottom.closing
            ? [{ role: 'closing' as const, paragraphs: [{ text: bottom.closing }], sections: [] }]
            : []),
        ],
      },
    }
  })

/** The letter in each format that is parsed. */
export const DOCUMENTS: Readonly<Record<'markdown' | 'text' | 'html', (lines: readonly string[]) => string>> =
  {
    markdown: (lines) => lines.join('\n\n'),
    text: (lines) => lines.map((line) => `　　${line}`).join('\n'),
    html: (lines) =>
      `<!DOCTYPE html><html><body><div>${lines.map((line) => `<p>${line.replaceAll('  ', '&nbsp;&nbsp;')}</p>`).join('\n')}</div></body></html>`,
  }

function sessionOf({
  place,
  kind,
  meeting: [term, meeting],
}: {
  place: string
  kind: string
  meeting: [number, number]
}): string {
  const level = place.slice(-1)
  const [a, b] = [HAN[term], HAN[meeting]]
  return kind === '提案' ? `${level}政协${a}届${b}次会议` : `${level}${a}届人大${b}次会议`
}

function printedDate(iso: string, inHan: boolean): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  if (!inHan) return `${year}年${Number(month)}月${Number(day)}日`
  const digits = [...year].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
  return `${digits}年${inWords(Number(month))}月${inWords(Number(day))}日`
}

/** Up to 31. */
function inWords(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones] : ''}`
}

function contactLine(
  { role, name, phone }: { role: string; name: string; phone: string },
  bracketed: boolean,
): string {
  const line = `${role}：${name}，电话：${phone}`
  return bracketed ? `（${line}）` : line
}

function lineIf(line: string | undefined): string[] {
  return line ? [line] : []
}
