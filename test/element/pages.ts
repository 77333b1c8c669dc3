import type { Locator, Page } from 'playwright-core'
import { hostSite, type Site } from '../../scripts/demo/host.js'
import type { Reply } from '../../src/reply/reply.js'
import { buildIndex } from '../../src/search/build-index.js'
import { listSegmenter } from '../helpers/segmenters.js'

/** A page with the element over these replies, as a stranger would write it. */
export async function hostElement(
  replies: readonly Reply[],
  {
    attributes = '',
    lang = 'zh-CN',
    style = '',
  }: { attributes?: string; lang?: string; style?: string } = {},
): Promise<Site> {
  const index = await buildIndex(replies, { segmenter: listSegmenter() })
  return hostSite({
    files: {
      '/index.html': `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>dafu</title>
        <link rel="icon" href="data:,"><style>${style}</style>
        <main><h1>dafu</h1><dafu-search src="letters.dafu" ${attributes}></dafu-search></main>
        <script type="module" src="dafu/element.js"></script>`,
      '/letters.dafu': await index.toBytes(),
      '/damaged.dafu': new TextEncoder().encode('not an index '.repeat(20)),
    },
    folders: { '/dafu/': 'dist' },
  })
}

/** What a visitor sees of the element; Playwright looks into its shadow root. */
export function element(
  page: Page,
): Record<'box' | 'options' | 'hits' | 'links' | 'status' | 'error' | 'none' | 'pages', Locator> {
  const root = page.locator('dafu-search')
  return {
    box: root.getByRole('combobox'),
    options: root.getByRole('option'),
    hits: root.locator('[part=hit]'),
    links: root.locator('[part=link]'),
    status: root.locator('[part=status]'),
    error: root.getByRole('alert'),
    none: root.locator('[part=none]'),
    pages: root.getByRole('navigation'),
  }
}
