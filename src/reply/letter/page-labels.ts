import { CATEGORY_LABEL } from '../grammar/labels.js'

/** Labels with which a site files a letter; what they say is the site's word, not the letter's. */
const SITE = words(
  '索引号 信息索引号 发布机构 发文机关 发布单位 发布机关 公开机构 信息来源 文章来源',
  '稿件来源 来源 案由 建议内容 提案内容 答复内容 回复内容 办文单位 作者 发布人 发布日期 发布时间 发文日期 成文日期 成文时间',
  '索取号 信息索取号 载体类型 公开类型',
  '生成日期 公开日期 公开时间 著录日期 添加时间 更新时间 更新日期 编稿时间 编辑日期',
  '答复时间 答复日期 交办时间 提交日期 录入时间 时间 日期 名称 信息名称 标题',
  '文件名称 文件标题 建议标题 提案标题 发布文号 文件编号 编号 建议号 提案号 新编号',
  '主题分类 组配分类 信息分类 公开目录 内容分类 建议类型 所属类别 体裁分类 公开范围',
  '建议公开范围 时效性 效力状态 信息有效性 公文时效 有效性 文件状态 有效期 关键词 关键字',
  '提案人 建议人 代表姓名 领衔代表 代表团 附议代表 主办单位 协办单位 会办单位 分办单位',
  '提案编号 建议编号 议案编号 届次 会议届次 提案届次 建议届次 提案名称 建议名称 提案题目 建议题目',
  '提案者 提出人 领衔人 附议人 联名人 第一提案人 办理方式 满意度 满意程度 办结时间 办复时间 办复日期',
  '提案类别 建议类别 信息所属单位 生效日期 废止日期 发文时间 签发日期 办理部门 处理状态 信息类别 公开时限 所属主题',
  '督办单位 牵头领导 审查结果 是否重点 浏览次数 浏览量 点击 点击数 点击量 点击次数',
  '阅读次数 阅读量 阅读 浏览 访问量 访问次数',
)

/** Labels that a letter prints as well: the site's where they stand among its own. */
const SHARED = words(
  '信息公开 文号 发文字号 公文文号 主题词 公开方式 公开属性 公开类别',
  '责任领导 承办单位 答复单位 是否公开 是否同意公开',
  `分类 ${CATEGORY_LABEL.replaceAll('|', ' ')}`,
)

/** What a page offers to do, and the way to it; neither says anything of the letter. */
const BAR = words(
  '字体 字号 字体大小 分享到 分享 您当前的位置 当前位置 所在位置 您的位置 现在位置 您现在的位置 您现在所在的位置',
  '打印 背景色 视力保护色',
)

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(' '))
}

/** What is read as a label, in its place. */
interface Labelled {
  labels: ReadonlySet<string>
  /** What follows a label, sticky. */
  end: RegExp
}

const END = /\s*(?:[：:]|\t|$)/y
/** A table that was copied as text has `|` around its cells; without one at its start, a line of links has too. */
const CELL_END = /\s*(?:[：:]|[|｜\t]|$)/y
const OF_PAGE: Labelled = { labels: new Set([...SITE, ...BAR]), end: END }
const CELL_OF_PAGE: Labelled = { labels: new Set(SITE), end: CELL_END }
const ANY: Labelled = { labels: new Set([...SITE, ...SHARED, ...BAR]), end: END }
const ANY_CELL: Labelled = { labels: ANY.labels, end: CELL_END }
/** Where spaces part the cells, only a row of them is sure: 索引号 000 发布机构 云桥市水利局. */
const IN_ROW: Labelled = { labels: new Set([...SITE, ...SHARED, '签发人']), end: /(?=[ \u3000\u00a0]|$)/y }
const LONGEST_LABEL = Math.max(...[...ANY.labels].map(({ length }) => length))

/** Most lines have no label. */
const MAY_BE_LABELLED = /[：:|｜\t]|^.{1,20}$/
const IS_ROW_OF_CELLS = /^[|｜]/

/** The table or the bar above a letter has short lines. */
const LONGEST = 400

export interface PageLabel {
  /** Without the spaces that align it: `索引号`. */
  label: string
  start: number
  end: number
  /** Whether it only belongs to a bar of the page. */
  isBar: boolean
}

/** Whether a line belongs to the table or the bar above a letter on a web page. */
export function isPageLine(text: string): boolean {
  if (text.length > LONGEST) return false
  const isLabelled =
    MAY_BE_LABELLED.test(text) &&
    (labelsIn(text, OF_PAGE).length > 0 ||
      (IS_ROW_OF_CELLS.test(text) && labelsIn(text, CELL_OF_PAGE).length > 0))
  return isLabelled || rowOf(text).length > 0
}

/** The labels of such a line, in order. */
export function pageLabels(text: string): PageLabel[] {
  if (text.length > LONGEST) return []
  const row = rowOf(text)
  if (row.length > 0) return row
  return MAY_BE_LABELLED.test(text) ? labelsIn(text, IS_ROW_OF_CELLS.test(text) ? ANY_CELL : ANY) : []
}

/** The labels of a row whose cells are parted by spaces alone; at least one is no label of letters. */
function rowOf(text: string): PageLabel[] {
  if (/[^\d][：:]|[|｜\t]/.test(text)) return []
  const labels = labelsIn(text, IN_ROW)
  const first = labels[0]
  const isRow = first?.start === 0 && (labels.length > 1 || /^(?:信息)?(?:标题|名称)$/.test(first.label))
  return isRow && labels.some(({ label }) => SITE.includes(label)) ? labels : []
}

function labelsIn(text: string, what: Labelled): PageLabel[] {
  const found: PageLabel[] = []
  for (let at = 0; at < text.length; ) {
    const label =
      PARTED.test(text.charAt(at - 1)) || isGlued(text, at, found) ? labelAt(text, at, what) : undefined
    if (label) found.push(label)
    at = label?.end ?? at + 1
  }
  return found
}

const PARTED = /^[\s|｜【[（(>；;，,]?$/

/** What counts visitors and sets type, whatever it is glued to: 来源：规划处浏览次数：318次字体：大. */
const SURE_LABEL = /(?:(?:浏览|点击|阅读|访问)(?:次数|量|数)|发布(?:时间|日期)|(?<!文)字[体号])[：:]/y

/** 成文日期：2018-05-17文号：青水函〔2018〕1号索取号：… where a table has lost what parts its cells. */
function isGlued(text: string, at: number, found: readonly PageLabel[]): boolean {
  SURE_LABEL.lastIndex = at
  return found.length > 0 && (/[\d号]/.test(text.charAt(at - 1)) || SURE_LABEL.test(text))
}

/** The longest label that begins here; any letter of one may be spaced from the next. */
function labelAt(text: string, start: number, { labels, end }: Labelled): PageLabel | undefined {
  let longest: PageLabel | undefined
  let label = ''
  for (let at = start; at < text.length && label.length < LONGEST_LABEL; at++) {
    const isGap = /[ \u3000\u00a0]/.test(text.charAt(at))
    if (isGap && label === '') return undefined
    if (isGap) continue
    label += text.charAt(at)
    if (!labels.has(label)) continue
    end.lastIndex = at + 1
    if (end.test(text)) longest = { label, start, end: end.lastIndex, isBar: BAR.includes(label) }
  }
  return longest
}
