import { compact } from '../lines/line.js'
import type { Contact } from '../reply.js'
import { readLabels, stripPunctuation } from './labels.js'
import { isName, splitNames } from './names.js'
import { isOffice } from './offices.js'
import { pairContacts, type Token } from './pair-contacts.js'
import { isPhones, LABELLED_PHONE, PHONE, phoneOf } from './phones.js'

/** Shorter, the name of an office may be that of a person. */
const SHORTEST_OFFICE = 5
const SHORTEST_DEPARTMENT = 5
const OF_A_LEVEL = /^[省市州盟县区旗镇].{1,3}[局委办厅院]$/
const DEPARTMENT = /(?:[局厅司委办科室股处组部]|中心|公司)$/
const POST =
  /^副?(?:[科处局股所站队组部厅司校镇乡县区市]长|主任|书记)$|科员$|主任(?:工程|[医药护技])师$|^.{3,}(?:[科处局股所站队组部厅司]长|主任|书记|工程师)$/
/** 鲁木槿副局长, which 办公室副主任 and 常务副局长 are not. */
const PERSON_WITH_POST =
  /^\p{Script=Han}{2}[^局厅司委办科室股处组部队站所会支心副]副?(?:[科处局股所站队组部厅司]长|主任|书记)$/u
/** 办公室主任鲁木槿, but not 主任医师. */
const POST_BEFORE_PERSON =
  /^(?:\p{Script=Han}{2,20}[局厅司委办科室股处组部队站所会心])?副?(?:[科处局股所站队组部厅司]长|主任)(?!助理|科员|(?:工程|[医药护技])师|医生|委员|秘书)(\p{Script=Han}{2,3})$/u
/** 规划科, beside a person. */
const SHORT_DEPARTMENT = /^\p{Script=Han}{2}[局办科室股处站部]$/u
/** The same wherever it stands: no name is made of these words. */
const SURE_DEPARTMENT =
  /^(?:法规|规划|办公|综合|人事|财务|政策|信访|督查|宣传|业务|教育|基教|监管|审批|工程|农业|水利|建设|管理|市政|环卫|园林|交通|运输|安全|应急|社保|就业|医政|疾控|妇幼|城建|土地|林业|民政|文化|旅游|体育|建管|公路|执法|稽查|统计|预算|产业|投资|价格|能源|环评|基层|老龄|养老|营销|运营|运维|客户|客服|组织|统战|市场|技术|生产|财会)[局办科室股处站部]$/
/** 张三和李四 */
const TWO_PEOPLE = /^(\p{Script=Han}{2,3})[和与](\p{Script=Han}{2,3})$/u
/** What stands beside phones and names nobody. */
const NO_NAME =
  /^(?:\d|办公|单位(?!.$)|咨询|监督|投诉|举报|服务|值班|联系|固定|移动|手机|座机|电话)|^[及和或]$|[话机号真人]和$|[及或：:\d]$|热线|(?<!^[^及和或与、/\s])传真|邮编|微信/
