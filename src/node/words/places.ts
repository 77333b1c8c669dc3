import { matcher } from '../../unicode.js'
import { CITIES, KINDS, MANY, NO_NAMES, SHORT_KINDS } from './place-words.js'

// The name of a place is a word that is one by itself (湖南, 柳塘区, 学府路), or a name with the kind of place behind it, and
// perhaps nouns between the two: 青禾 + 县, 湖南 + 工业 + 大学, 第一 + 小学. jieba's tags tell names from other words, but
// call many a common word a place: of those only what is known, or ends like a place, is one by itself.

/** What a word that names a place ends with … */
const ENDING =
  /(?:市|自治[区州县旗]|县|区|镇|乡|村|街道|路|大道|街|巷|桥|河|江|湖|溪|水库|公园|广场|社区|小区|小学|中学|大学|学院|医院|博物馆|图书馆|纪念馆|高速|机场|车站|隧道|山|寺|岛)$/
/** … unless the word is of these: roads and districts of any place. */
const ANY =
  /^[我本各该两多数整某全每一经]|[与及]|(?:道|公|铁|马|思|出|线|电|网|套|销|退|半|沿)路$|(?:农|乡)村$|城市$|(?:城|县|市|社|小|园|校|库|地|辖|景|片|街|厂|牧|林|灾|郊|老|新|营|专|选|战|学|居民|自治|禁.|限.)区$|(?:^|[深高大老远困陵])山区$|(?:[小各乡]|街|集)[镇乡街巷]$|桥梁$|^(?:高速|步行|商业|十字|林荫|盘山|环城|断头|柏油|水泥|人行|过街|泥土|砂石)/
/** What is no name, however it is cut: 次干路, 乡镇中心幼儿园, 不设客运站, 已向市, 三塘三个水库. */
const COMMON =
  /^(?:[次主]干路|城中村|母亲河|安全岛|地下水库|(?:购物|集会)广场|[县乡村]道[县乡村]|县管河道|成建制.*|[需两]+县|[该我].*|占全.*|不(?!老).*|(?:乡镇|镇区|城区|农村).*|.*[从向将由至到是](?:[省市县州]|街道)|.*[一二两三四五六七八九十几]个.*)$/
/** What sort of place it is, and no name: 普惠性幼儿园, 开放式小区. */
const SORT = /..[性式型制]$/
/** What follows the name of a district and is of a place within it: 青禾县 + 柳溪镇 + 大塘村. Kinds of villages are none. */
const WITHIN =
  /^(?!\p{Script=Han}{0,3}(?:(?<!神)农村|脱贫村|城中村|示范村))(?![一二三四五六七八九十]|[农乡城]|行政|自然|贫困|脱贫|重点|示范|试点|特色|中心|新建|美丽|文明|先进|空心|偏远|边远|安置|搬迁|移民|人民|新型|有关|相关|基层|下辖|境内|集镇)(?:(?![局厅委办院部所处会驻入进到在的和与及了为对从向将把被其之各全每本该多镇乡村])\p{Script=Han}){1,4}?(?:街道|社区|[镇乡](?![镇乡村级])|村(?![镇村民级庄委道]))/u
const HAS_VILLAGES = /(?:[县区市旗镇乡]|街道)$/
const LONGEST_WITHIN = 8
/** What stands before a name and is taken for a part of it: 至兆邦大道, 对衢江; 将乐县 is a name. */
const BEFORE = /^(?:[在至对對由从因即被把各该]|将(?!乐)|乡(?![宁城])|个(?!旧)|[一二三四五六]是)+(?=..)/
/** The same of a name that the dictionary does not have: 对米村, but 因民镇. */
const BEFORE_COINED = /^[在至对對由被把各该]+(?=..)/
/** jieba's parts of speech: names (`x`: unknown words), and what may stand between a name and a kind. */
const NAME = /^(?:ns|nr|nrt|nrfg|nt|nz|x)$/
const BETWEEN = /^(?:n|b|j|vn|s|m|l)$/
/** 雪山村至雪山瀑布 are two. */
const PARTS_NAMES = /[至与及]/
const ORDINAL = /^第?[一二三四五六七八九十百]{1,3}$/
const ROAD_NUMBER = /^[gsxyc]\d{2,4}$/i
const isHan = matcher(String.raw`^\p{Script=Han}+$`)
const OF_DISTRICT = /[省市县区州旗]$/

