const DOCUMENT_NUMBER =
  /\p{Script=Han}{1,20}[：:]?[〔[【［（(〈﹝]((?:19|20)\d\d)[〕\]】］）)〉﹞](第?[\d-]{1,10})号/u

/** 云交发〔202418 was 云交发〔2024〕18号: extraction lost what stood around the digits. */
const DAMAGED =
  /(\p{Script=Han}{2,20})[〔[【［]((?:19|20)\d\d)[〕\]】］]?(\d{1,4})号?(?=$|[（(]?[A-D]类|签发)/u

export interface DocumentNumber {
  /** As it stands in the text. */
  printed: string
  /** With its year in 〔〕, and with what was lost: 株科办〔2025〕33号. */
  number: string
  isDamaged: boolean
}

/** The first document number (文号) of a text without white space. */
export function findDocumentNumber(text: string): DocumentNumber | undefined {
  const [match, isDamaged] = [DOCUMENT_NUMBER.exec(text), false]
  if (match) {
    const [printed, year, serial] = match
    const agency = printed.slice(0, printed.length - `〔${year}〕${serial}号`.length)
    return { printed, number: `${agency}〔${year}〕${serial}号`, isDamaged }
  }
  const [printed, agency, year, serial] = DAMAGED.exec(text) ?? []
  return printed === undefined
    ? undefined
    : { printed, number: `${agency}〔${year}〕${serial}号`, isDamaged: true }
}
