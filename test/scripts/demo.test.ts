import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Site } from '../../scripts/demo/host.js'
import { hostDemo } from '../../scripts/demo/host-demo.js'
import { buildIndex } from '../../src/search/build-index.js'
import { ATTACKING, ATTACKS, liveNodes, watchAttacks } from '../helpers/attacks.js'
import { describeInChromium, violationsOf } from '../helpers/chromium.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const PARAGRAPH = '2104071/2/2'

describeInChromium('the demo', (open) => {
  let site: Site
  beforeAll(async () => {
    site = await hostDemo()
  })
  afterAll(() => site.close())

  /** Presses Tab until what has the focus is such. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab')
      const reached = await page.evaluate<boolean>(`(() => {
        let { activeElement } = document
        while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement
        return activeElement.matches(${JSON.stringify(selector)})
      })()`)
      if (reached) return
    }
    throw new Error(`Tab does not reach ${selector}.`)
  }

  async function expectParagraph(page: Page): Promise<void> {
    await page.waitForURL('**/letter.html?**')
    const hit = page.locator('.hit')
    await expect.poll(() => hit.getAttribute('id')).toBe(PARAGRAPH)
    expect(await hit.innerText()).toContain('一是实施“先投后股”专项支持政策')
    expect(await hit.locator('mark').first().innerText()).toBe('先投后股')
    expect(await hit.evaluate((paragraph) => paragraph.matches(':focus'))).toBe(true)
    await expect
      .poll(() =>
        hit.evaluate((paragraph) => {
          const { top, bottom } = paragraph.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        }),
      )
      .toBe(true)
  }

  it('leads from the typed word to the paragraph by keyboard alone', async () => {
    const { page, complaints, close } = await open()
    await page.goto(site.url)
    await tabTo(page, '[role=combobox]')
    await page.keyboard.insertText('先投后股')
    await expect.poll(() => page.locator('[part=hit]').count()).toBe(3)
    await page.keyboard.press('Enter')
    await tabTo(page, 'a[part=link]')
    await page.keyboard.press('Enter')
    await expectParagraph(page)
    expect(await violationsOf(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('leads there by pinyin, with and without a suggestion', async () => {
    const { page, complaints, close } = await open()
    for (const suggestion of [true, false]) {
      await page.goto(site.url)
      await tabTo(page, '[role=combobox]')
      await page.keyboard.type('xiantouhougu')
      if (suggestion) {
        await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(0)
        await page.keyboard.press('ArrowDown')
      } else {
        await expect.poll(() => page.locator('[part=hit]').count()).toBeGreaterThan(0)
      }
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('[part=hit]').count()).toBe(3)
      await tabTo(page, 'a[part=link]')
      await page.keyboard.press('Enter')
      await expectParagraph(page)
    }
    expect(complaints).toEqual([])
    await close()
  })

  it.each(['light', 'dark'] as const)(
    'has nothing that axe-core finds fault with, %s',
    async (colorScheme) => {
      const { page, complaints, close } = await open({ colorScheme })
      for (const path of [
        '/',
        '/?q=科技人才',
        `/letter.html?reply=2104071#${PARAGRAPH}`,
        '/instantsearch.html?replies[query]=科技人才',
      ]) {
        await page.goto(site.url + path)
        const shown = page.locator('.examples a, [part=hit], .hit, .ais-Hits-item')
        await expect.poll(() => shown.count()).toBeGreaterThan(0)
        expect(await violationsOf(page)).toEqual([])
      }
      expect(complaints).toEqual([])
      await close()
    },
  )

  it.each(['/?q=科技', `/letter.html?reply=2104071#${PARAGRAPH}`, '/instantsearch.html'])(
    'fits a narrow phone: %s',
    async (path) => {
      const { page, close } = await open({ viewport: { width: 320, height: 640 } })
      await page.goto(site.url + path)
      const shown = page.locator('[part=hit], .hit, .ais-Pagination-link')
      await expect.poll(() => shown.count()).toBeGreaterThan(0)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await close()
    },
  )

  it('shows of a letter who was answered, what, by whom, and who got a copy', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dafu-demo-'))
    const path = join(folder, 'joint.dafu')
    const session = '市政协九届三次会议'
    const joint = letter(
      'joint',
      {
        proposals: [
          { kind: '提案', number: '136', session, title: '关于加装电梯的提案' },
          { kind: '提案', number: '142', session },
        ],
        recipients: ['沈一禾', '鲁木槿', '民盟云桥市委'],
        leaders: [{ role: '签发人', name: '顾南星' }],
        contacts: [{ name: '陶然', phone: '0999-2034567' }, { phone: '0999-2034568' }],
        copies: ['市政协提案委', '市政府督查室'],
      },
      [{ paragraphs: ['加装电梯。'] }],
    )
    await writeFile(path, await (await buildIndex([joint], { segmenter: listSegmenter() })).toBytes())
    const demo = await hostDemo(path)
    const { page, complaints, close } = await open()
    await page.goto(`${demo.url}/letter.html?reply=joint`)
    await expect.poll(() => page.locator('.letter h1').innerText()).toBe(`${session}第136号、第142号提案`)
    expect(await page.locator('.recipients').innerText()).toBe('沈一禾、鲁木槿委员、民盟云桥市委：')
    expect(await page.locator('.contacts').allInnerTexts()).toEqual([
      '签发人 顾南星；联系人 陶然 0999-2034567；电话 0999-2034568',
      '抄送：市政协提案委、市政府督查室',
    ])
    expect(complaints).toEqual([])
    await close()
    await demo.close()
    await rm(folder, { recursive: true })
  })

  it('says so where there is no such letter', async () => {
    const { page, close } = await open()
    await page.goto(`${site.url}/letter.html?reply=${encodeURIComponent('<b>none')}`)
    await expect.poll(() => page.locator('.state').innerText()).toBe('没有编号为“<b>none”的答复。')
    await page.goto(`${site.url}/letter.html?id=2104071`)
    await expect.poll(() => page.locator('.state').innerText()).toContain('letter.html?reply=')
    await close()
  })

  it('answers the widgets of InstantSearch', async () => {
    const { page, complaints, close } = await open()
    await page.goto(`${site.url}/instantsearch.html`)
    await page.getByRole('searchbox', { name: '检索答复' }).pressSequentially('xiantouhougu')
    await expect.poll(() => page.locator('#stats').innerText()).toBe('3 个段落')
    expect(await page.locator('.ais-Hits-item mark').first().innerText()).toBe('先投后股')
    await page.getByRole('checkbox', { name: '当前工作情况' }).check()
    await expect.poll(() => page.locator('#stats').innerText()).toBe('1 个段落')
    await page.locator('.ais-Hits-item a').click()
    await expect.poll(() => page.locator('.hit').getAttribute('id')).toBe(PARAGRAPH)
    expect(await page.locator('.hit mark').first().innerText()).toBe('先投后股')
    expect(complaints).toEqual([])
    await close()
  })

  it('makes nothing but text of a hostile index, on every page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dafu-demo-'))
    const path = join(folder, 'hostile.dafu')
    const index = await buildIndex(ATTACKING, { segmenter: listSegmenter() })
    await writeFile(path, await index.toBytes())
    const hostile = await hostDemo(path)
    const { page, complaints, close } = await open()
    await watchAttacks(page)
    const query = encodeURIComponent(`攻击 ${ATTACKS.join(' ')}`)
    const letters = ATTACKING.map(({ id }) => encodeURIComponent(id))
    for (const address of [
      `/?q=${query}`,
      `/instantsearch.html?replies[query]=${query}`,
      '/instantsearch.html',
      ...letters.map((id) => `/letter.html?reply=${id}&q=${query}#${id}${encodeURIComponent('/1/1')}`),
    ]) {
      await page.goto(hostile.url + address)
      const shown = page.locator('[part=hit], .ais-Hits-item, .hit')
      await expect.poll(() => shown.first().innerText()).toContain('攻击')
      expect(await liveNodes(page), address).toEqual([])
    }
    expect(complaints).toEqual([])
    await close()
    await hostile.close()
    await rm(folder, { recursive: true })
  })
})
