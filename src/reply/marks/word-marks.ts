import type { Mark } from './mark.js'

const DIGITS = '\\d[\\d,.]{0,15}'
const HAN = '[零〇一二两三四五六七八九十百千]{1,9}'
/** Words behind which a number of 万 is money though 元 is left out: 给予10万扶持资金. */
const FUNDS = '(?:[^，。；、\\d]{0,4})(?:资金|补助|补贴|奖励|奖金|资助|经费|贷款|投资|公益金|债券)'
const AMOUNT = beginningWith(
  ['\\d零〇一二两三四五六', '七八九十百千'],
  `(?<![\\d.])${DIGITS} ?[多余]?(?:[百千]?[万亿]{1,2}|[百千])?[多余]? ?(?:元(?![素旦月宵件])|美元|欧元|港元|港币|人民币)` +
    `|(?<![第\\d.])${DIGITS} ?[百千]?[万亿]{1,2}(?=${FUNDS})` +
    `|(?<![\\d第零〇一二两三四五六七八九十百千])(?=[^元]{0,8}[十百千万亿])${HAN}[多余]?[百千]?[万亿]{0,2}[多余]?(?:元(?![素旦月宵件])|美元)`,
)

const FIGURES = '〇○零一二两三四五六七八九十百千万几数半\\d'
/** 次年 is none in 每次年检, 来年 none in 近年来年均. */
const NEXT_YEAR = '(?<![每本此多首各一二两三四五六七八九十\\d])次年(?![检审会报])|翌年'
const YEAR = `(?:(?:19|20)\\d\\d ?年|[一二][九〇○零0]{1}[〇○零一二三四五六七八九0-9]{2}年|[今明后去前本当]年|${NEXT_YEAR})`
const MONTH = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九]) ?月'
const IN_MONTH =
  '(?: ?(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}) ?[日号]|[底末]|初(?![一二三四五六七八九十])|[上中下]旬|份)'
const QUARTER = '第?[一二三四1-4]季度'
const PART = `(?:(?:[上下]半年|${QUARTER})[初底末]?|年?[初底末]|年内|年?中(?=[，。、；前]|$)|春节|暑期|寒假)`
const BEFORE = '(?:之?前|以前|之?内|期间|度(?!假))?'
const DATE = beginningWith(
  ['\\d一二两三四五六七八九十半', '今明后去前本当次翌来', '年月上下第“"'],
  `(?<![〔\\[\\d以])(?:${YEAR}(?: ?(?:${MONTH}${IN_MONTH}?|${PART}))?|(?<![年以])来年 ?(?:${MONTH}${IN_MONTH}?|${PART}))${BEFORE}` +
    `|(?<![${FIGURES}])${MONTH}${IN_MONTH}${BEFORE}` +
    `|(?<![${FIGURES}今明后去前本当每全多往常历同次翌来上年])(?<![十百千万]余)年[底内末]${BEFORE}` +
    `|(?<![${FIGURES}个下次上每当逐各的份月腊正闰])月底${BEFORE}` +
    `|(?<![年第\\d])(?:[下上]半年|${QUARTER})[初底末]?${BEFORE}` +
    `|[“"]?十[一二三四五六七]五[”"]?(?:期间|时期|规划期|以来|末|初)` +
    `|(?<![近过去第个头明.${FIGURES}])(?:\\d{1,3}|[一二两三四五六七八九十半]{1,3}) ?(?:个工作日|个月|年|天|日|周)(?:之内|以内|内(?![部外容]))`,
)

