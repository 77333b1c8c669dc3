export const PARTS = [
  'retrieval',
  'titles',
  'substrings',
  'forms',
  'spellings',
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
    'titles',
    'section.pinyin',
    'share',
    'Section titles in pinyin: recall@10',
    '章节标题的全拼：recall@10',
  ),
  row(
    'titles',
    'section.initials',
    'share',
    'Section titles by initials: recall@10',
    '章节标题的首字母：recall@10',
  ),
  row(
    'titles',
    'section.mixed',
    'share',
    'Section titles half in pinyin: recall@10',
    '章节标题的混合：recall@10',
  ),
  row(
    'titles',
    'section.homophone',
    'share',
    'Section titles with a homophone: recall@10',
    '章节标题的同音字：recall@10',
  ),
  row(
    'titles',
    'proposal.pinyin',
    'share',
    'Proposal titles in pinyin: recall@10',
    '提案标题的全拼：recall@10',
  ),
  row(
    'titles',
    'proposal.initials',
    'share',
    'Proposal titles by initials: recall@10',
    '提案标题的首字母：recall@10',
  ),
  row(
    'titles',
    'proposal.mixed',
    'share',
    'Proposal titles half in pinyin: recall@10',
    '提案标题的混合：recall@10',
  ),
  row(
    'titles',
    'proposal.homophone',
    'share',
    'Proposal titles with a homophone: recall@10',
    '提案标题的同音字：recall@10',
  ),
  row(
    'agreement',
    'agreement',
    'share',
    'Same ids and scores from the opened file',
    '打开的文件给出相同的结果与分值',
  ),
  row('random', 'failures', 'count', 'Random strings that raise an exception', '引发异常的随机字符串'),
]
