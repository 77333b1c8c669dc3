import type { Segmenter } from '../../src/text/segmenter.js'

const WORDS =
  '先投后股 揭榜挂帅 专精特新 政策 支持 资金 管理 办法 管理办法 科技 科学 技术 局 企业 中小企业 民营 民营企业 人才 青年 青年人才 平台 建设 实施 专项 项目 知识 价值 信用 贷款 知识产权 老旧 小区 改造 老旧小区 电梯 加装 公园 学校 教育 养老 服务 公交 线路 道路 停车 提案 建议 答复 办理 工作 下一步 计划 情况 景点'

const PLACES = ['公园', '学校', '道路', '老旧小区']

/** Words from a list, the longest first, else single characters; numbers and Latin words whole. Needs no dictionary. */
export function listSegmenter(words: readonly string[] = WORDS.split(' ')): Segmenter {
  const known = new Set(words)
  const longest = Math.max(1, ...words.map((word) => word.length))
  const wordAt = (text: string, start: number): string | undefined => {
    for (let length = longest; length > 1; length--) {
      const candidate = text.slice(start, start + length)
      if (known.has(candidate)) return candidate
    }
    return undefined
  }
  return {
    name: 'list',
    fingerprint: `list ${[...known].join(' ')}`,
    segment(text) {
      const segments: string[] = []
      for (let at = 0; at < text.length; ) {
        const rest = /^(?:[a-z0-9]+|\s+)/i.exec(text.slice(at, at + 40))?.[0]
        const segment = wordAt(text, at) ?? rest ?? String.fromCodePoint(text.codePointAt(at)!)
        segments.push(segment)
        at += segment.length
      }
      return segments
    },
    subwords: (segment) =>
      words.filter((word) => word.length > 1 && word.length < segment.length && segment.includes(word)),
    places: (text) => PLACES.filter((place) => text.includes(place)),
  }
}
