import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { importPeer } from './peers.js'

/** As much of a page of playwright-core as is used. */
export interface Page {
  goto(url: string): Promise<unknown>
  /** Runs an expression in the page. */
  evaluate<Result>(expression: string): Promise<Result>
}

interface Browser {
  newPage(): Promise<Page>
  close(): Promise<void>
}

interface Playwright {
  chromium: {
    launch(options: { executablePath: string; headless: boolean; args: string[] }): Promise<Browser>
  }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium is: `CHROMIUM`, or on the path. */
export function findChromium(): string | undefined {
  const { CHROMIUM } = process.env
  if (CHROMIUM) return existsSync(CHROMIUM) ? CHROMIUM : undefined
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {
      // The next name.
    }
  }
  return undefined
}

export async function openBrowser(url: string): Promise<{ page: Page; close(): Promise<void> }> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium. Install it, or set CHROMIUM to its path.')
  const { chromium } = await importPeer<Playwright>('playwright-core')
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS })
  const page = await browser.newPage()
  await page.goto(url)
  return { page, close: () => browser.close() }
}
