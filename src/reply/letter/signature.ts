import { readContacts } from '../grammar/contacts.js'
import { datesOfLine, findDate, isDateWithoutDay, mayBeDated } from '../grammar/dates.js'
import { type LabelKind, readLabels, stripPunctuation } from '../grammar/labels.js'
import { bareCategory, isBareCategory, type Markings, readMarkings } from '../grammar/markings.js'
import { splitNames } from '../grammar/names.js'
import { NUMERAL } from '../grammar/numerals.js'
import { areOfOnePlace, isOffice, jointOffices, standsAlone } from '../grammar/offices.js'
import { readLeaders } from '../grammar/people.js'
import { isPhones, withoutPhones } from '../grammar/phones.js'
import { compact, type Line } from '../lines/line.js'
import type { Contact, Leader } from '../reply.js'

/** A line of the sign-off is short, but for a 抄送 to many offices. */
const LONGEST = 300

/** Remarks of the office's registry: they say nothing of the letter. */
const REMARK =
  /^附(?:件(?!.*[。！？].)|$)|^(?:单位)?[盖公印签]章$|^此页无正文$|日印发$|^共印\d+份$|^\p{Script=Han}{2,4}代行$/u

/** Labels that a sentence may begin with as well; what else they say is found as a marking. */
const IN_SENTENCES: ReadonlySet<LabelKind> = new Set(['other', 'category', 'disclosure'])

/** 桥已修好，; but 如有疑问，请拨打 leads to a phone, and so does an office. */
const CLAUSE = /[，,；;]|[已将了]/
const SHORTEST_CLAUSE = 5
const ASKS_TO_CALL = /请|如[有对]|若|欢迎|联系|咨询|疑问|此/
const OF_OFFICE = /[局厅委部办科室股处站所队院会府]$|中心$|公司$/
const TOLD_OF_PHONE = /\d(?:[，,；;、]?\p{Script=Han}[^：:]{5,})$/u

const BEFORE_DATE = new RegExp(`^\\D{0,40}?(?=\\d|[${NUMERAL}]{4}年)`)

/** 种业管理司 is to be asked, and its ministry answers; 青禾县园林管理处 is an office of its own. */
const DEPARTMENT = /(?<!公)司$|^(?!\p{Script=Han}{1,8}[省市州盟县区旗][^局厅委部]{2,16}处$).*(?<!办事)处$/u

export interface Signature extends Markings {
  /** As printed, and the days that it can be: more than one where only its digits are left, none where it names no day. */
  date?: PrintedDate
  signatory?: string
  /** The offices that sign with it, and those that the sign-off says have helped. */
  partners: string[]
  leaders: Leader[]
  contacts: Contact[]
  copies: string[]
}

interface PrintedDate {
  printed: string
  readings: string[]
}

/** Whether a line can belong to a sign-off: it is one if it stands at the end of the letter. */
export function isSignatureLine(line: string): boolean {
  if (line.length > LONGEST) return false
  const text = stripPunctuation(compact(line))
  const { before, values } = readLabels(line)
  return (
    (values.length > 0 && before.length <= 12 && !/[。！？]./.test(text)) ||
    isPhones(text) ||
    Object.keys(readOfficeAndDate(line)).length > 0 ||
    REMARK.test(text) ||
    isBareCategory(line) ||
    Object.keys(readMarkings(line)).length > 0
  )
}

/** Whether a line that can belong to a sign-off is a sentence: 附件所列项目均已开工。 and 注：以上为2023年数据。 */
export function isSentenceOfLetter(line: string): boolean {
  if (!/[。！？]\s*$/.test(line)) return false
  const labels = readLabels(line)
  return (
    !isPhones(stripPunctuation(compact(line))) &&
    (labels.values.every(({ kind }) => IN_SENTENCES.has(kind)) || tellsOfPhone(line, labels)) &&
    Object.keys(readMarkings(line)).length === 0
  )
}

