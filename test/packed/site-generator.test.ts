import { cp, mkdir, readFile, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, inject, it } from 'vitest'
import { hostSite } from '../../scripts/demo/host.js'
import { describeInChromium } from '../helpers/chromium.js'
import { run } from '../node/run.js'
import { createConsumer, readmeFiles } from './consumer.js'

describeInChromium('a static site made with VitePress', (open) => {
  it('is built with its index, and searches it', async () => {
    const { folder } = await createConsumer(await readmeFiles('In a static site generator'))
    await cp('corpus', join(folder, 'letters'), { recursive: true })
    await mkdir(join(folder, 'docs', 'public'))
    // Compiled once is enough.
    await symlink(
      resolve('node_modules/nodejieba'),
      join(inject('consumers'), 'node_modules', 'nodejieba'),
      'junction',
    )
    const built = await run('npm', ['run', 'build'], { cwd: folder, env: { NODE_ENV: 'production' } })
    expect(built.stdout).toMatch(/docs\/public\/letters\.dafu: 2 replies/)
    expect(built, built.stderr).toMatchObject({ code: 0 })

    const dist = join(folder, 'docs', '.vitepress', 'dist')
    const html = await readFile(join(dist, 'index.html'), 'utf8')
    expect(html).toContain('提案答复')
    const site = await hostSite({
      files: { '/index.html': html, '/letters.dafu': await readFile(join(dist, 'letters.dafu')) },
      folders: { '/': dist },
    })
    const { page, complaints, close } = await open()
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
    await page.goto(`${site.url}/index.html`)
    await page.getByLabel('查找').fill('资金管理办法')
    await expect.poll(() => page.locator('li[id]').first().getAttribute('id')).toBe('2104106/3/4')
    expect(complaints).toEqual([])
    await Promise.all([close(), site.close()])
  })
})
