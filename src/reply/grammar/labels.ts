/** What a labelled value of a letter says: `承 办 人：黄平芬`. */
export type LabelKind =
  | 'leader'
  | 'contact'
  | 'phone'
  | 'office'
  | 'office to ask'
  | 'co-handler'
  | 'copies'
  | 'disclosure'
  | 'category'
  | 'date'
  | 'other'

export interface LabelledValue {
  kind: LabelKind
  /** Without the spaces that align it: `承办人`. */
  label: string
  value: string
}

const LABELS: Record<LabelKind, string[]> = {
  leader: [
    ...[
      '签发人',
      '领导署名',
      '签发领导',
      '领导签发',
      '主要签发领导',
      '审签人',
      '承办负责人',
      '责任领导',
      '主管领导',
    ],
    ...['分管领导', '部门负责人', '单位负责人', '科室负责人', '主要负责人', '分管负责人', '负责人'],
    ...['领导签字', '联系领导', '主要领导'],
  ],
  contact: [
    ...[
      '联系人',
      '承办人',
      '经办人',
      '办理人',
      '具体承办人',
      '具体经办人',
      '联系人员',
      '经办人员',
      '承办人员',
      '联系人及电话',
      '联系人及联系电话',
      '联系人姓名',
      '联系人姓名及电话',
    ],
    // 人：鲁木槿 is what is left of 联系人.
    ...['承办人姓名', '经办人姓名', '经办', '联络员', '人'],
    ...['联系人和电话', '承办人及电话', '承办人及联系电话', '经办人及电话', '经办人及联系电话'],
  ],
  phone: [
    ...[
      '联系电话',
      '电话',
      '办公电话',
      '手机',
      '手机号码',
      '电话号码',
      '联系方式',
      '联系号码',
      '联系手机',
      '短号',
    ],
    ...['联系电话及传真', '电话及传真', '电话和传真', '电话/传真', '电话传真'],
    ...['咨询电话', '监督电话', '投诉电话', '举报电话', '值班电话', '服务热线', '咨询热线', '监督热线'],
  ],
  office: [
    ...['承办单位', '答复单位', '办理单位', '回复单位', '承办部门'],
    ...['主办单位', '主办部门', '单位名称'],
  ],
  'office to ask': ['联系单位', '联系单位及电话'],
  'co-handler': ['会办单位', '协办单位', '分办单位', '会办部门', '协办部门'],
  copies: ['抄送', '抄报', '抄送单位', '副本送', '送'],
  disclosure: [
    ...['公开方式', '公开属性', '公开选项', '公开类型', '公开形式', '信息公开选项', '是否同意对外公开'],
    ...['是否公开', '是否同意公开', '是否完成对外公开', '公开', '附注', '注'],
  ],
  category: [
    ...[
      '类别',
      '办理结果',
      '办复类别',
      '答复类别',
      '办理类别',
      '类别标记',
      '答复类型',
      '办理类型',
      '答复分类',
    ],
    ...[
      '办理分类',
      '复文分类',
      '办复分类',
      '办理结果类别',
      '办理结果分类',
      '答复结果',
      '办理程度',
      '解决程度',
      '办复结果',
    ],
  ],
  date: ['日期', '答复日期', '复文日期', '落款日期'],
  other: [
    '传真',
    '邮编',
    '邮政编码',
    '地址',
    '通讯地址',
    '联系地址',
    '邮箱',
    '电子邮箱',
    '电子邮件',
    'E-mail',
    'Email',
    '附件',
    '附',
    '主题词',
    '校对',
    '审核人',
    '核稿人',
    '拟稿人',
    '分管单位',
    '职务',
    '承办科室',
    '承办科室及电话',
    '承办单位及电话',
  ],
}

const KINDS = new Map(
  (Object.keys(LABELS) as LabelKind[]).flatMap((kind) => LABELS[kind].map((label) => [label, kind] as const)),
)

/** 发布日期 and 收文日期 are not the letter's, and 政务公开 is a column of its site. */
const isPartOfOthers = (label: string): boolean =>
  label.length === 1 || /^(?:日期|公开|经办|职务)$/.test(label)
/** 提 案 人 is spaced, and only the first of a line can have lost its other characters. */
const notWithin = (label: string): string =>
  label === '人' ? '(?<=^[（(\\s]{0,4})' : isPartOfOthers(label) ? '(?<!\\p{Script=Han})' : ''

/** Whose a label is: 承办单位联系人, 承 办 人 电 话. */
const OWNER =
  '(?:承办|办理|答复|主办)(?:单位|部门|科室)(?=联系人|经办人)|(?:联\\s*系|承\\s*办|经\\s*办|办\\s*理|负\\s*责)\\s*人\\s*(?:的\\s*)?(?=(?:联\\s*系\\s*|办\\s*公\\s*)?电\\s*话|手\\s*机|联\\s*系\\s*方\\s*式)'

// Longest first, so that 承办负责人 is not read as 负责人; any letter of a label may be spaced from the next.
const LABEL = new RegExp(
  `(?:${OWNER})?(${[...KINDS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((label) => notWithin(label) + [...label].join('\\s*'))
    .join(
      '|',
    )})\\s*(?:[（(]?(?:盖章|公章|签章|签字|签名)[）)]?\\s*)?(?:[：:︰\\t]|(?<=[话机]\\s{0,4})(?=[\\d（(]))`,
  'gu',
)

/** How all labels end, or what is filled in behind them. */
const MAY_BE_LABELLED = new RegExp(
  `[${[...new Set([...KINDS.keys()].map((label) => label.slice(-1)))].join('')}章名）)]\\s*[：:︰\\t]|[话机]\\s*[\\d（(]`,
)

/** The labels of a category, for use in a regular expression over text without white space. */
export const CATEGORY_LABEL: string = [...LABELS.category].sort((a, b) => b.length - a.length).join('|')

/** The labelled values of a line in order, with the text that stands before the first label. */
export function readLabels(text: string): { before: string; values: LabelledValue[] } {
  // Most lines have no label; the pattern is long.
  const matches = MAY_BE_LABELLED.test(text) ? [...text.matchAll(LABEL)] : []
  const values = matches.map((match, i) => {
    const label = (match[1] ?? '').replace(/\s+/g, '')
    const value = text.slice(match.index + match[0].length, matches[i + 1]?.index)
    return { kind: KINDS.get(label) ?? 'other', label, value: stripPunctuation(value) }
  })
  return { before: stripPunctuation(text.slice(0, matches[0]?.index)), values }
}

/** （000）1234567 */
const AREA_CODE = /^[（(]\s?\d{3,4}\s?[）)]\s?\d/

/** Text without the brackets, separators and spaces around it. */
export function stripPunctuation(text: string): string {
  const edge = /[\s（）()[\]【】，,、；;：:。.|｜]/
  let start = 0
  let end = text.length
  while (start < end && edge.test(text.charAt(start)) && !AREA_CODE.test(text.slice(start, start + 8)))
    start++
  while (end > start && edge.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
