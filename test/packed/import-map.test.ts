import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { hostSite } from '../../scripts/demo/host.js'
import { describeInChromium } from '../helpers/chromium.js'
import { installed, readmeFiles } from './consumer.js'

describeInChromium('a page with a module script and an import map', (open) => {
  it('searches in a worker, with everything from another origin', async () => {
    const { 'index.html': page = '' } = await readmeFiles('In a web page')
    const { version } = JSON.parse(await readFile('package.json', 'utf8'))
    const address = `https://cdn.jsdelivr.net/npm/dafu@${version}/`
    expect(page).toContain(address)

    const cdn = await hostSite({
      folders: { '/dafu/': installed('') },
      headers: { 'access-control-allow-origin': '*' },
    })
    const site = await hostSite({
      files: {
        '/index.html': page.replace(address, `${cdn.url}/dafu/`),
        '/favicon.ico': '',
        '/letters.dafu': await readFile(installed('dist/corpus.dafu')),
      },
    })
    const { page: tab, complaints, close } = await open()
    await tab.goto(`${site.url}/index.html`)
    await tab.getByLabel('查找').fill('先投后股')
    await expect.poll(() => tab.locator('li').first().getAttribute('id')).toBe('2104071/2/2')
    expect(await tab.locator('li').first().locator('mark').allTextContents()).toContain('先投后股')
    expect(tab.workers()).toHaveLength(1)
    expect(complaints).toEqual([])
    await Promise.all([close(), site.close(), cdn.close()])
  })
})
