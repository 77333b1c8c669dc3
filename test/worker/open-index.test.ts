import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostSite, type Site, type SiteOptions } from '../../scripts/demo/host.js'
import { openIndex } from '../../src/index.js'
import { describeInChromium } from '../helpers/chromium.js'

const PAGE = '<!doctype html><html lang="zh"><link rel="icon" href="data:,"><title>dafu</title>'
const CORPUS = 'dist/corpus.dafu'

describeInChromium('openIndex with a worker', (open) => {
  const sites: Site[] = []
  let site: Site

  async function host(options: SiteOptions): Promise<Site> {
    const started = await hostSite(options)
    sites.push(started)
    return started
  }

  beforeAll(async () => {
    site = await host({ files: { '/index.html': PAGE }, folders: { '/dafu/': 'dist' } })
  })
  afterAll(() => Promise.all(sites.map((each) => each.close())))

  /** What a page gets that opens the corpus with a worker, by the script at an address. */
  async function ask(page: Page, script: string): Promise<Asked> {
    return page.evaluate(`(async () => {
      const { openIndex, InvalidQueryError, IndexReadError } = await import(${JSON.stringify(script)})
      const warnings = []
      const options = { worker: true, onWarning: (message) => warnings.push(message) }
      const index = await openIndex(new URL('/dafu/corpus.dafu', location), options)
      const { hits } = await index.search('先投后股')
      const [suggestion] = await index.suggest('xiantou')
      const refused = await index.search('支持', { limit: -1 }).catch((error) => error)
      const reason = new Error('no longer wanted')
      const aborting = new AbortController()
      const answer = index.search('支持', { signal: aborting.signal }).catch((error) => error)
      aborting.abort(reason)
      const aborted = await answer
      const absent = await openIndex('/dafu/absent.dafu', { worker: true, retries: 0 }).catch((error) => error)
      const summary = index.summary
      await index.close()
      return {
        warnings,
        paragraph: hits[0].paragraph.id,
        suggestion: suggestion.text,
        refused: refused instanceof InvalidQueryError && refused.issues.length,
        aborted: aborted === reason,
        absent: absent instanceof IndexReadError && absent.status,
        replies: summary.replies,
      }
    })()`)
  }

  interface Asked {
    warnings: string[]
  }

  const ANSWERS = {
    paragraph: '2104071/2/2',
    suggestion: '先投后股',
    refused: 1,
    aborted: true,
    absent: 404,
    replies: 2,
  }

  it('answers from a worker, and loads nothing that searches into the page', async () => {
    const { page, complaints, close } = await open()
    await page.goto(site.url)
    site.requests.length = 0
    const worker = page.waitForEvent('worker')
    expect(await ask(page, '/dafu/open-index.js')).toEqual({ ...ANSWERS, warnings: [] })
    expect((await worker).url()).toBe(`${site.url}/dafu/worker.js`)
    expect(site.requests.filter((path) => path.includes('open-source'))).toEqual([])
    expect(complaints).toEqual([
      'console: Failed to load resource: the server responded with a status of 404 (Not Found)',
    ])
    await close()
  })

  it('starts its worker from the script of another origin', async () => {
    const cdn = await host({
      folders: { '/dafu/': 'dist' },
      headers: { 'access-control-allow-origin': '*' },
    })
    const { page, close } = await open()
    await page.goto(site.url)
    const worker = page.waitForEvent('worker')
    expect(await ask(page, `${cdn.url}/dafu/open-index.js`)).toEqual({ ...ANSWERS, warnings: [] })
    expect((await worker).url()).toMatch(/^blob:/)
    expect(cdn.requests).toContain('/dafu/worker.js')
    await close()
  })

  it('takes over on the page, with one warning, where no worker may start', async () => {
    const strict = await host({
      files: { '/index.html': PAGE },
      folders: { '/dafu/': 'dist' },
      headers: { 'content-security-policy': "worker-src 'none'" },
    })
    const { page, close } = await open()
    await page.goto(strict.url)
    const asked = await ask(page, '/dafu/open-index.js')
    expect(asked).toMatchObject(ANSWERS)
    expect(asked.warnings).toEqual([expect.stringMatching(/^No worker could be started, so this thread/)])
    await close()
  })

  it('takes over, too, where the script of the worker is missing', async () => {
    const { page, close } = await open()
    await page.route('**/worker.js', (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(site.url)
    const asked = await ask(page, '/dafu/open-index.js')
    expect(asked).toMatchObject(ANSWERS)
    expect(asked.warnings).toHaveLength(1)
    await close()
  })
})

describe('openIndex with a worker, where there are none', () => {
  it('answers in its own thread, with one warning', async () => {
    const warnings: string[] = []
    const bytes = await readFile(CORPUS)
    const index = await openIndex(bytes, { worker: true, onWarning: (message) => warnings.push(message) })
    expect((await index.search('先投后股')).hits[0]?.paragraph.id).toBe('2104071/2/2')
    expect(warnings).toEqual([expect.stringContaining('Worker is not defined')])
  })
})
