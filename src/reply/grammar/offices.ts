const OFFICE =
  /^[\p{Script=Han}（）()]{2,40}(?:局|厅|委|委员会|办公室|政府办|外办|研究室|政府|院|中心|公司|部|署|馆|站|所|处|会|集团|学校|大学|银行|支队|大队|总队|街道|办事处)$/u

/** Whether a text without white space is the name of an office and nothing else: `青禾县水利局`. */
export function isOffice(text: string): boolean {
  return text.length <= 40 && OFFICE.test(text) && !/^关于|^附|^此/.test(text)
}
