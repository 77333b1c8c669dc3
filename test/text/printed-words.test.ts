import { describe, expect, it } from 'vitest'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { createPrintedWords } from '../../src/text/printed-words.js'

const folding = createFolding(traditionalFolding())
const { printed, characters } = createPrintedWords(folding)

describe('a folded word as it is printed', () => {
  it('has the characters of the Simplified word', () => {
    const words = [
      '覆盖率',
      '全覆盖',
      '成效显著',
      '著作权',
      '乾隆',
      '慰藉',
      '瞭望塔',
      '彷徨',
      '答复',
      '着力',
      '讨论着',
      '了望城区',
    ]
    expect(words.map((word) => printed(folding.fold(word)))).toEqual(words)
  })

  it('folds to itself again', () => {
    for (const [character, folded] of characters) expect(folding.fold(character)).toBe(folded)
    expect(characters.map(([, folded]) => folding.fold(folded))).toEqual(
      characters.map(([, folded]) => folded),
    )
  })
})
