import { expect, it } from 'vitest'
import { describeInChromium, violationsOf } from '../helpers/chromium.js'

describeInChromium('a page of the tests', (open) => {
  it('writes down errors, warnings and requests that leave this machine', async () => {
    const { page, complaints, close } = await open()
    await page.setContent('<p>先投后股</p>')
    expect(complaints).toEqual([])
    await page.route('https://elsewhere.example/', (route) => route.fulfill({ body: '' }))
    await page.evaluate(`console.warn('odd')`)
    await page.evaluate(`setTimeout(() => { throw new Error('broken') })`)
    await page.evaluate(`fetch('https://elsewhere.example/', { mode: 'no-cors' })`)
    await expect.poll(() => complaints).toHaveLength(3)
    expect(complaints.map((complaint) => complaint.split(':')[0]).sort()).toEqual([
      'console',
      'error',
      'off-site',
    ])
    await close()
  })

  it('is asked what a screen reader would miss', async () => {
    const { page, close } = await open()
    await page.setContent('<html lang="zh"><title>答复</title><main><h1>答复</h1><img src="data:,"></main>')
    expect((await violationsOf(page)).map((violation) => violation.split(':')[0])).toEqual(['image-alt'])
    await close()
  })
})
