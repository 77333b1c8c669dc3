import { isHidden, isName, splitNames } from '../grammar/names.js'
import { compact } from '../lines/line.js'

/** A letter to dozens of deputies is still one line of this length; longer lines are no salutations. */
const LONGEST = 400

const TITLE =
  /(?:(?:全国|[省市州盟县区旗乡镇])?(?:政协|人大)|政协\p{Script=Han}{1,8}[省市州盟县区旗])?(?:领衔|附议|联名|副?主任)?(?:委员|代表)+们?$/u
/** A record names its proposers behind such words, and addresses nobody. */
const LABEL = /^(?:领衔|附议|联名)(?:委员|代表)$/
/** The title may stand before the name, and a chair is addressed as one. */
const TITLE_BEFORE =
  /^(?:\p{Script=Han}{0,6}(?:政协|人大))?(委员|代表)(?=\p{Script=Han}{2,4}(?:同志|先生|女士)?$)/u
const POLITE = /^(\p{Script=Han}{2,4}?)(?:同志|先生|女士|常委|副?主席|副?主任)$/u
/** What no name of a person ends with. */
const OF_A_GROUP = /[组处站室团会部队界]$/
/** 沈一禾（民盟）委员, 茶陵代表团沈一禾代表, 经济界沈一禾委员, 两位委员. */
const ASIDE = /[（(][^（）()等]{1,12}[）)]/g
/** 沈一禾（市政协委员）：, 沈一禾（民盟）： */
const TITLE_IN_BRACKETS =
  /[（(](?:\p{Script=Han}{0,8}(委员|代表)|(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|无党派)(?:人士|成员)?)[）)]$/u
/** 沈一禾委员（并转鲁木槿委员）： */
const FORWARDED_IN_BRACKETS = /[（(]并?[转送]交?(\p{Script=Han}{2,4}(?:委员|代表))[）)]$/u
/** 委员 沈一禾： */
const SPACED_TITLE = /^(\p{Script=Han}{0,8}(?:委员|代表))\s+(?=\p{Script=Han}{2,4}$)/u
/** 沈一禾代表沈一禾代表 is one, printed twice. */
const TWICE = /^(\p{Script=Han}{2,4})(?:委员|代表)?\1$/u
/** 县人大沈一禾代表 */
const BODY_BEFORE =
  /^\p{Script=Han}{0,6}?(?:全国|[省市州盟县区旗乡镇])(?:人大|政协)(?=\p{Script=Han}{2,4}$)(?!.*[委组会联部室团]$)/u
const DELEGATION = /^\p{Script=Han}{2,10}(?:代表团|界别?)(?=\p{Script=Han}{2,4}$)(?!.*[组会联部室团]$)/u
const NUMBER_OF_SIGNERS =
  /[（(]?(?:等[\d〇一二三四五六七八九十百两]{0,4}[位名人]?|[\d一二三四五六七八九十百两]{1,3}[位名])[）)]?$/
/** A group of members, which needs no colon to be one: 柳溪乡委员联络组. */
const GROUP_OF_MEMBERS = /^\p{Script=Han}{2,12}(?:委员|代表)(?:联络|活动|工作)?小?组$/u
/** So does a party: 民盟云桥市委, 农工党云桥市委员会, 民建中央. */
const PARTY =
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国(?:国民党革命委员会|民主同盟|民主建国会|民主促进会|农工民主党)|(?:共青)?团(?=中央$))(?:\p{Script=Han}{0,12}(?:委员会|[省市州区县]委会?|支部|支社|总支|小组)|中央(?:委员会)?)$/u
/** A site may leave out who proposed: 提案人： */
const PROPOSER = /^(?:尊敬的?)?(?:各位)?(?:提案|建议|提议)[人者]$/
/** 县政协提案委员会并转沈一禾委员： */
const FORWARDED = /(?<=[委会室组处])[，,]?并?转(?:交|呈|致)?(?=\p{Script=Han}{2,4}(?:委员|代表|[、，,]))/gu
/** 第八组全体代表 */
const ALL_OF = /(?:全体|各位)$/
/** 第05号，沈一禾等代表提出的… */
const NUMBER_BEFORE = /^第[^第号]{1,16}号[，,、：:]/
/** Beside a party a member may stand without a title: 沈一禾、民盟云桥市委. */
const MEMBER = /^\p{Script=Han}{2,3}$/u
/** 您好，沈一禾委员： */
const GREETING_BEFORE = /^(?:[您你]们?|大家)好[，,：:！!。、\s]+/
/** Spread over the line, character by character: 沈 一 禾 委 员 ： */
const SPREAD = /^\s*\S(?:\s+\S){3,}[：:]?\s*$/
const GROUP =
  /(?:委员会|市委|区委|县委|省委|州委|工委|委|组|代表团|界别|界|支部|支社|总支|联|会|局|厅|办公室|办公厅|部|院|政府|党|社|街道|军区|军分区|警备区|大学|公司|中心|[处站室队乡镇])$/

export interface Salutation {
  /** Without titles: 沈一禾. Empty for 各位代表. */
  recipients: string[]
  /** What its own title says of the target: 委员 answer for 提案, 代表 for 建议. */
  title?: '委员' | '代表'
  /** Whether the line ends with a colon; without one it needs a lead-in below to be a salutation. */
  closed: boolean
}

