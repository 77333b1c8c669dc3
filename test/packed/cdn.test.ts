import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { hostSite } from '../../scripts/demo/host.js'
import { describeInChromium } from '../helpers/chromium.js'
import { installed, readmeFiles } from './consumer.js'

const INDEX = 'https://cdn.example.org/letters.dafu'

/** A page that runs a module, with dafu beside it. */
function pageOf(script: string): Record<string, string> {
  return {
    '/favicon.ico': '',
    '/index.html': `<!doctype html><meta charset="utf-8"><title>提案答复</title><body>
      <script type="importmap">{ "imports": { "dafu": "/dafu/open-index.js" } }</script>
      <script type="module" src="main.js"></script>`,
    '/main.js': script,
  }
}

describeInChromium('an index on another host', (open) => {
  it('is read in parts, with the headers of the README', async () => {
    const { 'nginx.conf': rules = '' } = await readmeFiles('On a CDN')
    const headers = Object.fromEntries(
      [...rules.matchAll(/add_header (\S+) "(.*)";/g)].map(([, name = '', value = '']) => [name, value]),
    )
    expect(Object.keys(headers)).toHaveLength(3)
    const bytes = await readFile(installed('dist/corpus.dafu'))
    const cdn = await hostSite({ files: { '/letters.dafu': bytes }, headers })
    const script = `import { openIndex } from 'dafu'
      const letters = await openIndex('${cdn.url}/letters.dafu', { onWarning: (text) => console.warn(text) })
      const { hits } = await letters.search('先投后股')
      document.body.append(hits[0].paragraph.text)`
    const site = await hostSite({ files: pageOf(script), folders: { '/dafu/': installed('dist') } })

    const { page, complaints, close } = await open()
    const sent: Promise<[number, string | null]>[] = []
    page.on('response', (response) => {
      if (!response.url().startsWith(cdn.url)) return
      sent.push(response.headerValue('content-range').then((range) => [response.status(), range]))
    })
    await page.goto(`${site.url}/index.html`)
    await page.getByText('一是实施“先投后股”专项支持政策').waitFor()
    const answers = await Promise.all(sent)
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([206]))
    expect(answers.every(([, range]) => range?.endsWith(`/${bytes.length}`))).toBe(true)
    expect(complaints).toEqual([])
    await Promise.all([close(), site.close(), cdn.close()])
  })

  it('is read whole from a host that knows no Range, as the README shows', async () => {
    const { 'whole.js': script = '' } = await readmeFiles('On a CDN')
    expect(script).toContain(INDEX)
    const site = await hostSite({
      files: { ...pageOf(script.replace(INDEX, '/letters.dafu')) },
      folders: { '/dafu/': installed('dist') },
    })
    const { page, complaints, close } = await open()
    const asked: (string | null)[] = []
    await page.route('**/letters.dafu', async (route) => {
      asked.push(await route.request().headerValue('range'))
      await route.fulfill({ path: installed('dist/corpus.dafu') })
    })
    await page.goto(`${site.url}/index.html`)
    await page.getByText('一是实施“先投后股”专项支持政策').waitFor()
    expect(asked).toEqual([null])
    expect(complaints).toEqual([])
    await Promise.all([close(), site.close()])
  })

  it('is read whole with a warning where Range is ignored', async () => {
    const script = `import { openIndex } from 'dafu'
      const letters = await openIndex('letters.dafu', { onWarning: (text) => { document.title = text } })
      const { hits } = await letters.search('先投后股')
      document.body.append(hits[0].paragraph.text)`
    const site = await hostSite({ files: pageOf(script), folders: { '/dafu/': installed('dist') } })
    const { page, complaints, close } = await open()
    await page.route('**/letters.dafu', (route) =>
      route.fulfill({ status: 200, path: installed('dist/corpus.dafu') }),
    )
    await page.goto(`${site.url}/index.html`)
    await page.getByText('一是实施“先投后股”专项支持政策').waitFor()
    expect(await page.title()).toMatch(/does not serve parts of files \(HTTP Range\)/)
    expect(complaints).toEqual([])
    await Promise.all([close(), site.close()])
  })
})
