import { describe, expect, it } from 'vitest'
import type { SearchResult } from '../../src/search/hit.js'
import { type Run, run } from '../node/run.js'

/** What `npm run search --` runs. */
function search(...args: string[]): Promise<Run> {
  return run(process.execPath, ['--import', 'tsx', 'scripts/search.ts', ...args])
}

async function hitsFor(query: string): Promise<SearchResult['hits']> {
  const { code, stdout } = await search(query, '--json')
  expect(code).toBe(0)
  return JSON.parse(stdout).hits
}

describe('npm run search', { timeout: 60_000 }, () => {
  it('finds 先投后股 in both letters, first where it is the subject', async () => {
    const hits = await hitsFor('先投后股')
    expect(hits[0]?.paragraph.text).toMatch(/^一是实施“先投后股”专项支持政策/)
    expect(new Set(hits.map((hit) => hit.reply.id))).toEqual(new Set(['2104071', '2104106']))
  })

  it.concurrent.each([
    ['青年科技之星', '2104071', '青年科技之星'],
    ['揭榜挂帅', '2104106', '探索“揭榜挂帅”机制'],
    ['知识价值信用贷款 2024', '2104106', '2024年，全市发放知识价值信用贷款31亿元'],
    ['资金管理办法', '2104106', '先投后股项目资金管理辦法'],
  ])('finds %s in a paragraph that says it', async (query, reply, text) => {
    const [hit] = await hitsFor(query)
    expect(hit?.reply.id).toBe(reply)
    expect(hit?.paragraph.text).toContain(text)
    const { start, end } = hit?.highlights[0] ?? { start: 0, end: 0 }
    expect(end).toBeGreaterThan(start)
  })

  it('says where a query stands in which a word begins with a dash', async () => {
    const { code, stderr } = await search('-小荷')
    expect(stderr).toContain('stands behind --, for example: npm run search -- -- 科技 -小荷\n')
    expect(code).toBe(2)
  })

  it.concurrent.each([
    ['株科办〔2025〕33号', '2104071', 'number'],
    ['2104106', '2104106', 'number'],
    ['28687667', '2104071', 'number'],
    ['何涌', '2104106', 'person'],
  ])('finds %s, by which a letter is known, at its first paragraph', async (query, reply, field) => {
    const [hit] = await hitsFor(query)
    expect(hit?.paragraph.id).toBe(`${reply}/1/1`)
    expect(hit?.matched).toContain(field)
  })

  it('says in a plain sentence that nothing has "三亿元"', async () => {
    expect(await search('"三亿元"')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Note: no paragraph has 三亿元\nNothing was found\./),
      stderr: '',
    })
  })

  it('prints number, title, section and snippet', async () => {
    const { stdout } = await run('npm', ['run', 'search', '--', '揭榜挂帅'])
    expect(stdout).toMatch(
      /^ 1\. [\d.]+ {2}2104106 关于进一步提升民营企业发展水平的建议\n {4}.*关于“构建多元主体协同的创新联合体格局”的建议\n/m,
    )
  })
})
