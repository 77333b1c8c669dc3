import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../scripts/demo/host.js'
import { ATTACKING, ATTACKS, liveNodes, watchAttacks } from '../helpers/attacks.js'
import { describeInChromium, violationsOf, type WatchedPage } from '../helpers/chromium.js'
import { LETTERS, letter } from '../helpers/letters.js'
import { element, hostElement } from './pages.js'

describeInChromium('<dafu-search>', (open) => {
  const sites: Site[] = []
  let site: Site
  let evil: Site

  async function host(...parameters: Parameters<typeof hostElement>): Promise<Site> {
    const started = await hostElement(...parameters)
    sites.push(started)
    return started
  }

  beforeAll(async () => {
    site = await host(LETTERS, { attributes: 'url-state href="letter?r={reply}&q={query}#{paragraph}"' })
    evil = await host([...ATTACKING, ...LETTERS], {
      attributes: 'url-state href="#{paragraph}" facets="issuer recipient section cites mark"',
    })
  })
  afterAll(() => Promise.all(sites.map((each) => each.close())))

  async function visit(
    address: string,
    options?: Parameters<typeof open>[0],
  ): Promise<WatchedPage & { dafu: ReturnType<typeof element> }> {
    const watched = await open(options)
    await watched.page.goto(address)
    return { ...watched, dafu: element(watched.page) }
  }

  const idsOf = (page: Page): Promise<string[]> =>
    page.evaluate(`[...document.querySelector('dafu-search').shadowRoot.querySelectorAll('[part=link]')]
      .map((link) => decodeURIComponent(new URL(link.href).hash.slice(1)))`)

  it('says what the index holds and how to ask, or the page’s own start, until something is typed', async () => {
    const { dafu, page, complaints, close } = await visit(site.url)
    await expect.poll(() => dafu.status.innerText()).toContain('共 12 件答复、')
    expect(await page.locator('[part=start]').innerText()).toContain('可输入词语、拼音或首字母')
    await dafu.box.fill('先投后股')
    await expect.poll(() => dafu.status.innerText()).toMatch(/^\d+ 个段落$/)
    await dafu.box.fill('')
    await expect.poll(() => page.locator('[part=start]').count()).toBe(1)
    await page.evaluate(`document.querySelector('dafu-search').innerHTML = '<p slot="start">例如</p>'`)
    await expect.poll(() => page.getByText('可输入词语').isVisible()).toBe(false)
    expect(await page.getByText('例如').isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  it('shows paragraphs as the index ranks them, marked, with their proposal, section and facts', async () => {
    const { dafu, page, close } = await visit(`${site.url}/?q=先投后股`)
    const linesOfFirst = async (): Promise<string[]> =>
      (await dafu.hits.first().innerText()).split('\n').filter(Boolean)
    await expect
      .poll(linesOfFirst)
      .toEqual([
        '关于青年人才平台建设的建议',
        '当前工作情况',
        '一是实施“先投后股”专项支持政策。单个项目支持金额最高达50万元，2025年第一批征集18个。',
        '株洲市科学技术局',
        '2025-07-03',
        '第 2104071 号提案',
        'A 类',
      ])
    expect(await dafu.hits.first().locator('mark').allInnerTexts()).toEqual(['先投后股'])
    expect((await idsOf(page))[0]).toBe('k-2025-071/2/1')
    expect(await dafu.links.first().getAttribute('href')).toBe(
      'letter?r=k-2025-071&q=%E5%85%88%E6%8A%95%E5%90%8E%E8%82%A1#k-2025-071%2F2%2F1',
    )
    await close()
  })

  it('names every proposal that a letter answers, and what but its text a hit was found by', async () => {
    const joint = letter(
      'j',
      {
        proposals: [
          { kind: '提案', number: '136', title: '关于加装电梯的提案' },
          { kind: '提案', number: '142' },
        ],
        issuer: '青禾县民政局',
      },
      [{ title: '下一步', paragraphs: ['逐步解决。'] }],
    )
    const untitled = letter(
      'u',
      {
        proposals: [
          { kind: '建议', number: '7' },
          { kind: '建议', number: '8' },
        ],
      },
      [{ paragraphs: ['另行解决。'] }],
    )
    const titled = await host([joint, untitled], { attributes: 'url-state' })
    const { dafu, page, close } = await visit(`${titled.url}/?q=电梯`)
    const facts = async (): Promise<string[]> =>
      dafu.hits.first().locator('[part=facts] span').allInnerTexts()
    await expect.poll(facts).toEqual(['青禾县民政局', '第 136、142 号提案', '提案标题相符'])
    await dafu.box.fill('民政局 142')
    await expect.poll(facts).toEqual(['青禾县民政局', '第 136、142 号提案', '编号、单位相符'])
    await dafu.box.fill('逐步')
    await expect.poll(facts).toEqual(['青禾县民政局', '第 136、142 号提案'])
    await dafu.box.fill('另行')
    await expect.poll(() => dafu.links.allInnerTexts()).toEqual(['第 7、8 号建议'])
    await page.evaluate(`document.querySelector('dafu-search').setAttribute('lang', 'en')`)
    await dafu.box.fill('电梯')
    await expect.poll(facts).toEqual(['青禾县民政局', 'Proposal 136、142', 'Found by proposal'])
    await close()
  })

  it('shows the last page for an address of one behind it', async () => {
    const { dafu, page, close } = await visit(`${site.url}/?q=支持 工作&page=99`)
    await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)
    expect(await page.locator('[part~=current-page]').innerText()).toBe(
      await page.locator('.page:not([disabled])').last().innerText(),
    )
    await close()
  })

  it('keeps the cells of a table apart', async () => {
    const table = await host([letter('t', {}, [{ paragraphs: ['鹿角镇\t12,075\t43.2\t1,980'] }])])
    const { dafu, page, close } = await visit(table.url)
    await dafu.box.fill('鹿角镇')
    await expect
      .poll(() => page.locator('[part=text]').allInnerTexts())
      .toEqual(['鹿角镇\t12,075\t43.2\t1,980'])
    await close()
  })

  it('says above the hits what was odd about a query, in the page’s language', async () => {
    const { dafu, page, complaints, close } = await visit(`${site.url}/?q=“先投后股`)
    const notes = page.locator('[part=notes] li')
    await expect.poll(() => notes.allInnerTexts()).toEqual(['“ 没有配对，其后按词语检索'])
    expect(await dafu.hits.count()).toBeGreaterThan(0)
    await page.evaluate(`document.querySelector('dafu-search').setAttribute('lang', 'en')`)
    await expect
      .poll(() => notes.allInnerTexts())
      .toEqual(['“ is never closed: what follows is read as words'])
    await dafu.box.fill('先投后股')
    await expect.poll(() => notes.count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('leaves nothing behind of what it showed before', async () => {
    const { dafu, page, complaints, close } = await visit(site.url)
    const nodesFor = async (query: string): Promise<number> => {
      await dafu.box.fill(query)
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(query)
      await expect.poll(() => page.locator('[part=results]').getAttribute('aria-busy')).toBe('false')
      return page.evaluate(`(() => {
        const nodes = document.createTreeWalker(document.querySelector('dafu-search').shadowRoot.querySelector('[part=hits]'))
        let count = 0
        while (nodes.nextNode()) count++
        return count
      })()`)
    }
    const once = await nodesFor('停车场')
    for (const query of ['支持', '先投后股', '养老', '人才']) await nodesFor(query)
    expect(await nodesFor('停车场')).toBe(once)
    expect(complaints).toEqual([])
    await close()
  })

  it('completes what is typed, by the keys of the combobox pattern', async () => {
    const { dafu, page, close } = await visit(site.url)
    await dafu.box.pressSequentially('xiantou')
    await expect.poll(() => dafu.options.allInnerTexts()).toEqual([expect.stringContaining('先投后股')])
    expect(await dafu.box.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await dafu.box.getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await dafu.box.getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await dafu.box.inputValue()).toBe('先投后股')
    expect(await dafu.box.getAttribute('aria-expanded')).toBe('false')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('先投后股')

    await dafu.box.fill('先投')
    await expect.poll(() => dafu.box.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await dafu.box.getAttribute('aria-expanded')).toBe('false')
    expect(await dafu.box.inputValue()).toBe('先投')
    await page.keyboard.press('Escape')
    expect(await dafu.box.inputValue()).toBe('')
    await close()
  })

  it('waits while an input method composes, and searches what it wrote', async () => {
    const { dafu, page, close } = await visit(site.url)
    await expect.poll(() => dafu.status.innerText()).toContain('件答复')
    await dafu.box.focus()
    const devtools = await page.context().newCDPSession(page)
    for (const text of ['x', 'xi', 'xian', 'xian tou']) {
      await devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    // Enough for an answer, had anything been asked.
    await page.waitForTimeout(300)
    expect(await dafu.box.inputValue()).toBe('xian tou')
    expect(await dafu.hits.count()).toBe(0)
    expect(await dafu.options.count()).toBe(0)
    expect(new URL(page.url()).search).toBe('')
    await devtools.send('Input.insertText', { text: '先投后股' })
    await expect.poll(() => idsOf(page)).toContain('k-2025-071/2/1')
    await close()
  })

  it('narrows by facets, whose values are alternatives, and lets them go', async () => {
    const { dafu, page, close } = await visit(`${site.url}/?q=支持`)
    const value = (name: string) => page.getByRole('checkbox', { name })
    await value('株洲市民政局').check()
    await expect.poll(() => page.url()).toContain('issuer=')
    await expect
      .poll(async () => new Set((await idsOf(page)).map((id) => id.slice(0, 1))))
      .toEqual(new Set(['n']))
    // Its own facet still says what else there is.
    await value('长沙市教育局').check()
    await expect
      .poll(async () => new Set((await idsOf(page)).map((id) => id.slice(0, 1))))
      .toEqual(new Set(['n', 'e']))
    await page.getByRole('button', { name: '取消筛选：株洲市民政局' }).click()
    await expect
      .poll(async () => new Set((await idsOf(page)).map((id) => id.slice(0, 1))))
      .toEqual(new Set(['e']))
    await page.goBack()
    await expect.poll(() => value('株洲市民政局').isChecked()).toBe(true)
    expect(await page.getByRole('group').allInnerTexts()).toHaveLength(5)
    await dafu.box.fill('饕餮')
    await expect.poll(() => dafu.none.innerText()).toContain('没有相符的段落：饕餮')
    await page.getByRole('button', { name: '取消全部筛选' }).click()
    await expect.poll(() => page.url()).not.toContain('issuer=')
    await close()
  })

  it('offers what paragraphs say, in words, and lets it go by name', async () => {
    const { dafu, page, close } = await visit(`${site.url}/?q=支持`)
    const marks = page.getByRole('group', { name: '标记' })
    const found = async () => Number((await dafu.status.innerText()).match(/^\d+/)?.[0])
    await expect.poll(() => marks.allInnerTexts()).toEqual([expect.stringMatching(/承诺\s*\d+/)])
    const all = await found()
    await marks.getByRole('checkbox', { name: '承诺' }).check()
    await expect.poll(found).toBeLessThan(all)
    expect(new URL(page.url()).searchParams.getAll('mark')).toEqual(['promise'])
    await page.getByRole('button', { name: '取消筛选：承诺' }).click()
    await expect.poll(found).toBe(all)
    await close()
  })

  it('offers the facets that the page names, in its order, and tells of one that there is not', async () => {
    const citing = letter('c', {}, [{ paragraphs: ['按照《停车场管理办法》支持办理。'] }])
    const named = await host([...LETTERS, citing], {
      attributes: 'url-state facets="role cites, recipient author"',
    })
    const { dafu, page, close } = await open().then(async (watched) => {
      await watched.page.addInitScript(
        `document.addEventListener('dafu-warning', (event) => { window.warning = event.detail.message })`,
      )
      await watched.page.goto(`${named.url}/?q=办法&year=2025`)
      return { ...watched, dafu: element(watched.page) }
    })
    await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)
    expect(await page.locator('[part=facet-name]').allInnerTexts()).toEqual(['部分', '引用', '委员、代表'])
    expect(await page.getByRole('group', { name: '部分' }).innerText()).toContain('下一步')
    expect(await page.getByRole('group', { name: '引用' }).innerText()).toContain('》')
    // What is not offered is none of its address.
    expect(await page.locator('[part=chip]').count()).toBe(0)
    expect(await page.evaluate('warning')).toContain('There is no facet author; there are issuer, year,')
    await page.evaluate(`document.querySelector('dafu-search').facets = ''`)
    await expect.poll(() => page.locator('[part=facets]').count()).toBe(0)
    await expect.poll(() => dafu.status.innerText()).toMatch(/^\d+ 个段落$/)
    await close()
  })

  it('keeps what is filtered by in sight, however many values are more frequent', async () => {
    const letters = Array.from({ length: 60 }, (_, n) =>
      letter(`n${n}`, { issuer: `第${n}局` }, [
        { paragraphs: Array(n === 8 ? 1 : 2).fill('支持停车场建设。') },
      ]),
    )
    const many = await host(letters, { attributes: 'url-state' })
    const { dafu, page, close } = await visit(`${many.url}/?q=支持&issuer=第8局`)
    await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)
    expect(await page.getByRole('checkbox', { name: /^第\d+局/ }).count()).toBe(7)
    expect(await page.getByRole('checkbox', { name: '第8局 1' }).isChecked()).toBe(true)
    await close()
  })

  it('counts what is filtered by, among letters that share many other values', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `张${n}`)
    const shared = await host(
      ['甲', '乙', '丙'].map((name) =>
        letter(name, { recipients: [...many, name] }, [{ paragraphs: ['支持停车场建设。'] }]),
      ),
      { attributes: 'url-state facets="recipient"' },
    )
    const { dafu, page, close } = await visit(`${shared.url}/?q=支持&recipient=甲&recipient=乙`)
    await expect.poll(() => dafu.status.innerText()).toBe('2 个段落')
    expect(await page.getByRole('checkbox', { name: '甲 1' }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: '乙 1' }).isChecked()).toBe(true)
    await close()
  })

  it('makes one step of the history of what is typed, and goes back to what was asked before', async () => {
    const { dafu, page, close } = await visit(site.url)
    await dafu.box.pressSequentially('先投后股')
    await page.keyboard.press('Enter')
    await expect.poll(() => idsOf(page)).toContain('k-2025-071/2/1')
    await dafu.box.press('Control+A')
    await dafu.box.pressSequentially('停车场')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('停车场')
    await page.goBack()
    await expect.poll(() => dafu.box.inputValue()).toBe('先投后股')
    await expect.poll(() => idsOf(page)).toContain('k-2025-071/2/1')
    await page.goBack()
    await expect.poll(() => dafu.box.inputValue()).toBe('')
    await page.goForward()
    await page.goForward()
    await expect.poll(() => idsOf(page)).toContain('j-2024-123/1/2')
    await close()
  })

  it('takes the focus for its box when it is asked to, not at every click', async () => {
    const { dafu, page, close } = await visit(`${site.url}/?q=支持`)
    const isInBox = (): Promise<boolean> => dafu.box.evaluate((box) => box.matches(':focus'))
    await dafu.status.click()
    await page.locator('[part=facet-name]').first().click()
    expect(await isInBox()).toBe(false)
    await page.evaluate(`document.querySelector('dafu-search').focus()`)
    expect(await isInBox()).toBe(true)
    await close()
  })

  it('groups by reply, turns pages, and keeps both in the address', async () => {
    const { dafu, page, close } = await visit(
      `${site.url}/?q=${encodeURIComponent('支持 工作 服务 教育 人才 资金')}`,
    )
    await expect.poll(() => dafu.hits.count()).toBe(10)
    const first = await idsOf(page)
    await dafu.pages.getByRole('button', { name: '下一页' }).click()
    await expect.poll(() => idsOf(page)).not.toEqual(first)
    expect(new URL(page.url()).searchParams.get('page')).toBe('2')
    expect(await dafu.pages.locator('[aria-current=page]').innerText()).toBe('2')
    expect(await page.locator('[part=hits]').getAttribute('start')).toBe('11')

    await page.getByRole('checkbox', { name: '每件答复只列一段' }).check()
    await expect.poll(() => dafu.status.innerText()).toMatch(/件答复$/)
    const replies = (await idsOf(page)).map((id) => id.split('/')[0])
    expect(new Set(replies).size).toBe(replies.length)
    await page.reload()
    await expect.poll(() => dafu.status.innerText()).toMatch(/件答复$/)
    expect(await page.getByRole('checkbox', { name: '每件答复只列一段' }).isChecked()).toBe(true)
    await close()
  })

  it('tells which hit was selected, and follows its link unless it is kept from it', async () => {
    const { dafu, page, close } = await visit(`${site.url}/?q=先投后股`)
    await page.evaluate(`document.addEventListener('dafu-select', (event) => {
      window.selected = event.detail
      event.preventDefault()
    })`)
    await dafu.links.first().click()
    expect(await page.evaluate('[selected.hit.paragraph.id, selected.query]')).toEqual([
      'k-2025-071/2/1',
      '先投后股',
    ])
    expect(page.url()).not.toContain('letter')
    await close()
  })

  it('takes nothing of the query or of the address for HTML', async () => {
    const { dafu, page, complaints, close } = await visit('about:blank')
    await watchAttacks(page)
    const parameters = new URLSearchParams([
      ['q', ATTACKS.join(' ')],
      ...ATTACKS.map((attack) => ['issuer', `${attack}局`]),
    ])
    await page.goto(`${evil.url}/?${parameters}`)
    for (const attack of ATTACKS) await expect.poll(() => dafu.none.textContent()).toContain(attack)
    expect(await page.locator('[part=chip]').count()).toBe(ATTACKS.length)
    expect(await liveNodes(page)).toEqual([])
    await page.getByRole('button', { name: '取消全部筛选' }).click()
    await expect.poll(() => dafu.hits.count()).toBe(10)
    expect(await liveNodes(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('shows every text of a hostile index as the text it is', async () => {
    const { dafu, page, complaints, close } = await visit('about:blank')
    await watchAttacks(page)
    await page.goto(`${evil.url}/?q=攻击`)
    await expect.poll(() => dafu.hits.count()).toBe(10)
    const texts = (await dafu.hits.allInnerTexts()).join('\n')
    expect(ATTACKS.filter((attack) => texts.includes(`关于${attack}的提案`)).length).toBeGreaterThan(5)
    await page.getByRole('button', { name: '更多' }).first().click()
    const facets = await page.locator('[part=facets]').innerText()
    for (const attack of ATTACKS) expect(facets.replaceAll(/\s/g, '')).toContain(attack.replaceAll(/\s/g, ''))
    await dafu.box.fill('')
    await dafu.box.pressSequentially('关于"')
    await expect.poll(() => dafu.options.allInnerTexts()).not.toEqual([])
    expect(await liveNodes(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('says what is wrong with an index, and tries again', async () => {
    const { dafu, page, close } = await open().then(async (watched) => {
      await watched.page.route('**/letters.dafu', (route) => route.fulfill({ status: 404, body: '' }))
      await watched.page.goto(`${site.url}/?q=先投后股`)
      return { ...watched, dafu: element(watched.page) }
    })
    await expect.poll(() => dafu.error.innerText()).toContain('找不到索引文件')
    await page.unroute('**/letters.dafu')
    await page.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)

    await page.evaluate(`document.querySelector('dafu-search').setAttribute('src', 'damaged.dafu')`)
    await expect.poll(() => dafu.error.innerText()).toContain('索引文件无法识别')
    await close()
  })

  it('says that no index is named, until one is', async () => {
    const { dafu, page, close } = await open().then(async (watched) => {
      await watched.page.addInitScript(
        `document.addEventListener('dafu-warning', (event) => { window.warning = event.detail.message })`,
      )
      await watched.page.route(`${site.url}/`, async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, body: (await response.text()).replace('src="letters.dafu"', '') })
      })
      await watched.page.goto(`${site.url}/`)
      return { ...watched, dafu: element(watched.page) }
    })
    await expect.poll(() => dafu.error.innerText()).toContain('找不到索引文件')
    await dafu.error.locator('summary').click()
    expect(await dafu.error.innerText()).toContain('There is no src: ')
    expect(await page.evaluate('warning')).toContain('<dafu-search src="letters.dafu">')
    // Trying again would find no more.
    expect(await dafu.error.getByRole('button').count()).toBe(0)
    await page.evaluate(`document.querySelector('dafu-search').src = 'letters.dafu'`)
    await expect.poll(() => dafu.status.innerText()).toContain('件答复')
    expect(await dafu.error.count()).toBe(0)
    await close()
  })

  it('tells that the network is gone, and goes on when it is back', async () => {
    const { dafu, page, close } = await visit(site.url)
    await expect.poll(() => dafu.status.innerText()).toContain('件答复')
    await page.context().setOffline(true)
    await page.evaluate(`document.querySelector('dafu-search').src = 'letters.dafu?again'`)
    await dafu.box.fill('先投后股')
    await expect.poll(() => dafu.error.innerText()).toContain('网络已断开')
    await page.context().setOffline(false)
    await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)
    await close()
  })

  it('opens an index that was replaced on its host anew', async () => {
    const { dafu, page, close } = await visit(site.url)
    await expect.poll(() => dafu.status.innerText()).toContain('件答复')
    let replaced = 0
    await page.route('**/letters.dafu', async (route) => {
      // The first answer after the change is of another version of the file.
      const response = await route.fetch()
      const headers = { ...response.headers(), ...(replaced++ === 0 && { etag: '"other"' }) }
      await route.fulfill({ response, headers })
    })
    await dafu.box.fill('先投后股')
    await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)
    expect(replaced).toBeGreaterThan(1)
    await close()
  })

  it('answers the latest of what was typed, however slow the host is', async () => {
    const { dafu, page, close } = await open().then(async (watched) => {
      await watched.page.route('**/letters.dafu', async (route) => {
        await new Promise((wait) => setTimeout(wait, 1_500))
        await route.continue()
      })
      await watched.page.goto(site.url)
      return { ...watched, dafu: element(watched.page) }
    })
    await expect.poll(() => dafu.status.innerText()).toBe('正在打开索引……')
    await dafu.box.pressSequentially('支持停车场', { delay: 60 })
    await expect.poll(() => dafu.status.innerText()).toBe('网络较慢，仍在读取……')
    await expect.poll(() => idsOf(page)).toEqual(expect.arrayContaining(['j-2024-123/1/2']))
    expect(await dafu.box.inputValue()).toBe('支持停车场')
    await close()
  })

  it('speaks Chinese in a page whose language is written as programs write it', async () => {
    const underscored = await host(LETTERS, { lang: 'zh_CN' })
    const { dafu, close } = await visit(underscored.url)
    await dafu.box.fill('先投后股')
    await expect.poll(() => dafu.status.innerText()).toMatch(/^\d+ 个段落$/)
    await close()
  })

  it('speaks English in an English page', async () => {
    const english = await host(LETTERS, { lang: 'en' })
    const { dafu, page, close } = await visit(english.url)
    expect(await dafu.box.getAttribute('aria-label')).toBe('Search the replies')
    await dafu.box.fill('先投后股')
    await expect.poll(() => dafu.status.innerText()).toMatch(/^\d+ paragraphs$/)
    expect(await page.getByRole('group').first().innerText()).toContain('Office')
    // Without `href` a hit is a button; and nothing is written into the address.
    expect(await dafu.links.first().evaluate((link) => link.localName)).toBe('button')
    expect(new URL(page.url()).search).toBe('')
    await close()
  })

  it('is styled from outside, in light and dark', async () => {
    const styled = await host(LETTERS, {
      style:
        ':root { color-scheme: light dark } dafu-search { --dafu-mark: rgb(1, 2, 3) } dafu-search::part(title) { color: rgb(4, 5, 6) }',
    })
    const colours = async (colorScheme: 'light' | 'dark'): Promise<unknown> => {
      const { dafu, page, close } = await visit(styled.url, { colorScheme })
      await dafu.box.fill('先投后股')
      await expect.poll(() => dafu.hits.count()).toBeGreaterThan(0)
      const found = await page.evaluate(`(() => {
        const root = document.querySelector('dafu-search').shadowRoot
        const style = (part) => getComputedStyle(root.querySelector('[part=' + part + ']'))
        return { mark: style('mark').backgroundColor, title: style('title').color, text: style('text').color }
      })()`)
      await close()
      return found
    }
    const own = { mark: 'rgb(1, 2, 3)', title: 'rgb(4, 5, 6)' }
    expect(await colours('light')).toEqual({ ...own, text: 'rgb(34, 38, 43)' })
    expect(await colours('dark')).toEqual({ ...own, text: 'rgb(228, 226, 221)' })
  })

  describe('has nothing that axe-core finds fault with', () => {
    it.each([
      ['empty', '/', 'light'],
      ['with hits', '/?q=支持', 'light'],
      ['with hits, dark', '/?q=支持', 'dark'],
      ['with pinyin', '/?q=xiantouhougu', 'dark'],
      ['with filters and pages', '/?q=支持 工作&category=A&page=2', 'light'],
      ['without hits', '/?q=饕餮&category=A', 'dark'],
    ] as const)('%s', async (_, path, colorScheme) => {
      const { dafu, page, complaints, close } = await visit(site.url + path, { colorScheme })
      await expect.poll(() => dafu.status.innerText()).toMatch(/\d/)
      expect(await violationsOf(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    })

    it('with suggestions, narrow, and with an error', async () => {
      const { dafu, page, close } = await visit(site.url, { viewport: { width: 390, height: 800 } })
      await dafu.box.pressSequentially('支')
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => dafu.options.count()).toBeGreaterThan(0)
      expect(await violationsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('summary').click()
      expect(await violationsOf(page)).toEqual([])
      await page.evaluate(`document.querySelector('dafu-search').src = 'damaged.dafu'`)
      await expect.poll(() => dafu.error.count()).toBe(1)
      expect(await violationsOf(page)).toEqual([])
      await close()
    })
  })
})
