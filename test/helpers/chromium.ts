import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { findChromium, launchChromium, NEEDS_CHROMIUM } from '../../scripts/chromium.js'

/** A page that writes down what a visitor must never see. */
export interface WatchedPage {
  page: Page
  /** Uncaught errors, warnings and errors on the console, requests that failed or left this machine. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

type PageOptions = Parameters<Browser['newContext']>[0]

/** Opens an empty page with its own storage. */
export type OpenPage = (options?: PageOptions) => Promise<WatchedPage>

/**
 * A group of tests that need a browser. Where there is none they are skipped, saying what to install; in CI they fail.
 */
export function describeInChromium(name: string, define: (open: OpenPage) => void): void {
  if (!findChromium()) {
    if (process.env.CI) {
      it(name, () => {
        throw new Error(NEEDS_CHROMIUM)
      })
      return
    }
    console.warn(`Not run: ${name}. ${NEEDS_CHROMIUM}`)
    describe.skip(name, () => define(() => Promise.reject(new Error(NEEDS_CHROMIUM))))
    return
  }
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())
    define(async (options) => {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      return { page, complaints: watch(page), close: () => context.close() }
    })
  })
}

function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error}`))
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const here = ['data:', 'blob:'].includes(protocol) || ['127.0.0.1', 'localhost'].includes(hostname)
    if (!here) complaints.push(`off-site: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // A search that was replaced by the next one.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
  })
  return complaints
}

/** What axe-core finds wrong with a page for people who use assistive technology: rule, and where. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
