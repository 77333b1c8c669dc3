import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { hostSite } from '../../scripts/demo/host.js'
import { describeInChromium } from '../helpers/chromium.js'
import { installed, readmeFiles } from './consumer.js'

describeInChromium('a page without a bundler', (open) => {
  /** Opens a page of the README, with dafu from another origin. */
  async function visit(name: string) {
    const { [name]: html = '' } = await readmeFiles('In a web page')
    const { version } = JSON.parse(await readFile('package.json', 'utf8'))
    const address = `https://cdn.jsdelivr.net/npm/dafu@${version}/`
    expect(html).toContain(address)

    const headers = { 'access-control-allow-origin': '*' }
    const cdn = await hostSite({ folders: { '/dafu/': installed('') }, headers })
    const site = await hostSite({
      files: {
        [`/${name}`]: html.replace(address, `${cdn.url}/dafu/`),
        '/favicon.ico': '',
        '/letters.dafu': await readFile(installed('dist/corpus.dafu')),
      },
    })
    const watched = await open()
    await watched.page.goto(`${site.url}/${name}`)
    return {
      ...watched,
      close: () => Promise.all([watched.close(), site.close(), cdn.close()]),
    }
  }

  it('has an element that searches', async () => {
    const { page, complaints, close } = await visit('search.html')
    const box = page.getByRole('combobox').first()
    await box.fill('先投后股')
    await box.press('Enter')
    await page.locator('dafu-search mark', { hasText: '先投后股' }).first().waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('先投后股')
    expect(complaints).toEqual([])
    await close()
  })

  it('has a module script and an import map, and searches in a worker', async () => {
    const { page, complaints, close } = await visit('index.html')
    await page.getByLabel('查找').fill('先投后股')
    await expect.poll(() => page.locator('li').first().getAttribute('id')).toBe('2104071/2/2')
    expect(await page.locator('li').first().locator('mark').allTextContents()).toContain('先投后股')
    expect(page.workers()).toHaveLength(1)
    expect(complaints).toEqual([])
    await close()
  })
})