const LONGEST = 16
const MOST_BETWEEN = 2

/** What decides where a place is, for the fingerprint of a segmenter. */
export const PLACE_RULES: string = [
  ...[KINDS, SHORT_KINDS, MANY, CITIES, NO_NAMES].map((words) => words.join(' ')),
  ...[
    ENDING,
    ANY,
    COMMON,
    SORT,
    BEFORE,
    BEFORE_COINED,
    NAME,
    BETWEEN,
    PARTS_NAMES,
    ORDINAL,
    ROAD_NUMBER,
    OF_DISTRICT,
    WITHIN,
    HAS_VILLAGES,
  ].map(({ source }) => source),
  LONGEST,
  MOST_BETWEEN,
  LONGEST_WITHIN,
].join('\n')

const kinds = new Set(KINDS)
const shortKinds = new Set(SHORT_KINDS)
const many = new Set(MANY)
const cities = new Set(CITIES)
const noNames = new Set(NO_NAMES)

/** What a word may be in the name of a place. */
export const PART = {
  /** Ends it. */
  none: 0,
  place: 1,
  name: 2,
  brand: 3,
  kind: 4,
  shortKind: 5,
  ordinal: 6,
  between: 7,
  /** Its tag tells, and is asked for where it matters: whether it is of a name … */
  byTag: 8,
  /** … or even a place by itself. */
  placeByTag: 9,
  /** A place that the dictionary does not have; what stands before it may have been taken for a part of it. */
  coined: 10,
} as const
export type PlacePart = (typeof PART)[keyof typeof PART]

const BEGINS: ReadonlySet<PlacePart> = new Set([PART.place, PART.coined, PART.name, PART.brand, PART.ordinal])

export function placePartOf(word: string): PlacePart {
  if (ROAD_NUMBER.test(word)) return PART.brand
  if (!isHan(word)) return PART.none
  if (shortKinds.has(word)) return PART.shortKind
  if (kinds.has(word)) return PART.kind
  if (cities.has(word) || (/[省市州盟]$/.test(word) && cities.has(word.slice(0, -1)))) return PART.place
  if (ORDINAL.test(word)) return PART.ordinal
  if (word.length === 1 || noNames.has(word) || SORT.test(word)) return PART.none
  const mayBePlace = word.length > 2 ? ENDING.test(word) && !ANY.test(word) : word.endsWith('县')
  return mayBePlace ? PART.placeByTag : PART.byTag
}

/** The part of a word of which the tag tells. @param tag jieba's part of speech. */
export function partByTag(word: string, tag: string): PlacePart {
  const isName = NAME.test(tag)
  if (placePartOf(word) === PART.placeByTag) {
    const isPlace =
      word.length > 2 ? isName || (tag === 'n' && /(?:[路街巷道]|..水库|..广场)$/.test(word)) : tag === 'ns'
    if (isPlace) return tag === 'x' ? PART.coined : PART.place
  }
  if (isName) return tag === 'nz' ? PART.brand : PART.name
  // 积极关注 is no part of a name.
  return BETWEEN.test(tag) && !(tag === 'l' && word.length > 3) ? PART.between : PART.none
}

/**
 * The names of places and facilities in a text, without spaces, each once.
 *
 * @param ends Of its words. @param parts What each word may be. @param byTag What a word is of which the tag tells.
 */
