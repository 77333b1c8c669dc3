import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hostSite } from '../../scripts/demo/host.js'
import { describeInChromium } from '../helpers/chromium.js'
import { installed, readmeFiles } from './consumer.js'
import { buildWithVite, expectOnlyReader } from './vite.js'

const INDEX = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>提案答复</title>
<div id="root"></div><script type="module" src="/src/main.tsx"></script></html>`

const MAIN = `import { createRoot } from 'react-dom/client'
import { Letters } from './letters'

createRoot(document.getElementById('root')!).render(<Letters />)
`

describeInChromium('a page made with React', (open) => {
  it('shows marked snippets, and contains no more than it needs', async () => {
    const files = await readmeFiles('In React')
    const { folder } = await buildWithVite({ ...files, 'index.html': INDEX, 'src/main.tsx': MAIN })
    await expectOnlyReader(join(folder, 'dist'))

    const site = await hostSite({
      files: {
        '/index.html': await readFile(join(folder, 'dist', 'index.html')),
        '/favicon.ico': '',
        '/letters.dafu': await readFile(installed('dist/corpus.dafu')),
      },
      folders: { '/assets/': join(folder, 'dist', 'assets') },
    })
    const { page, complaints, close } = await open()
    await page.goto(`${site.url}/index.html`)
    await page.getByLabel('查找').fill('揭榜挂帅')
    await expect.poll(() => page.locator('li mark').first().textContent()).toBe('揭榜挂帅')
    expect(await page.locator('li h2').first().textContent()).toBe('关于进一步提升民营企业发展水平的建议')
    expect(complaints).toEqual([])
    await Promise.all([close(), site.close()])
  })
})