/** Whether a sentence says more than whom to call: 桥已修好，咨询电话：000-1234567。, 投诉电话12315已接入热线，受理投诉35件。 */
function tellsOfPhone(line: string, { before, values }: ReturnType<typeof readLabels>): boolean {
  if (values.some(({ kind }) => kind !== 'phone' && !IN_SENTENCES.has(kind))) return false
  const words = compact(before)
  const isParted = /[，,；;]/.test(line.charAt(line.indexOf(before) + before.length))
  const isClause = CLAUSE.test(words) || (isParted && words.length >= SHORTEST_CLAUSE)
  const isAbove = isClause && !ASKS_TO_CALL.test(words) && !OF_OFFICE.test(words)
  const behind = compact(values.at(-1)?.value ?? '').replace(/[（(][^（）()]*[）)]/g, '')
  return isAbove || TOLD_OF_PHONE.test(behind)
}

/** Whether a line is a date, or an office and a date: what follows the sign-off is no part of the letter. */
export function isDateLine(line: string): boolean {
  return line.length <= LONGEST && mayBeDated(line) && isDated(readOfficeAndDate(line))
}

/** The offices that a line names which can sign, alone or with a date. */
export function signatoriesOfLine(line: string): string[] {
  return line.length <= LONGEST ? (readOfficeAndDate(line).signatories ?? []) : []
}

interface OfficeAndDate {
  date?: PrintedDate
  signatories?: string[]
}

/** Whether a date was found that names a day. */
export function isDated({ date }: Pick<OfficeAndDate, 'date'>): boolean {
  return date !== undefined && date.readings.length > 0
}

/** What stands below the letter, whatever the order of its lines. */
export function readSignature(lines: Line[]): Signature {
  const texts = lines.map(({ text }) => text)
  const labels = texts.map((text) => readLabels(text).values)
  const labelled = labels.flat()
  const named = (kind: LabelKind): string[] =>
    labelled
      .filter((value) => value.kind === kind)
      .map(({ value }) => withoutPhones(withoutSeal(compact(value))))
  const copies = labelled.filter(({ kind }) => kind === 'copies').map(({ value }) => value)
  // The first date and office are the letter's; a line 2023年6月9日印发 may follow.
  const signed = texts.map(readOfficeAndDate)
  const dates = labelled.filter(({ kind }) => kind === 'date').map(({ value }) => readOfficeAndDate(value))
  const { date } = [...signed, ...dates].find(isDated) ?? signed.find((line) => line.date) ?? {}
  // Whoever gets a copy may go on below 抄送, and signs nothing where an office signs above.
  const firstCopy = labels.findIndex((values) => values.some(({ kind }) => kind === 'copies'))
  const above = signatoriesOf(firstCopy === -1 ? signed : signed.slice(0, firstCopy))
  const signing = above.length > 0 ? above : signatoriesOf(signed)
  const answering = [...named('office'), ...texts.flatMap(officesBeforeLabels)].filter(isOffice)
  // Where nobody signs, the office to ask is the one that answers.
  const asked = named('office to ask').filter((office) => isOffice(office) && !DEPARTMENT.test(office))
  const [signatory, ...partners] = [signing, answering, asked].find((offices) => offices.length > 0) ?? []
  const helpers = labelled
    .filter(({ kind }) => kind === 'co-handler')
    .flatMap(({ value }) => splitNames(value))
  const bare = bareCategory(texts)
  return {
    ...(bare !== undefined && { category: bare }),
    ...texts.map(readMarkings).reduce<Markings>((all, markings) => Object.assign(all, markings), {}),
    ...(date !== undefined && { date }),
    ...(signatory !== undefined && { signatory }),
    partners: [...partners, ...helpers],
    leaders: texts.flatMap(readLeaders),
    contacts: readContacts(texts),
    copies: copies.flatMap((value) =>
      splitNames(value.replace(/[（(]?\d{1,3}份[)）]?|[（(]\d{1,3}[)）]?/g, '')),
    ),
  }
}

function signatoriesOf(lines: readonly OfficeAndDate[]): string[] {
  return lines.flatMap(({ signatories = [] }) => signatories)
}

/** 青禾县水利局  联系电话：000-1234567 */
function officesBeforeLabels(line: string): string[] {
  const { before, values } = readLabels(line)
  return values.length > 0 ? jointOffices(compact(before)) : []
}

