const HEAD = [
  '青禾县水利局关于县政协十届三次会议第045号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的建议》收悉，现答复如下：',
]
const FOOT = [
  '再次感谢您对水利工作的关心和支持！',
  '青禾县水利局',
  '2023年6月5日',
  '（联系人：鲁木槿，电话：000-1234567）',
]
const SECTION = [
  '一、当前工作情况',
  '柳溪渠建成于1975年，全长12.5公里，灌溉面积3200亩。2022年以来，我局投入资金380万元，完成了渠首闸门更换和防渗处理。',
  '（一）加强管护。落实管护责任，采取以下措施：一是建立三级管护机制；二是落实专项经费；三是开展巡查（每月不少于2次）。',
  '（二）完善设施。结合“高标准农田”建设，统筹推进机耕道、便桥、量水设施等配套工程，力争2024年底前完成。',
]

/** A letter of a number of bytes in UTF-8, or a few more, far longer than any office writes. */
export function longLetter(bytes: number, format: 'markdown' | 'text' | 'html'): string {
  const times = Math.ceil(bytes / Buffer.byteLength(SECTION.join('\n\n')))
  const lines = [...HEAD, ...Array.from({ length: times }, () => SECTION).flat(), ...FOOT]
  if (format === 'html') return lines.map((line) => `<p>${line}</p>`).join('\n')
  return lines.join(format === 'text' ? '\n' : '\n\n')
}
