const DOCUMENT_NUMBER = /\p{Script=Han}{1,20}[：:]?[〔[【［（(](?:19|20)\d\d[〕\]】］）)]第?[\d-]{1,10}号/u

/** The first document number (文号) of a text without white space: 株科办〔2025〕33号. */
export function findDocumentNumber(text: string): string | undefined {
  return DOCUMENT_NUMBER.exec(text)?.[0]
}