/** The English name of an office, behind its own. */
const IN_ENGLISH = /^[A-Za-z .,&'’-]{6,80}$/
/** 环境局局长 signs for the office. */
const HEAD_OF_OFFICE = /(?<=\p{Script=Han}{2}([局厅署司处]))\1长$/u
/** 青禾县水利局规划科 */
const WITH_DEPARTMENT = /^(\p{Script=Han}{4,24}[局委厅办会])(?:\p{Script=Han}{2,8})[科股]$/u

/** The offices that sign side by side, `青禾县水利局    青禾县教育局`; a department behind its office is none. */
function officesIn(line: string): string[] {
  const signed = withoutEnglish(line.trim()).replace(HEAD_OF_OFFICE, '')
  const offices = withoutSeal(signed).split(/\s+|、/)
  const isNext = (office: string) => areOfOnePlace(office, offices[0]!) || standsAlone(office)
  if (offices.length > 1 && offices.every((office) => isOffice(office) && isNext(office))) return offices
  const text = withoutSeal(compact(signed))
  const whole = WITH_DEPARTMENT.exec(text)?.[1]
  if (whole !== undefined && standsAlone(whole)) return [text]
  // 青禾县交通运输局（青禾县交通战备办公室） keeps its bracket.
  return jointOffices(/[）)]$/.test(text) && isOffice(text) ? text : stripPunctuation(text))
}

function withoutEnglish(line: string): string {
  const at = line.search(/[A-Za-z]/)
  return at > 0 && IN_ENGLISH.test(line.slice(at)) ? line.slice(0, at).trimEnd() : line
}

/** The closing bracket may have been cut off with the label. */
function withoutSeal(text: string): string {
  return text.replace(
    /[（(](?:[盖代公印签]?章|[代印])(?:[)）]|$)|(?<=[局委厅会院府])[印公盖]章(?=[)）]?$)/g,
    '',
  )
}

/** Whether a text is labels with their values, and who answers for the letter or a phone is the last of them. */
function isFilledIn(text: string): boolean {
  const { before, values } = readLabels(`${text}：`)
  const last = values.at(-1)
  return before === '' && (last?.kind === 'leader' || (last?.kind === 'phone' && isPhones(last.value)))
}

/** A date of which only a part is left, alone or behind the office: 青禾县水利局202365, 青禾县水利局2023年6月. */
function partOfDate(text: string): OfficeAndDate {
  const office = BEFORE_DATE.exec(text)?.[0] ?? ''
  const printed = text.slice(office.length)
  const readings = datesOfLine(printed)
  const signatories = office === '' ? [] : officesIn(office)
  const isDate = readings.length > 0 || isDateWithoutDay(printed)
  if (!isDate || (office !== '' && signatories.length === 0)) return {}
  return { date: { printed, readings }, ...(signatories.length > 0 && { signatories }) }
}

/** `青禾县水利局`, `2023年6月5日`, or both on one line in either order, labelled values after them. */
function readOfficeAndDate(line: string): OfficeAndDate {
  const signatories = officesIn(line)
  // 责任规划师覆盖全部街道。 is a sentence.
  if (signatories.length > 0) return line.trimEnd().endsWith('。') ? {} : { signatories }
  const text = stripPunctuation(compact(line))
  const found = findDate(text)
  if (!found) return partOfDate(text)
  const [before, after] = [text.slice(0, found.start), text.slice(found.end)]
  const behind = before === '' ? officesIn(after) : []
  if (behind.length > 0)
    return { signatories: behind, date: { printed: text.slice(0, found.end), readings: [found.iso] } }
  const labels = readLabels(after)
  if (after !== '' && (labels.before !== '' || labels.values.length === 0)) return {}
  const date = { printed: text.slice(found.start, found.end), readings: [found.iso] }
  // 承办单位：青禾县水利局  单位负责人：      2023年6月5日
  if (before === '' || isFilledIn(before)) return { date }
  const offices = officesIn(before)
  return offices.length > 0 ? { signatories: offices, date } : {}
}
