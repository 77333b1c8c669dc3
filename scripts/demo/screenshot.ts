// Takes the picture of the READMEs: npx tsx scripts/demo/screenshot.ts
import { launchChromium } from '../chromium.js'
import { hostDemo } from './host-demo.js'

const site = await hostDemo()
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1040, height: 720 }, deviceScaleFactor: 1.5 })
await page.goto(`${site.url}/?q=先投后股`)
await page.locator('[part=hit]').first().waitFor()
await page.screenshot({ path: 'scripts/demo/screenshot.png' })
await browser.close()
await site.close()
