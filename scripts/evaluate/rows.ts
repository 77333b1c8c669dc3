export const PARTS = [
  'retrieval',
  'titles',
  'substrings',
  'forms',
  'spellings',
  'suggestions',
  'agreement',
  'random',
] as const
export type Part = (typeof PARTS)[number]

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

type Unit = 'score' | 'share' | 'gain' | 'count'

/** One line of the table. */
export interface Row {
  key: string
  part: Part
  unit: Unit
  en: string
  zh: string
  /** Whether it has bars in the chart. */
  charted?: boolean
}

const row = (part: Part, key: string, unit: Unit, en: string, zh: string, charted = false): Row => ({
  key,
  part,
  unit,
  en,
  zh,
  charted,
})

export const ROWS: readonly Row[] = [
  row('retrieval', 'mrr', 'score', 'Questions: MRR@10', '问句：MRR@10', true),
  row('retrieval', 'first', 'share', 'Questions: right paragraph first (R@1)', '问句：首位即正确段落（R@1）'),
  row('retrieval', 'ten', 'share', 'Questions: among the first ten (R@10)', '问句：正确段落在前十（R@10）'),
  row('retrieval', 'none', 'share', 'Questions without a result', '问句：无结果'),
  row('titles', 'sectionGain', 'gain', 'MRR@10, gain with section titles', '加入章节标题后的 MRR@10 变化'),
  row('titles', 'proposalGain', 'gain', 'MRR@10, gain with proposal titles', '加入提案标题后的 MRR@10 变化'),
  row('substrings', 'found', 'share', 'Any substring: found', '任意子串：能找到', true),
  row('substrings', 'shown', 'share', 'Any substring: right among the first', '任意子串：靠前结果的正确率'),
  row('substrings', 'quotedRecall', 'share', 'Quoted substring: recall', '加引号的子串：召回率'),
  row('substrings', 'quotedPrecision', 'share', 'Quoted substring: precision', '加引号的子串：准确率', true),
  row('substrings', 'acrossFound', 'share', 'Substring across words: found', '跨词边界的子串：能找到'),
  row(
    'substrings',
    'acrossQuoted',
    'share',
    'Quoted substring across words: recall',
    '加引号的跨词子串：召回率',
  ),
  row('forms', 's2t', 'share', 'Traditional (s2t) = plain', '繁体（s2t）结果相同'),
  row('forms', 's2tw', 'share', 'Traditional (s2tw) = plain', '繁体（s2tw）结果相同', true),
  row('forms', 's2hk', 'share', 'Traditional (s2hk) = plain', '繁体（s2hk）结果相同'),
  row('forms', 'fullWidth', 'share', 'Full width = plain', '全角结果相同', true),
  row('forms', 'numerals', 'share', 'Other numerals = plain', '另一种数字写法结果相同', true),
  row('spellings', 'pinyin', 'share', 'Words in pinyin: recall@10', '词的全拼：recall@10', true),
  row('spellings', 'initials', 'share', 'Words by initials: recall@10', '词的首字母：recall@10', true),
  row(
    'spellings',
    'anyInitials',
    'share',
    'Words by initials, any word so typed: recall@10',
    '词的首字母，任一同形词：recall@10',
  ),
  row(
    'spellings',
    'mixed',
    'share',
    'Words half in pinyin: recall@10',
    '词的汉字与拼音混合：recall@10',
    true,
  ),
  row('spellings', 'homophone', 'share', 'Words with a homophone: recall@10', '词的同音字：recall@10', true),
  row(
    'suggestions',
    'suggested.han',
    'share',
    'Words half typed: suggested',
    '词输入一半：出现在建议中',
    true,
  ),
  row(
    'suggestions',
    'suggested.pinyin',
    'share',
    'Words half typed in pinyin: suggested',
    '词的拼音输入一半：出现在建议中',
    true,
  ),
  row(
    'suggestions',
    'suggested.initials',
    'share',
    'Words by initials: suggested',
    '词的首字母：出现在建议中',
  ),
  ...titleRows('section', 'Section titles', '章节标题'),
  ...titleRows('proposal', 'Proposal titles', '提案标题'),
  row(
    'agreement',
    'agreement',
    'share',
    'Same ids and scores from the opened file',
    '打开的文件给出相同的结果与分值',
  ),
  row('random', 'failures', 'count', 'Random strings that raise an exception', '引发异常的随机字符串'),
]

function titleRows(field: string, en: string, zh: string): Row[] {
  const of = (key: string, english: string, chinese: string): Row =>
    row('titles', `${field}.${key}`, 'share', `${en} ${english}`, `${zh}${chinese}`)
  return [
    of('pinyin', 'in pinyin: recall@10', '的全拼：recall@10'),
    of('initials', 'by initials: recall@10', '的首字母：recall@10'),
    of('mixed', 'half in pinyin: recall@10', '的混合：recall@10'),
    of('homophone', 'with a homophone: recall@10', '的同音字：recall@10'),
    of('suggested.han', 'half typed: suggested', '输入一半：出现在建议中'),
    of('suggested.pinyin', 'half typed in pinyin: suggested', '的拼音输入一半：出现在建议中'),
    of('suggested.initials', 'by initials: suggested', '的首字母：出现在建议中'),
  ]
}
