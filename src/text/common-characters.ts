let common: readonly string[] | undefined

/** The 3,755 characters of everyday use (GB 2312, level 1): what a slip of an input method may put into a query. */
export function commonCharacters(): readonly string[] {
  common ??= decodeLevelOne()
  return common
}

function decodeLevelOne(): string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  }
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))]
}
