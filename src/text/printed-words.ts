import type { Folding } from './normalize.js'

/**
 * Simplified words with a character that folds to another: 覆 to 复, as in the Traditional form of 答复. Behind the bar,
 * what holds the folded form of one and is none.
 */
const WORDS =
  '覆盖 颠覆 倾覆 覆灭 覆没 覆亡 覆辙 翻天覆地 天翻地覆 翻来覆去 著名 著作 显著 著称 专著 著述 土著 名著 论著 卓著 著录 巨著 编著 译著 原著 遗著 著文 著者 昭著 著书 撰著 乾隆 乾坤 慰藉 狼藉 蕴藉 瞭望 彷徨|讨论着 谈论着 议论着 争论着 评论着 了望城'

/** Gives a folded text as Simplified text prints it, for who reads it: people, and dictionaries. */
export interface PrintedWords {
  /** Of the same length. */
  printed(folded: string): string
  /** The characters that print otherwise, in turn with what they fold to. */
  readonly characters: readonly (readonly [printed: string, folded: string])[]
}

export function createPrintedWords(folding: Folding): PrintedWords {
  const [words, others] = WORDS.split('|').map((list) => list.split(' '))
  const byFolded = new Map(words!.map((word) => [folding.fold(word), word]))
  const pattern = new RegExp([...others!, ...byFolded.keys()].join('|'), 'g')
  const characters = new Map(
    words!
      .flatMap((word) => [...word])
      .map((character) => [character, folding.fold(character)] as const)
      .filter(([character, folded]) => character !== folded),
  )
  return {
    printed: (folded) => folded.replace(pattern, (word) => byFolded.get(word) ?? word),
    characters: [...characters],
  }
}