export function placesIn(
  text: string,
  ends: readonly number[],
  parts: readonly number[],
  byTag: (word: string) => PlacePart,
): string[] {
  const places = new Set<string>()
  const startOf = (word: number): number => (word > 0 ? ends[word - 1]! : 0)
  for (let first = 0; first < parts.length; first++) {
    const last = lastOf(first)
    if (last < 0) continue
    const whole = text.slice(startOf(first), ends[last]).replace(/\s/g, '')
    const begin = partOf(first)
    // 即墨市 is in the dictionary as it stands.
    const before = begin === PART.coined ? BEFORE_COINED : BEFORE
    const name = begin === PART.place ? whole : whole.replace(before, '')
    if (!kinds.has(name) && !COMMON.test(name) && !COMMON.test(whole)) places.add(name)
    first = last
    if (!HAS_VILLAGES.test(name)) continue
    let end = ends[last]!
    if (isDoing(first + 1, end + withinAt(end).length)) continue
    for (let within = withinAt(end); within !== ''; within = withinAt(end)) {
      places.add(within)
      end += within.length
    }
    while (first + 1 < parts.length && startOf(first + 1) < end) first++
  }
  return [...places]

  /** 青禾县 + 实施 + 城镇: what begins with a word that is of no name, and has more than a kind behind it. */
  function isDoing(word: number, end: number): boolean {
    const length = (ends[word] ?? 0) - startOf(word)
    return length > 1 && ends[word]! < end - 1 && partOf(word) === PART.none
  }

  /** The place within the district whose name ends here; empty where none follows. */
  function withinAt(end: number): string {
    return WITHIN.exec(text.slice(end, end + LONGEST_WITHIN))?.[0] ?? ''
  }

  /** Where the longest name that begins with a word ends; -1 if none does. */
  function lastOf(first: number): number {
    if (!mayBegin(first)) return -1
    const begin = partOf(first)
    const isPlace = begin === PART.place || begin === PART.coined
    let last = isPlace ? first : -1
    if (!BEGINS.has(begin) || PARTS_NAMES.test(text.slice(startOf(first) + 1, ends[first]))) return last
    let between = 0
    for (let next = first + 1; next < parts.length; next++) {
      if (ends[next]! - startOf(first) > LONGEST || hasTab(first, next)) break
      const part = partOf(next)
      const isBeside = next === first + 1
      if (part === PART.none) break
      // 打坪河 + 河道, 湖镇 + 镇区: the kind is that of the name.
      const repeats = isBeside && text[startOf(next)] === text[startOf(next) - 1]
      if (repeats && (part === PART.kind || part === PART.shortKind)) break
      // Behind a kind another name begins: 泰山路街道 + 滨江社区.
      if (last > first && part !== PART.between && part !== PART.kind && part !== PART.ordinal) break
      if (part === PART.shortKind) {
        // 天鹅 + 湾 + 小区
        const isWithin = begin === PART.brand && parts[next + 1] === PART.kind
        if (!isBeside || (!isPlace && begin !== PART.name && !isWithin)) break
        if (!isWithin) last = next
      } else if (part === PART.kind) {
        if (
          isBeside &&
          isOneOfMany(text.slice(startOf(first), ends[first]), text.slice(ends[first], ends[next]))
        )
          break
        last = next
      } else if (
        part === PART.place ||
        part === PART.coined ||
        // 第三 + 人民 + 医院
        (begin === PART.ordinal && !(isBeside && text[startOf(first)] === '第')) ||
        PARTS_NAMES.test(text.slice(startOf(next), ends[next])) ||
        ++between > MOST_BETWEEN
      )
        break
    }
    return last
  }

  /** Whether words stand in two cells of a table. */
  function hasTab(first: number, last: number): boolean {
    return text.slice(startOf(first), ends[last]).trim().includes('\t')
  }

  /** Whether a word is a place, or a kind is near enough for the word to be of its name. */
  function mayBegin(first: number): boolean {
    const part = parts[first]
    if (part === PART.place || part === PART.placeByTag) return true
    if (part === PART.none || part === PART.kind || part === PART.shortKind) return false
    for (let next = first + 1; next <= first + 1 + MOST_BETWEEN; next++) {
      if (parts[next] === PART.kind || parts[next] === PART.shortKind) return true
    }
    return false
  }

  function partOf(word: number): PlacePart {
    const part = parts[word] as PlacePart
    return part === PART.byTag || part === PART.placeByTag
      ? byTag(text.slice(startOf(word), ends[word]))
      : part
  }
}

function isOneOfMany(name: string, kind: string): boolean {
  return OF_DISTRICT.test(name) && many.has(kind)
}