/** Whose numbers anybody may call, whoever is named beside them: those of an office, too. */
const OF_NOBODY = /咨询|监督|投诉|举报|值班|热线$|^承办.{2}及电话$/
/** 维权电话, but not 鲁木槿，电话. */
const GLUED = /^[\s（(]*\p{Script=Han}+?电\s*话/u
const PERSON_BEFORE_PHONE =
  /^\p{Script=Han}{2}[^局办科室股处站所队台部组]$|[·•・]|^(?:欧阳|司马|上官|诸葛|司徒|夏侯|尉迟|公孙|慕容|令狐|皇甫|东方|端木|宇文|长孙|南宫|呼延|赫连)\p{Script=Han}{1,2}$/u
/** Whose phone stands behind an address is not said. */
const ADDRESS = /地址$/
/** 12345, 95518, 000-96119 */
const HOTLINE =
  '(?<![\\d-])(?:(?:\\d{3,4}\\s?[-—–－]\\s?)?(?:12|9[56])\\d{3}|400[- ]?\\d{3,4}[- ]?\\d{3,4})(?![\\d-])'
const IS_HOTLINE = new RegExp(`^${HOTLINE}$`)
const NUMBER = new RegExp(`${HOTLINE}|${PHONE.source}`, 'g')
const LABELLED_NUMBER = new RegExp(`${NUMBER.source}|${LABELLED_PHONE}`, 'g')
/** 电话：000-123 with the rest of the number on the next line. */
const CUT_NUMBER = /\d[-—–－](\d{0,6})$/
const REST_OF_NUMBER = /^\d{1,8}(?![\d年./-])/
const DIGITS = [7, 8]
const PERSON = /^\p{Script=Han}{2,4}$|^\p{Script=Han}+[·•・]\p{Script=Han}+$/u
const LONGEST_LINE = 60

/** The people to ask and their phones, from the lines of a sign-off. */
export function readContacts(printed: readonly string[]): Contact[] {
  const clauses: Token[][] = []
  const lines = withWholeNumbers(printed)
  const below = peopleBelow(lines)
  let role: string | undefined
  for (const [i, line] of lines.entries()) {
    if (below[i]) clauses.push(...clausesOf(line, role))
    else {
      const label = contactLabels(line).at(-1)?.label
      if (label !== undefined) role = roleOf(label)
      clauses.push(...clausesOfLine(line, endsWithLeader(lines[i - 1] ?? '')))
    }
  }
  return pairContacts(clauses)
}

/** The lines with those numbers in one piece that a line break has cut behind the area code. */
function withWholeNumbers(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const above = whole.at(-1) ?? ''
    const begun = CUT_NUMBER.exec(above)?.[1]
    const rest = REST_OF_NUMBER.exec(line)?.[0] ?? ''
    if (begun !== undefined && DIGITS.includes(begun.length + rest.length))
      whole[whole.length - 1] = above + line
    else whole.push(line)
  }
  return whole
}

/** 负责人：顾南星, to whom the phone on the next line belongs. */
function endsWithLeader(line: string): boolean {
  const last = readLabels(line).values.at(-1)
  return last?.kind === 'leader' && last.value !== ''
}

/** Which lines go on with the people that a label above begins with: 联系人：/ 市水利局 鲁木槿 000-1234567. */
export function peopleBelow(lines: readonly string[]): boolean[] {
  const below: boolean[] = []
  for (const [i, line] of lines.entries()) {
    const opening = contactLabels(lines[i - 1] ?? '').at(-1)
    below.push((opening !== undefined || below[i - 1] === true) && isOfPeople(line, opening?.value))
  }
  return below
}

/** Whether a line has people for a label above, whose value is `opened`, or for that of the people above. */
function isOfPeople(line: string, opened: string | undefined): boolean {
  if (line.length > LONGEST_LINE || /[。！？：:]/.test(line) || readLabels(line).values.length > 0)
    return false
  const tokens = clausesOf(line).flat()
  const names = tokens.flatMap((token) => (token.kind === 'person' ? [token.name] : []))
  if (names.length === 0 || !names.every((name) => PERSON.test(name))) return false
  if (tokens.length === names.length) return opened === '' && !/公开|敬礼|此致/.test(line)
  return opened === undefined || opened === '' || clausesOf(opened).flat().length > 1
}

function contactLabels(line: string): { label: string; value: string }[] {
  return readLabels(line).values.filter(({ kind }) => kind === 'contact')
}

/** 联系人及电话 names a person of the role 联系人; of 人 nobody knows what it was. */
function roleOf(label: string): string | undefined {
  return label === '人' ? undefined : label.replace(/(?:及|和)(?:联系)?电话$/, '')
}

/** What a line says, in clauses: a semicolon ends what is said of one person. */
function clausesOfLine(line: string, isBelowLeader: boolean): Token[][] {
  const { before, values } = readLabels(line)
  if (values.length === 0) return isPhones(compact(line)) ? clausesOf(line, undefined, isBelowLeader) : []
  const name = compact(before)
  const [first] = values
  const isOfMatter = first?.label === '电话' && isMatter(name) && GLUED.test(line)
  const isNamed =
    first?.kind === 'phone' &&
    !isOfMatter &&
    !OF_NOBODY.test(first.label) &&
    isName(name) &&
    !isOffice(name) &&
    !NO_NAME.test(name)
  const clauses: Token[][] = [isNamed ? [{ kind: 'person', name, list: {} }] : []]
  let role: string | undefined
  let isOfOthers = isBelowLeader || isOfMatter || (before === '' && ADDRESS.test(first?.label ?? ''))
  for (const { kind, label, value } of values) {
    const isPhone = kind === 'phone' || label.endsWith('电话')
    if (kind === 'leader' || kind === 'contact') isOfOthers = kind === 'leader'
    if (kind === 'contact') role = roleOf(label)
    else if (!isPhone) continue
    const number = isPhone ? LABELLED_NUMBER : NUMBER
    const [own = [], ...others] = clausesOf(value, role, isOfOthers || OF_NOBODY.test(label), number)
    clauses.at(-1)!.push(...own.filter((token) => token.kind === 'phone' || kind === 'contact'))
    // 联系人：鲁木槿，电话：000-1234567；顾南星，电话：000-7654321
    clauses.push(
      ...others.map((clause) => clause.filter((token) => token.kind === 'phone' || role !== undefined)),
    )
  }
  return clauses
}

