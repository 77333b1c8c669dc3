import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { DOMAIN_WORDS } from '../../src/node/words/domain-words.js'
import { foldingFor, traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { paragraphsIn, readCorpus } from '../helpers/corpus.js'

const folding = createFolding(traditionalFolding())
const pairs = [...traditionalFolding()]

/** Words whose characters have several Traditional forms, one for each sense. */
const SENSES =
  '答复 复杂 重复 头发 发展 发现 皇后 以后 前后 干部 干净 干涉 树干 里程 这里 邻里 公里 制度 制造 着力 沿着 了解 了结 借口 借款 准备 标准 系统 关系 联系 只有 一只 面条 面积 台湾 舞台 台风 谷物 山谷 丑时 丑陋 松树 放松 冲击 斗争 北斗 几个 茶几 出口 一出 划分 计划 回来 巡回 征收 长征 余额 剩余 布置 公布 才能 人才 占用 占卜 周边 周期 志愿 杂志 价值 价格 群众 里面 御寒 愿意 游泳 旅游 卷宗 试卷 涂料 胡同 胡须 秋千 签名 标签 历史 日历 钟表 钟情 汇总 词汇 向导 方向 困难 困倦 郁金香 忧郁 咨询 台账 账户 秘书 奥秘 为了 伪造 峰会 群体 裏面 线路 污水 烟草 硷性 鸡蛋 雇佣 异议 唇齿'.split(
    ' ',
  )

/** OpenCC knows 金鍊 (a chain of gold) and finds it here; 鍊 else stands for 炼. */
const MISLED = /金链/g

describe.each(['t', 'tw', 'hk'] as const)('the Traditional form of a text (to %s)', (to) => {
  const convert = Converter({ from: 'cn', to })
  const misfolded = (texts: readonly string[]): string[] =>
    texts.filter((text) => folding.fold(convert(text)) !== folding.fold(text)).map(convert)

  it('folds to the plain one in words of several senses', () => {
    expect(misfolded(SENSES)).toEqual([])
  })

  it('folds to the plain one in the words of the genre', () => {
    expect(misfolded(DOMAIN_WORDS)).toEqual([])
  })

  it('folds to the plain one in every character of everyday and of literary use', () => {
    expect(misfolded(simplifiedCharacters())).toEqual([])
  })

  it('folds to the plain one in every paragraph of the corpus', () => {
    expect(misfolded(paragraphsIn(readCorpus()).map(({ text }) => text.replace(MISLED, '金 链')))).toEqual([])
  })
})

/** The 6,763 characters of GB 2312. */
function simplifiedCharacters(): string[] {
  const decoder = new TextDecoder('gbk')
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, i) => 0xb0 + i)
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, i) => 0xa1 + i)
  return rows
    .flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
    .filter((character) => /^\p{Script=Han}$/u.test(character))
}

describe('the table', () => {
  it('folds to what Simplified text prints', () => {
    expect(folding.fold('什麼 怎么 甚麽 檗 仇 颖 钱锺书')).toBe('什么怎么甚么檗仇颖钱钟书')
  })

  it('is sorted, names each character once and maps none to a character that it maps', () => {
    const from = pairs.filter((_, i) => i % 2 === 0)
    const to = new Set(pairs.filter((_, i) => i % 2 === 1))
    expect(from).toEqual([...new Set(from)].sort())
    expect(from.filter((character) => to.has(character))).toEqual([])
  })

  it('keeps apart everyday characters of different meaning', () => {
    const everyday = '像象 座坐 俱具 作做 的得 在再 己已 未末 于与 分份 帐账 炼链'.split(' ')
    expect(everyday.filter(([a, b]) => folding.fold(a!) === folding.fold(b!))).toEqual([])
  })

  it('is cut down to the pairs whose target an index has or everyone uses', () => {
    const rare = pairs.findIndex((character, i) => i % 2 === 1 && character === '䌶')
    expect(pairs[rare - 1]).toBe('䊷')
    expect(foldingFor(new Set())).not.toContain('䊷䌶')
    expect(foldingFor(new Set('䌶'))).toContain('䊷䌶')
    for (const pair of ['頭头', '號号', '會会']) expect(foldingFor(new Set())).toContain(pair)
    expect(foldingFor({ has: () => true })).toBe(traditionalFolding())
  })
})
