import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What to do where there is no Chromium. */
export const NEEDS_CHROMIUM =
  'There is no Chromium. Install it with `apt-get install chromium fonts-noto-cjk` (Debian) or `npx playwright-core install chromium`, or set CHROMIUM to its path.'

/** Where Chromium is: `CHROMIUM`, on the path, or where Playwright puts its own. */
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
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

/** A browser without a window, with an empty profile. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(NEEDS_CHROMIUM)
  return chromium.launch({ executablePath, headless: true, args: FLAGS })
}

/** A page of a browser of its own. */
export async function openInChromium(url: string): Promise<{ page: Page; close(): Promise<void> }> {
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(url)
  return { page, close: () => browser.close() }
}
