/** Radicals that Unicode gives no equivalent, and the characters that look the same. Source: EquivalentUnifiedIdeograph.txt */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  (
    '⺟母⺠民⺫罒⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻳龟⼾户'.match(
      /../gu,
    ) ?? []
  ).map((pair) => [...pair] as [string, string]),
)

/**
 * Fonts draw 青 and the radical ⻘ with one glyph, and programs that print to PDF then name the radical, or a character
 * that stands twice in Unicode; what is copied from there has it too. Gives the text the characters that were meant.
 *
 * @returns As many UTF-16 code units.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, (printed) => {
    const meant = LOOKS_LIKE.get(printed) ?? printed.normalize('NFKC')
    return meant.length === 1 ? meant : printed
  })
}
