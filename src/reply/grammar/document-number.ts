import { isOffice } from './offices.js'

const DOCUMENT_NUMBER =
  /\p{Script=Han}{1,20}(?:[（(]\p{Script=Han}{1,6}[）)])?[：:]?[〔[【［（(〈﹝<《]((?:19|20)\d\d)[〕\]】］）)〉﹞>》]((?:第|\p{Script=Han}|[A-Z])?[\d-]{1,10}|来信)号(-\d{1,2}(?![\d年月号.]))?/u

/** 云交发〔202418, 云交发2024〕18号 and 云交函202418 were 云交发〔2024〕18号: extraction lost what stood around the digits. */
const DAMAGED =
  /(\p{Script=Han}{2,20})(?:[〔[【［]|(?=\d{4}[〕\]】］])|(?<=^(?!关于|答复)(?:(?!的|电话)\p{Script=Han}){1,12}[函复字])(?=\d{5,7}(?!\d)))((?:19|20)\d\d)[〕\]】］]?(\d{1,4})号?(?=$|[（(]?[A-D](?:类|$)|签发)/u

/** An agency counts without brackets or without years; such a number says so only where it stands alone. */
const ALONE =
  /^[（(]?(\p{Script=Han}{2,16}?(?:[函复字提办发文答]|(?<!会)议)(?:(?:19|20)\d\d[年-]第?\d{1,4}|[{｛](?:19|20)\d\d[}｝]第?\d{1,4}|第\d{1,4})号)[）)]?(?:[（(]?[A-D]类?[）)]?)?$/u

/** Some print the year first: （2024）云水复第18号. */
const YEAR_FIRST =
  /^[（(〔[]((?:19|20)\d\d)[）)〕\]]((?!\p{Script=Han}{0,12}(?:政协|人大|提案|建议|议案))\p{Script=Han}{2,12}[函复字提办发文答]第?\d{1,4}号)$/u

/** What may stand before a number without being part of it: a title, the label of a table, who may read the letter. */
const BEFORE_AGENCY = /^(?:.*的(?:答复函?|复函|回复)|发文字号|文号|(?:同意|主动|依申请)?(?:对外)?公开)(?=..)/u

/** A类云水函〔2024〕18号: the category stands before the number. */
const BEHIND_CATEGORY = /[A-D]\d?[）)]?$/

/** 签发人：顾南星青水函〔2024〕18号: where his name ends is not printed. */
const BEHIND_LEADER = /签发人?[：:]$/

/** How many characters an office with the name of its place has at least: 柳塘区水利局. */
const SHORTEST_OFFICE = 6
const OF_A_PLACE = /[省市县区旗州镇乡]/
const PLACE = /\p{Script=Han}{1,3}(?=[省市县区旗州镇乡])/gu

/** …三次会议（2023）第45号建议, 委员提案〔2023〕117号; but 教提案〔2019〕12号 is the number of a letter. */
const NUMBER_OF_PROPOSAL = /(?:次(?:全体)?会议?|(?:委员|政协|代表|人大)(?:提案|议案|建议))[〔[【［（(〈﹝<《]/

/** Most lines hold none of these numbers, and the patterns are tried at every character. */
const MAY_HOLD = /(?:19|20)\d\d|第\d/

export interface DocumentNumber {
  /** As it stands in the text. */
  printed: string
  /** With its year in 〔〕, and with what was lost: 株科办〔2025〕33号. */
  number: string
  isDamaged: boolean
}

/**
 * The first document number (文号) of a text without white space, unless a title cites it: 关于落实云政发〔2023〕18号…. Where it is glued to a name, the names of places in the
 * text and around it tell where its agency begins.
 */
export function findDocumentNumber(text: string, around = ''): DocumentNumber | undefined {
  if (!MAY_HOLD.test(text)) return undefined
  const match = DOCUMENT_NUMBER.exec(text)
  if (match && !NUMBER_OF_PROPOSAL.test(match[0])) {
    const [matched, year, serial, part = ''] = match
    const rest = `〔${year}〕${serial}号${part}`
    const before = text.slice(0, match.index)
    const agency = withoutLeader(agencyOf(matched.slice(0, -rest.length), before), before, around)
    if (agency === undefined || agency.startsWith('关于')) return undefined
    const number = agency.replace(/[：:]$/, '') + rest
    return { printed: agency + matched.slice(-rest.length), number, isDamaged: false }
  }
  const alone = ALONE.exec(text)?.[1]
  if (alone !== undefined) {
    return { printed: alone, number: alone.replace(/[{｛](\d+)[}｝]/, '〔$1〕'), isDamaged: false }
  }
  const [first, firstYear, behind] = YEAR_FIRST.exec(text) ?? []
  if (first !== undefined) return { printed: first, number: `〔${firstYear}〕${behind}`, isDamaged: false }
  const [printed, agency, year, serial] = DAMAGED.exec(text) ?? []
  return printed === undefined || NUMBER_OF_PROPOSAL.test(printed)
    ? undefined
    : withoutBeginning(printed, agency!, `〔${year}〕${serial}号`)
}

function withoutBeginning(printed: string, words: string, rest: string): DocumentNumber {
  const agency = words.replace(BEFORE_AGENCY, '')
  return { printed: printed.slice(words.length - agency.length), number: agency + rest, isDamaged: true }
}

function agencyOf(words: string, before: string): string {
  // 日照 has numbers that begin with 日; after a digit it ends a date.
  const agency = BEHIND_CATEGORY.test(before) ? words.replace(/^[类级](?=..)/, '') : words
  return withoutOffice(
    (/\d$/.test(before) ? agency.replace(/^[日号](?=..)/, '') : agency).replace(BEFORE_AGENCY, ''),
  )
}

/** 柳塘区水利局柳水函〔2023〕18号 names the office before its number, which begins with a character of the name. */
function withoutOffice(agency: string): string {
  for (let end = SHORTEST_OFFICE; end <= agency.length - 2; end++) {
    const office = agency.slice(0, end)
    if (office.includes(agency.charAt(end)) && OF_A_PLACE.test(office) && isOffice(office))
      return agency.slice(end)
  }
  return agency
}

/** The agency behind the name of the approver; `undefined` where only a guess could part them. */
function withoutLeader(words: string, before: string, around: string): string | undefined {
  if (!BEHIND_LEADER.test(before)) return words
  const places = (before + around).match(PLACE)?.join('') ?? ''
  const ends = [2, 3].filter((end) => places.includes(words.charAt(end)) && words.length >= end + 2)
  return ends.length === 1 ? words.slice(ends[0]) : undefined
}
