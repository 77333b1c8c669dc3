/** How the names of offices end, full and short: 局, 政府办, 残联, 支行. */
const KINDS = [
  '局 厅 司 委 委员会 办公室 政府办 外办 研究室 政府 院 中心 公司 部 署 馆 站 所 处 会 集团 学校 大学 中学 小学 幼儿园 银行 支队 大队 总队 街道 办事处 海关 气象台',
  '支行 分行 编办 网信办 信访办 督查室 史志办 县志办 市志办 台办 侨办 残联 妇联 文联 社科联 工商联 侨联 科协 作协',
  '供销社 合作社 联合社 联社 党校 园区 电视台 报社 领导小组 党组 文明办 综治办 金融办 法制办 应急办 移民办 农场 林场 牧场 水厂 执法队 防火办 防汛办 创建办 创文办 扶贫办 双拥办',
]
  .flatMap((kinds) => kinds.split(' '))
  .join('|')

/** 省妇联 */
const BRIEF = '[省市州盟县区旗](?:残联|妇联|文联|社科联|工商联|侨联|科协|作协|编办)'

const OFFICE = new RegExp(
  `^(?:${BRIEF}|(?:\\d{1,3}[团师连])?[\\p{Script=Han}（）()]{2,40}(?:${KINDS}))(?:[（(]\\p{Script=Han}{2,16}[）)])?$`,
  'u',
)

/** Whether a text without white space is the name of an office and nothing else: `青禾县水利局`. */
export function isOffice(text: string): boolean {
  return (
    text.length <= 40 &&
    OFFICE.test(text) &&
    !/^关于|^对|^附|^此|^(?:承办|答复|办理|主办)单位|代表大会$/.test(text)
  )
}

/** Sentences have signs that no office has, and are read no further. */
const NO_OFFICES = /[，。；：“”《》,;:！？]/

/** How many characters name the place of an office at least: 青禾县. */
const PLACE = 3
/** What may stand before the place: 中共云桥市委组织部. */
const BEFORE_PLACE = '(?:中共|中国共产党|共青团|国家税务总局)'
const BEGINNING = new RegExp(`^${BEFORE_PLACE}`)
/** What may stand between two offices, or belongs to the second. */
const BETWEEN = new RegExp(`(?:[、和与及/／]|${BEFORE_PLACE})$`)
/** 市教育局市财政局 */
const LEVEL = /^[省市州盟县区旗]/

/**
 * The offices that stand side by side in a text without white space, `青禾县水利局、青禾县教育局` or with nothing between
 * them; empty where it is anything else.
 */
export function jointOffices(text: string): string[] {
  return NO_OFFICES.test(text) ? [] : partOffices(text)
}

/** Shorter words end as offices do, and are a department behind its office: 办公室. */
const SHORTEST = 4
/** 青禾县水利局, 县水利局; 交通警察大队 names no place and is a department. */
const OF_A_PLACE = /^(?:\p{Script=Han}{2,6})?[省市州盟县区旗]/u

/** 青禾县水利局 and 中共青禾县委组织部 are of one place, 市水利局 and 市教育局 of one level. */
export function areOfOnePlace(one: string, other: string): boolean {
  const [a, b] = [one, other].map((office) => office.replace(BEGINNING, '').slice(0, 2))
  return a === b || (LEVEL.test(one) && LEVEL.test(other))
}

/** Whether an office beside another is one of its own, and no part of it as 柳塘区分局 is. */
export function standsAlone(office: string): boolean {
  return (
    office.length >= SHORTEST && isOffice(office) && OF_A_PLACE.test(office) && !/分[局院所行]/.test(office)
  )
}

/** The offices whose names a letterhead sets side by side, whatever parts them; single characters are spread names. */
export function officesOfLetterhead(line: string): string[] {
  const parts = line.trim().split(/\s+/)
  return parts.length > 1 && parts.every(standsAlone) ? parts : jointOffices(parts.join(''))
}

function partOffices(text: string): string[] {
  const [level = '', rest] = [text[0], text.slice(1)]
  const parts = LEVEL.test(level) ? rest.split(level).map((part) => level + part) : []
  if (parts.length > 1 && parts.every(isOffice)) return parts
  const before = BEGINNING.exec(text)?.[0].length ?? 0
  const place = text.slice(before, before + PLACE)
  const again = place.length === PLACE ? text.indexOf(place, before + PLACE) : -1
  if (again !== -1) {
    const between = BETWEEN.exec(text.slice(0, again))?.[0] ?? ''
    const office = text.slice(0, again - between.length)
    const others = isOffice(office)
      ? partOffices(text.slice(again - (BEGINNING.test(between) ? between.length : 0)))
      : []
    if (others.length > 0) return [office, ...others]
  }
  const offices = text.split('、')
  return offices.every(isOffice) ? offices : []
}
