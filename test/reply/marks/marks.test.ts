import { expect, test } from 'vitest'
import { citedIn } from '../../../src/reply/marks/cited.js'
import type { MarkKind } from '../../../src/reply/marks/mark.js'
import { markKindsOf, marksOf } from '../../../src/reply/marks/marks.js'
import { paragraphsIn, readCorpus } from '../../helpers/corpus.js'
import { SENTENCES } from './sentences.js'

const marked = (text: string, kind: MarkKind) =>
  marksOf(text)
    .filter((mark) => mark.kind === kind)
    .map(({ start, end }) => text.slice(start, end))

test.each([
  ['下一步，我局将加快施工进度。现已开工。', ['下一步，我局将加快施工进度。']],
  [
    '柳溪渠已列入2024年水利项目计划，待资金到位后组织实施。',
    ['柳溪渠已列入2024年水利项目计划，待资金到位后组织实施。'],
  ],
  ['已完成三公里；计划明年6月通车。', ['计划明年6月通车。']],
  ['争取2024年底前完工。', ['争取2024年底前完工。']],
  ['柳溪渠建于1974年，全长12公里。', []],
  ['感谢您将情况告诉我们。', []],
  ['您提出的将津贴提高到200元的建议很好。', []],
  ['关于将柳溪渠纳入灌区规划的建议已转交水利局。', []],
])('finds the promises of %s', (text, plans) => {
  expect(marked(text, 'promise')).toEqual(plans)
})

test.each([
  ['因用地紧张，近期难以实施，我局将做好准备。', ['近期难以实施']],
  ['达不到设点条件，暂不具备恢复办学的条件。', ['达不到设点条件', '暂不具备恢复办学的条件']],
  ['用地和资金条件尚不成熟。', ['用地和资金条件尚不成熟']],
  ['工作不断加强，能力持续提升。', []],
  ['因地下管线交错暂不具备通电条件，拟改用反光标识。', ['因地下管线交错暂不具备通电条件']],
  ['因路面过窄无法拓宽。', ['因路面过窄无法拓宽']],
  ['因路面过窄无法拓宽，高峰时常有拥堵。', []],
  ['柳溪村\t1,085\t暂无', []],
])('finds the refusals of %s', (text, refusals) => {
  expect(marked(text, 'refusal')).toEqual(refusals)
})

test('takes what a year before the letter was to bring for no promise', () => {
  const text =
    '2024年将投资提高到3亿元。2025年将再提高一成。2024年计划新建8处。2024年9月起将全面实施。自2023年起将逐年增加投入。'
  const promises = marksOf(text, undefined, '2025-06-01').filter(({ kind }) => kind === 'promise')
  expect(promises.map(({ start, end }) => text.slice(start, end))).toEqual([
    '2025年将再提高一成。',
    '2024年9月起将全面实施。',
    '自2023年起将逐年增加投入。',
  ])
})

test.each([
  ['资金紧张,暂不具备条件;待批复后,我局将投入1,200万元,8:30开工!', 1],
  ['县里财力有限,目前难以实施,若上级有项目,我们将尽快申报;', 1],
])('reads signs of half width as those of full width in %s', (text, refusals) => {
  const full = text
    .replace(/,(?!\d)/g, '，')
    .replaceAll(';', '；')
    .replaceAll('!', '！')
  expect(marksOf(text)).toEqual(marksOf(full))
  expect(marked(text, 'refusal')).toHaveLength(refusals)
  expect(marked(text, 'condition')).toHaveLength(1)
})

test.each([
  ['关于“尽快启动柳堤路改造，年底前完成”的建议，我局计划2026年6月动工。', '2026年6月'],
  ['对于您提出的明年修桥的问题，我镇将于2026年6月动工。', '2026年6月'],
])('reads no due date from what was asked for in %s', (text, date) => {
  const dues = marksOf(text, undefined, '2025-05-06').filter(({ due }) => due !== undefined)
  expect(dues.map(({ start, end }) => text.slice(start, end))).toEqual([date])
})

test.each([
  '如有不同意见，请与我局联系。',
  '如您对本答复有不同意见，请填写意见表。',
  '以上答复如有不妥，请批评指正。',
  '以上回复，不妥之处请予批评。',
  '若还有疑问，请致电我局。',
])('reads neither a refusal nor a condition in %s', (courtesy) => {
  expect(marked(courtesy, 'refusal')).toEqual([])
  expect(marked(courtesy, 'condition')).toEqual([])
})

