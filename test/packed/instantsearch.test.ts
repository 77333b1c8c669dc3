import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { hostSite } from '../../scripts/demo/host.js'
import type { Reply } from '../../src/reply/reply.js'
import { buildIndex } from '../../src/search/build-index.js'
import { ATTACKING, ATTACKS, liveNodes, watchAttacks } from '../helpers/attacks.js'
import { describeInChromium, type WatchedPage } from '../helpers/chromium.js'
import { LETTERS } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { readmeFiles } from './consumer.js'
import { buildWithVite, expectOnlyReader } from './vite.js'

const REACT_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>提案答复</title>
<main id="root"></main><script type="module" src="/src/react.tsx"></script></html>`

const REACT = `import { createRoot } from 'react-dom/client'
import { Search } from './search'

createRoot(document.getElementById('root')!).render(<Search />)
`

const hits = (page: Page) => page.locator('.ais-Hits-item article')
const idsOf = (page: Page): Promise<(string | null)[]> =>
  hits(page).evaluateAll((articles) => articles.map((article) => article.id))

async function search(page: Page, query: string): Promise<void> {
  const box = page.getByPlaceholder('查找')
  await box.fill(query)
  await box.press('Enter')
}

describeInChromium('pages made with InstantSearch', (open) => {
  let dist: string
  beforeAll(async () => {
    const { 'index.html': page = '', ...sources } = await readmeFiles('With InstantSearch')
    expect(Object.keys(sources)).toEqual(['src/main.ts', 'src/search.tsx'])
    const consumer = await buildWithVite({
      ...sources,
      'index.html': page,
      'react.html': REACT_PAGE,
      'src/react.tsx': REACT,
      'vite.config.js': `export default { build: { rolldownOptions: { input: ['index.html', 'react.html'] } } }`,
    })
    dist = join(consumer.folder, 'dist')
  })

  async function visit(name: string, replies: readonly Reply[]): Promise<WatchedPage> {
    const index = await buildIndex(replies, { segmenter: listSegmenter() })
    const site = await hostSite({
      files: {
        [`/${name}`]: await readFile(join(dist, name)),
        '/favicon.ico': '',
        '/letters.dafu': await index.toBytes(),
      },
      folders: { '/assets/': join(dist, 'assets') },
    })
    const watched = await open()
    await watchAttacks(watched.page)
    await watched.page.goto(`${site.url}/${name}`)
    await hits(watched.page).first().waitFor()
    return {
      ...watched,
      close: async () => {
        await watched.close()
        await site.close()
      },
    }
  }

  it('contain no more of dafu than they need', () => expectOnlyReader(dist))

  describe.each(['index.html', 'react.html'])('%s', (name) => {
    it('finds, marks, counts, narrows, sorts and pages', async () => {
      const { page, complaints, close } = await visit(name, LETTERS)
      const stats = page.locator('.ais-Stats')
      await search(page, '先投后股')
      await expect.poll(() => idsOf(page)).toContain('k-2025-071/2/1')
      expect(await hits(page).locator('mark').allTextContents()).toContain('先投后股')
      expect(await stats.textContent()).toMatch(/^\d+ results? found in \d+ms$/)

      await search(page, '')
      await expect.poll(() => hits(page).count()).toBe(20)
      const first = await idsOf(page)
      await page.locator('.ais-Pagination-item--nextPage a').click()
      await expect.poll(async () => (await idsOf(page)).some((id) => first.includes(id))).toBe(false)

      // A value of a facet that is searched for, then refined by.
      const issuers = page.locator('.ais-RefinementList')
      await issuers.locator('input[type=search]').fill('教育')
      await expect.poll(() => issuers.locator('mark').allTextContents()).toEqual(['教育', '教育'])
      await issuers.locator('.ais-RefinementList-label', { hasText: '长沙市教育局' }).click()
      await expect
        .poll(async () => new Set((await idsOf(page)).map((id) => id?.split('/')[0])))
        .toEqual(new Set(['e-2025-033']))
      // Its alternatives stay in sight.
      expect(await issuers.locator('.ais-RefinementList-item').count()).toBeGreaterThan(1)
      await issuers.locator('.ais-RefinementList-label', { hasText: '长沙市教育局' }).click()
      await expect.poll(() => hits(page).count()).toBe(20)

      await page.locator('.ais-Menu-link', { hasText: 'C' }).click()
      await expect
        .poll(async () => new Set((await idsOf(page)).map((id) => id?.split('/')[0])))
        .toEqual(new Set(['j-2024-123']))
      await page.locator('.ais-Menu-link', { hasText: 'C' }).click()
      await expect.poll(() => hits(page).count()).toBe(20)

      const [from, to] = [
        page.locator('.ais-RangeInput-input--min'),
        page.locator('.ais-RangeInput-input--max'),
      ]
      expect([await from.getAttribute('placeholder'), await to.getAttribute('placeholder')]).toEqual([
        '2022',
        '2025',
      ])
      await from.fill('2022')
      await to.fill('2023')
      await page.locator('.ais-RangeInput-submit').click()
      await expect.poll(async () => (await idsOf(page)).every((id) => /-202[23]-/.test(id ?? ''))).toBe(true)

      await page.locator('.ais-SortBy-select').selectOption('letters_date_desc')
      await expect.poll(async () => (await idsOf(page))[0]).toMatch(/^n-2023-300/)
      expect(complaints).toEqual([])
      await close()
    })

    it('brings nothing of a letter or a query to life', async () => {
      const { page, complaints, close } = await visit(name, [...LETTERS, ...ATTACKING])
      await search(page, '攻击')
      await expect.poll(() => hits(page).count()).toBe(ATTACKS.length)
      expect(await page.locator('.ais-RefinementList').textContent()).toContain('<')
      expect(await liveNodes(page)).toEqual([])
      for (const attack of ATTACKS) {
        await search(page, attack)
        await page.locator('.ais-RefinementList input[type=search]').fill(attack.slice(0, 40))
        await page.waitForFunction(
          () => !document.querySelector('.ais-SearchBox-loadingIndicator:not([hidden])'),
        )
        expect(await liveNodes(page), attack).toEqual([])
      }
      expect(complaints).toEqual([])
      await close()
    })
  })
})