/** Reads `沈一禾、鲁木槿委员：`; `undefined` where the line is no salutation. */
export function readSalutation(line: string): Salutation | undefined {
  if (line.length > LONGEST) return undefined
  const { text: greeted, closed } = withoutGreeting(SPREAD.test(line) ? compact(line) : line)
  const text = greeted
    .replace(FORWARDED_IN_BRACKETS, '、$1')
    .replace(TITLE_IN_BRACKETS, (_, title = '委员') => title)
    .replace(ASIDE, '')
    .replace(FORWARDED, '、')
    .replace(/(?<=委员|代表)(?:及|和|与|并|暨)/g, '、')
  const addressed = withoutCount(text)
  if (LABEL.test(text)) return undefined
  if (!TITLE.test(addressed)) {
    if (closed && PROPOSER.test(text)) return { recipients: [], closed }
    if (closed) return readTitleBefore(text) ?? readGroup(text)
    return GROUP_OF_MEMBERS.test(text) || PARTY.test(text) ? { recipients: [text], closed } : undefined
  }
  const title = addressed.replace(/们$/, '').endsWith('代表') ? '代表' : '委员'
  const recipients = splitNames(addressed.replace(TITLE, '').replace(/^尊敬的?/, ''))
    .map((name) => withoutCount(name.replace(/^尊敬的?/, '').replace(TITLE, '')))
    .map((name) =>
      name.replace(DELEGATION, '').replace(BODY_BEFORE, '').replace(TWICE, '$1').replace(ALL_OF, ''),
    )
    .filter((name) => name !== '' && !isHidden(name))
  return recipients.every(isName) ? { recipients: [...new Set(recipients)], title, closed } : undefined
}

/** Whether a text has what each salutation to members or deputies has that is closed, however they are spread. */
export function mayAddress(text: string): boolean {
  return /委\s*员|代\s*表/.test(text) && /[：:︰]/.test(text)
}

/** Below a salutation with a line of its own no other is looked for: 沈一禾委员 提出的问题，我局意见如下 reports. */
export function isSalutationAlone(text: string): boolean {
  if (text.length > LONGEST || !mayAddress(text)) return false
  const salutation = readSalutation(text)
  return salutation?.closed === true && salutation.title !== undefined
}

/** Reads the names that run into the first sentence: `沈一禾、鲁木槿等代表提出的6号代表建议…`. */
export function readNamesInSentence(line: string): Salutation | undefined {
  const sentence = line.replace(NUMBER_BEFORE, '')
  const group = /^(\p{Script=Han}{2,16}(?:代表团|小组|界别|委员会))(?:在|于|所?提)/u.exec(sentence)
  if (group?.[1]) return readGroup(group[1])
  // 在市人大七届一次会议上，人大代表沈一禾提出…
  const told =
    /^在?[^，。：]{4,30}会议上?[，,]?(?:人大代表|政协委员)(\p{Script=Han}{2,4}?)(?:等.{0,6})?所?提[出交]/u.exec(
      sentence,
    )
  if (told?.[1])
    return { recipients: [told[1]], title: told[0].includes('代表') ? '代表' : '委员', closed: true }
  const match = /^(.{2,200}?)(?:委员|代表)(?:[:：]|在|于|所?提|您|你)/.exec(sentence)
  // 沈一禾就代表提出的建议作了答复 tells of a reply.
  if (match?.[1] && /[就对向由与听]$/.test(match[1])) return undefined
  const salutation =
    match && readSalutation(match[0].replace(/(?<![:：在于所提您你])[:：在于所提您你]+$/, ''))
  return salutation ? { ...salutation, closed: true } : undefined
}

/** Reads 县政协委员沈一禾同志： and 沈一禾常委：. */
function readTitleBefore(text: string): Salutation | undefined {
  const names = splitNames(text.replace(/^尊敬的?/, '').replace(SPACED_TITLE, '$1'))
  const title = TITLE_BEFORE.exec(names[0] ?? '')?.[1] as Salutation['title']
  const recipients = names.map((name) => name.replace(TITLE_BEFORE, ''))
  const bare = recipients.map((name) => POLITE.exec(name)?.[1] ?? (title && name))
  if (
    !bare.every(
      (name) => name !== undefined && /^[\p{Script=Han}·]{2,8}$/u.test(name) && !OF_A_GROUP.test(name),
    )
  )
    return undefined
  return { recipients: bare as string[], ...(title && { title }), closed: true }
}

/** Reads groups and offices, among which single members may stand. */
function readGroup(text: string): Salutation | undefined {
  const names = splitNames(text.replace(/^尊敬的?/, ''))
  const recipients = names.map((name) => (GROUP.test(name) ? name : name.replace(TITLE, '')))
  const isBesideParty = recipients.some((name) => PARTY.test(name))
  const lastTitled = recipients.map((name, i) => name !== names[i]).lastIndexOf(true)
  // 沈一禾、鲁木槿委员，县工商联 gives both members their title.
  const isMember = (name: string, i: number) => MEMBER.test(name) && (isBesideParty || i < lastTitled)
  const isGiven = (name: string, i: number) =>
    isName(name) && (GROUP.test(name) || PARTY.test(name) || name !== names[i] || isMember(name, i))
  return recipients.length > 0 && recipients.every(isGiven) ? { recipients, closed: true } : undefined
}

function withoutGreeting(line: string): { text: string; closed: boolean } {
  let text = line
    .trim()
    .replace(/^[：:]+/, '')
    .replace(GREETING_BEFORE, '')
  let closed = false
  for (;;) {
    const shorter = text.replace(/(?:[您你]们?好|[：:︰，,；;！!。])$/, '').trimEnd()
    if (shorter === text) return { text, closed }
    closed ||= /[：:︰]$/.test(text)
    text = shorter
  }
}

/** 沈一禾等10位代表 and 沈一禾（等10位）代表 name one recipient. */
function withoutCount(text: string): string {
  const title = TITLE.exec(text)?.[0] ?? ''
  const names = text.slice(0, text.length - title.length).trimEnd()
  return names.replace(NUMBER_OF_SIGNERS, '').trimEnd() + title
}