const TITLE = /《([^《》\n]{2,80})》/g
const QUOTED_TITLE = /[“"][^“”"《》\n]{4,60}(?:条例|办法|细则|规定)[”"]/g
const KINDS =
  '法|法典|条例|办法|规定|细则|规划|方案|意见|通知|纲要|标准|规范|计划|决定|决议|公告|通告|指南|指引|预案|清单|目录|措施|要点|章程|制度|规则|规程|协议|协定|合同|报告|批复|函|令|白皮书|政策|导则|图则|公约|宣言|解释|准则|建议书|说明|手册|任务书|责任书|备忘录|台账|条|号|技术要求|图集'
const IS_DOCUMENT = new RegExp(`(?:${KINDS})(?:[（(][^（）()]{1,24}[）)]?)?$`)
/** 《条例》, 《实施方案》: which one, the letter says elsewhere. */
const IS_KIND = new RegExp(`^(?:实施|工作|指导|管理|暂行|若干)?(?:${KINDS})$`)
/** Laws that are named without 《》: 刑法第三百一十三条, 民法典规定. */
const LAW =
  /(?<![\p{Script=Han}《](?<!根据|依[据照]|按照?|违反|和(?!国)|[与及由])|[“"])(?![该本此])(?:(?:(?!第[一二三四五六七八九十百零〇])\p{Script=Han}){0,14}(?<![办方做看说])(?:法典?|条例)(?=第[一二三四五六七八九十百零〇\d]{1,7}条)|\p{Script=Han}{0,10}(?:民法典|刑法|宪法|(?:[管治]理|保护|防治|安全|促进|诉讼|处罚|许可|合同)法)(?=(?:明确)?规定))/gu
/** What may stand before its name: 可依刑法, 我国刑法. */
const BEFORE_LAW = /^.*(?:根据|依[据照]?|按照?|违反|符合|我国|和(?!国)|[与及由的])(?=\p{Script=Han}{2})/u
/** 上述法第十条 names none. */
const NAMES_NO_LAW = /^(?:[违司]|上述|其[他它])?法$/
const NUMBER = /(?:\p{Script=Han}{1,12})[〔[【]\s?(?:19|20)\d\d\s?[〕\]】]\s?\d{1,5}\s?号/gu
/** What may stand before the agency's sign in 按照云政办发〔2022〕19号. */
const LEADING =
  /^.*(?:按照?|根据|依据|依照|落实|执行|印发了?|转发|下发|发布|出台|制定|和|及|与|以|文件|通知|即|在|如)(?=\p{Script=Han}{2,})/u

// One of these must occur, and to look for it takes a part of the time that the expressions above take.
const MAY_BE_AMOUNT = /[元万亿]/
const MAY_BE_DATE = /[年月五日天周季]/
const MAY_CITE = /[《〔[【“"]|(?:法典?|条例)(?:第|规|明)/
const MAY_NAME_LAW = /(?:法典?|条例)(?:第|规|明)/

export function* amounts(text: string): Generator<Mark> {
  if (!MAY_BE_AMOUNT.test(text)) return
  for (const { 0: words, index } of text.matchAll(AMOUNT)) yield markAt('amount', index, words)
}

export function* dates(text: string): Generator<Mark> {
  if (!MAY_BE_DATE.test(text)) return
  for (const { 0: words, index } of text.matchAll(DATE)) yield markAt('date', index, words)
}

export function hasAmount(text: string): boolean {
  return MAY_BE_AMOUNT.test(text) && text.search(AMOUNT) >= 0
}

export function hasDate(text: string): boolean {
  return MAY_BE_DATE.test(text) && text.search(DATE) >= 0
}

/** Laws, plans and documents: 《…条例》, 云政办发〔2022〕19号. */
export function* citations(text: string): Generator<Mark> {
  if (!MAY_CITE.test(text)) return
  for (const { 0: words, 1: title, index } of text.matchAll(TITLE)) {
    if (IS_DOCUMENT.test(title!)) yield markAt('citation', index, words)
  }
  for (const { 0: words, index } of text.matchAll(QUOTED_TITLE)) yield markAt('citation', index, words)
  if (MAY_NAME_LAW.test(text)) {
    for (const { 0: words, index } of text.matchAll(LAW)) {
      const lead = BEFORE_LAW.exec(words)?.[0].length ?? 0
      const name = words.slice(lead)
      if (!NAMES_NO_LAW.test(name)) yield markAt('citation', index + lead, name)
    }
  }
  // Most texts have none, and looking for the words before it takes long.
  if (!/[〔[【]/.test(text)) return
  for (const { 0: words, index } of text.matchAll(NUMBER)) {
    const lead = LEADING.exec(words)?.[0].length ?? 0
    yield markAt('citation', index + lead, words.slice(lead))
  }
}

/** Whether a title says what kind of document it is of and no more. */
export function isKindOfDocument(title: string): boolean {
  return IS_KIND.test(title)
}

export function hasCitation(text: string): boolean {
  return !citations(text).next().done
}

/**
 * An expression whose matches begin with a character of one of these classes, of at most 16 ranges each: the code that V8
 * makes of an expression compares a character with so many, and calls a function for more. To rule a place out by them
 * takes a fourth to a half of the time that looking behind it takes.
 */
function beginningWith(classes: readonly string[], pattern: string): RegExp {
  return new RegExp(`(?=${classes.map((characters) => `[${characters}]`).join('|')})(?:${pattern})`, 'g')
}

function markAt(kind: Mark['kind'], start: number, words: string): Mark {
  return { kind, start, end: start + words.length }
}