test.each(['不同意增设围栏', '我局认为合并两站不妥'])('still finds the refusal %s', (text) => {
  expect(marked(text, 'refusal')).toEqual([text])
})

test('finds conditions, amounts, days and citations', () => {
  const text =
    '待资金到位后，投入3200万元，2024年底前按照《云桥市物业管理条例》和云政办发〔2022〕19号文件实施。'
  expect(marked(text, 'condition')).toEqual(['待资金到位后'])
  expect(marked(text, 'amount')).toEqual(['3200万元'])
  expect(marked(text, 'date')).toEqual(['2024年底前'])
  expect(marked(text, 'citation')).toEqual(['《云桥市物业管理条例》', '云政办发〔2022〕19号'])
})

test.each([
  ['可依刑法第三百一十三条追究责任', ['刑法']],
  ['民法典规定须经业主共同决定', ['民法典']],
  ['柳塘区法院根据中华人民共和国土地管理法第十二条裁定', ['中华人民共和国土地管理法']],
  ['公司法第十条和合伙企业法第九条', ['公司法', '合伙企业法']],
  ['违反道路交通安全法规定和《云桥市停车条例》第3条', ['道路交通安全法', '《云桥市停车条例》']],
  ['依法规定期限，该法第三条，立法规定，办法第5条，民法典宣传月', []],
  ['符合宪法规定，根据我国刑法第二十条和修改后的民法典第三条', ['宪法', '刑法', '民法典']],
  ['依照上述法第十条，其他法第三条，司法第一条', []],
])('finds the laws named in %s', (text, laws) => {
  expect(marked(text, 'citation')).toEqual(laws)
})

test('counts no kind of document as what is cited', () => {
  const text = '修订《云桥市停车条例》（以下简称《条例》），《条例》第三条，《实施方案》和《宪法》'
  expect(citedIn(text)).toEqual(['云桥市停车条例', '宪法'])
})

test('gives marks in order, each within its text', () => {
  const text = '下一步，将投入200万元。待批复后，2025年6月前建成。'.repeat(3)
  const marks = marksOf(text)
  expect(marks.map(({ start }) => start)).toEqual(marks.map(({ start }) => start).sort((a, b) => a - b))
  for (const { start, end } of marks) expect(text.slice(start, end)).not.toBe('')
})

test.each([
  ['投入50万元、三亿元和1.2 亿元', ['50万元', '三亿元', '1.2 亿元']],
  ['约3000余万元，每人200元', ['3000余万元', '200元']],
  ['给予10万扶持资金和500万美元贷款', ['10万', '500万美元']],
  ['下拨40万福彩公益金、安排30万债券', ['40万', '30万']],
  ['增长百分之三十，服务12万人，供水3.5亿立方米', []],
  ['二元结构，多元投入', []],
])('finds the amounts of money in %s', (text, amounts) => {
  expect(marked(text, 'amount')).toEqual(amounts)
})

test.each([
  ['2025年底前、今年内、明年、年底前', ['2025年底前', '今年内', '明年', '年底前']],
  ['6月30日和2024年6月', ['6月30日', '2024年6月']],
  ['“十五五”期间，十四五期间', ['“十五五”期间', '十四五期间']],
  ['15个工作日内', ['15个工作日内']],
  ['2025 年中小企业', ['2025 年']],
  ['二〇二五年十二月底前、六月十五日、次年上半年', ['二〇二五年十二月底前', '六月十五日', '次年上半年']],
  ['近年来年均、每次年检、八月初九', []],
  ['云政办发〔2022〕19号', []],
])('finds the dates in %s', (text, dates) => {
  expect(marked(text, 'date')).toEqual(dates)
})

test('names the kinds of all marks', () => {
  const texts = [
    ...SENTENCES.map(([, sentence]) => sentence),
    ...paragraphsIn(readCorpus()).map(({ text }) => text),
  ]
  for (const text of [...texts, texts.join('')]) {
    for (const role of [undefined, 'plan'] as const) {
      for (const date of [undefined, '2024-07-12'])
        expect(new Set(markKindsOf(text, role, date))).toEqual(
          new Set(marksOf(text, role, date).map(({ kind }) => kind)),
        )
    }
  }
})