function clausesOf(text: string, role?: string, isOfNobody = false, number = NUMBER): Token[][] {
  const list = {}
  return text.split(/[；;]/).map((clause) => {
    const tokens: Token[] = []
    let from = 0
    const addPeople = (piece: string): void => {
      for (const name of namesIn(piece)) tokens.push({ kind: 'person', name, role, list })
    }
    for (const { 0: printed, index } of clause.matchAll(number)) {
      const piece = clause.slice(from, index)
      from = index + printed.length
      addPeople(piece)
      if (/(?:传\s*真|邮\s*编)[：:]?\s*$/.test(piece)) continue
      const phone = phoneOf(printed)
      tokens.push({ kind: 'phone', phone, isOfNobody: isOfNobody || IS_HOTLINE.test(compact(phone)) })
    }
    addPeople(clause.slice(from))
    return tokens
  })
}

/** Whether a word that 电话 follows at once says what may be asked there, and not who: 维权电话, 法律援助电话. */
function isMatter(word: string): boolean {
  return word !== '' && !PERSON_BEFORE_PHONE.test(word) && !NO_NAME.test(word) && !isOffice(word)
}

/** The names beside phones, without the offices, departments and posts of their people. */
function namesIn(text: string): string[] {
  const said = text
    .replace(/^[^（()）]*[）)]/, '')
    .replace(/[（(][^（()）]*[）)]/g, ' ')
    .replace(/[（(].*/, '')
  const names = withoutPost(stripPunctuation(said))
    .split(/[、，,；;]/)
    .flatMap((part) => {
      const words = splitNames(part)
        .flatMap((word) => (DEPARTMENT.test(word) ? undefined : TWO_PEOPLE.exec(word)?.slice(1)) ?? [word])
        .map(withoutOffice)
      return words.filter((word, i) => {
        const isLast = i === words.length - 1
        return isPerson(word) && (isLast || !DEPARTMENT.test(word))
      })
    })
  const people = names.filter((name) => !SHORT_DEPARTMENT.test(name))
  return people.length > 0 ? people : names
}

/** 张  明 县水利局副局长 is the name of 张明, with his post. */
function withoutPost(names: string): string {
  return /^(\p{Script=Han}\s+\p{Script=Han})\s+\p{Script=Han}{4,}$/u.exec(names)?.[1] ?? names
}

/** 联系单位、联系人及电话：青禾县水利局 鲁木槿 names the office first; 鲁建会 ends as an office does. */
function isPerson(word: string): boolean {
  if (NO_NAME.test(word) || (POST.test(word) && !PERSON_WITH_POST.test(word)) || OF_A_LEVEL.test(word))
    return false
  if (SURE_DEPARTMENT.test(word) || (word.length >= SHORTEST_DEPARTMENT && DEPARTMENT.test(word)))
    return false
  return word.length < SHORTEST_OFFICE || !isOffice(word)
}

/** 青禾县水利局鲁木槿 is the name of 鲁木槿, behind the office, or behind the post; 司 behind 局 begins the name, 司马木槿. So is 规划处鲁木槿. */
function withoutOffice(name: string): string {
  const behindPost = POST_BEFORE_PERSON.exec(name)?.[1]
  if (behindPost !== undefined) return behindPost
  const person =
    /^(?:\p{Script=Han}{3,20}(?:[局厅委办科股室处部]|(?<![局厅司委办科股室处])司)|\p{Script=Han}{2}[科股室处部])(\p{Script=Han}{2,3})$/u.exec(
      name,
    )?.[1]
  return person === undefined || isOffice(name) ? name : person
}
