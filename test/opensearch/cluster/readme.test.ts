import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SearchResult } from '../../../src/search/hit.js'
import { describeInChromium } from '../../helpers/chromium.js'
import { describeOnCluster } from '../../helpers/opensearch.js'
import { run } from '../../node/run.js'

const SECTION = 'On an OpenSearch cluster'
/** The server says nothing when it listens. */
const PORT = '8931'
const INDEX = 'dafu-test-readme'
const ADDRESS = `http://127.0.0.1:${PORT}`

describeOnCluster('the section of the README on a cluster', (url) => {
  let folder: string
  let printed: string
  let server: ChildProcess

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dafu-readme-'))
    await mkdir(join(folder, 'node_modules/@opensearch-project'), { recursive: true })
    await symlink(resolve('.'), join(folder, 'node_modules/dafu'), 'junction')
    const client = 'node_modules/@opensearch-project/opensearch'
    await symlink(resolve(client), join(folder, client), 'junction')
    await cp('corpus', join(folder, 'letters'), { recursive: true })
    const [, section = ''] = (await readFile('README.md', 'utf8')).split(`\n### ${SECTION}\n`)
    for (const [, name = '', code = ''] of section.matchAll(/^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$/gms)) {
      // The cluster may have letters of its user.
      const tested = code.replace(/\bindex: 'letters'/g, `index: '${INDEX}'`)
      if (name.endsWith('.mjs')) expect(tested).toContain(INDEX)
      await writeFile(join(folder, name), tested)
    }
    printed = /^```text\n(.*?)^```$/ms.exec(section)?.[1] ?? ''
  })
  afterAll(async () => {
    server?.kill()
    await fetch(`${url}/${INDEX}-*`, { method: 'DELETE' })
    await rm(folder, { recursive: true })
  })

  const push = () => run(process.execPath, ['push.mjs'], { cwd: folder, env: { OPENSEARCH_URL: url } })
  const search = async (query: string): Promise<Pick<SearchResult, 'hits'>> =>
    (await (await fetch(`${ADDRESS}/search?q=${encodeURIComponent(query)}`)).json()) as SearchResult

  it('pushes letters as it says', async () => {
    expect(await push()).toEqual({ code: 0, stdout: printed, stderr: '' })
  })

  describe('and its server', () => {
    beforeAll(async () => {
      const env = { ...process.env, OPENSEARCH_URL: url, PORT }
      server = spawn(process.execPath, ['server.mjs'], { cwd: folder, env, stdio: 'inherit' })
      await vi.waitFor(() => fetch(ADDRESS), { timeout: 30_000 })
    })

    it('finds what was pushed, and goes on when it is pushed anew', async () => {
      const { hits } = await search('先投后股')
      expect(hits[0]?.paragraph.id).toBe('2104071/2/2')
      expect((await push()).code).toBe(0)
      expect(await search('先投后股')).toEqual({ hits, total: hits.length })
    })

    it('refuses an address that is none, and goes on', async () => {
      expect((await fetch(`${ADDRESS}//`)).status).toBe(400)
      expect((await search('科技')).hits).not.toEqual([])
    })

    it('ends with those that ask it', async () => {
      const controller = new AbortController()
      const asked = fetch(`${ADDRESS}/search?q=科技`, { signal: controller.signal })
      controller.abort()
      await expect(asked).rejects.toThrow()
      expect((await search('科技')).hits).not.toEqual([])
    })

    describeInChromium('and its page', (open) => {
      it('shows the paragraphs with what was asked for marked', async () => {
        const { page, complaints, close } = await open()
        await page.goto(ADDRESS)
        await page.getByLabel('查找').fill('先投后股')
        await expect.poll(() => page.locator('li').count()).toBe(3)
        expect(await page.locator('li mark').first().textContent()).toContain('先投后股')
        expect(complaints).toEqual([])
        await close()
      })
    })
  })
})
