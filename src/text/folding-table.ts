import hongKongVariants from 'opencc-js/dict/HKVariants'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import taiwanVariants from 'opencc-js/dict/TWVariants'
import { commonCharacters } from './common-characters.js'
import { createFolding, type Folding } from './normalize.js'

/**
 * Pairs, the everyday Simplified character second, that OpenCC writes for one another where its table from Traditional to
 * Simplified keeps them apart: without them the Traditional form of 答复, 了解, 着力, 钱锺书 or 仿佛 would not find the
 * Simplified one. Pairs of which both are everyday Simplified characters of different meaning (像 象, 座 坐, 俱 具, 链 炼)
 * are left apart; the words in which OpenCC writes them so are queries' other spellings.
 *
 * Source: https://github.com/BYVoid/OpenCC/tree/master/data/dictionary (STPhrases, STCharacters, TWVariants, HKVariants)
 */
const PHRASE_VARIANTS =
  '覆复著着瞭了藉借伕夫讎仇薰熏濬浚荳豆蘗檗甦苏甯宁簷檐痺痹鏚戚幺么鎗枪拏拿燄焰澂澄觔斤籐藤瑯琅篠筱繐穗耡锄揹背唚吣隄堤菓果睪睾栢柏彜彝鑛矿頴颖苧苎祕秘谘咨馀余渖沈迳径暱昵钜巨镟旋锺钟穞稆侭尽缐线讬托麹曲麺面颚腭鯰鲶鲇鲶衹只粧妆糭粽彷仿斲斫耈耇𫫇恶㓰划㳽弥䌽彩䙓摆䦆镢䩄腼緪縆'

let pairs: string | undefined
let folding: Folding | undefined

/** Every character that folds to a Simplified one, in the form `createFolding` takes. */
export function traditionalFolding(): string {
  pairs ??= compile()
  return pairs
}

/** The folding by these pairs; the same at each call, for it remembers what it has folded. */
export function sharedFolding(): Folding {
  folding ??= createFolding(traditionalFolding())
  return folding
}

/**
 * The pairs that can matter to an index: those whose target stands in it, or is in everyday use, for then it may sound
 * like one that does, count something, or belong to an abbreviation of what stands in it.
 */
export function foldingFor(characters: { has(character: string): boolean }): string {
  const everyday = new Set(commonCharacters())
  let needed = ''
  const all = [...traditionalFolding()]
  for (let i = 0; i < all.length; i += 2) {
    const target = all[i + 1]!
    if (characters.has(target) || everyday.has(target)) needed += all[i] + target
  }
  return needed
}

function compile(): string {
  const target = new Map<string, string>()
  const link = (from: string, to: string): void => {
    const start = follow(from)
    const end = follow(to)
    if (start !== end) target.set(start, end)
  }
  const follow = (character: string): string => {
    let at = character
    for (let next = target.get(at); next !== undefined; next = target.get(at)) at = next
    return at
  }
  eachPair(traditionalToSimplified, link)
  const variants = [...PHRASE_VARIANTS]
  for (let i = 0; i < variants.length; i += 2) link(variants[i] as string, variants[i + 1] as string)
  for (const table of [taiwanVariants, hongKongVariants]) {
    eachPair(table, (standard, variant) => {
      if (follow(variant) === variant) link(variant, standard)
    })
  }

  return [...target.keys()]
    .sort()
    .map((from) => from + follow(from))
    .join('')
}

/** OpenCC's tables: `from to₁ to₂|from to|…`; the first target that differs is the usual one. Run once, so kept plain. */
function eachPair(table: string, take: (from: string, to: string) => void): void {
  for (const line of table.split('|')) {
    const [from, first, second] = line.split(' ')
    const to = first === from ? second : first
    if (from && to) take(from, to)
  }
}
