import { expect, it } from 'vitest'
import { createConsumer } from './consumer.js'

const BASE = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  target: 'es2022',
  exactOptionalPropertyTypes: true,
}

const CODE = `import { buildIndex, DafuError, openIndex, parseReply, type ReplySearch, type Segmenter } from 'dafu'
import { type InstantSearchClient, instantSearchClient } from 'dafu/instantsearch'
import { openIndex as openInPage } from 'dafu/open-index'

const segmenter: Segmenter = { name: 'characters', fingerprint: '1', segment: (text) => [...text] }
const index: ReplySearch = await buildIndex([parseReply('# 答复')], { segmenter })
const opened: ReplySearch = await openIndex(new Uint8Array())
const same: ReplySearch = await openInPage(new URL('https://example.org/letters.dafu'), { worker: true })
const client: InstantSearchClient = instantSearchClient(index)
const { hits } = await opened.search('先投后股', { filter: { year: { from: '2023' } }, facets: ['issuer'] })
const texts: string[] = hits.map(({ paragraph }) => paragraph.text)
const { results } = await client.search([{ indexName: 'letters', params: { query: '先投后股' } }])
const year: number | undefined = results[0]?.hits[0]?.year
// @ts-expect-error No such facet
await same.search('', { facets: ['brand'] })
export { DafuError, texts, year }
`

/** Runs the compiler over a project. */
async function compile(compilerOptions: object, code: string, name = 'main.ts'): Promise<string> {
  const consumer = await createConsumer({
    'tsconfig.json': JSON.stringify({ compilerOptions: { ...BASE, ...compilerOptions }, include: ['.'] }),
    [name]: code,
  })
  return consumer.run('tsc')
}

it('compiles for a page that a bundler makes, with every declaration checked', async () => {
  const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] }
  expect(await compile(options, CODE)).toBe('')
})

it('compiles in Node’s own resolution, with every declaration checked', async () => {
  const options = { module: 'nodenext', lib: ['es2022', 'dom'], types: [] }
  expect(await compile(options, CODE)).toBe('')
})

it('compiles where a library of TypeScript disposes of what is no longer used', async () => {
  const options = { module: 'nodenext', lib: ['es2022', 'dom', 'esnext.disposable'], types: [] }
  const code = `import { openIndex } from 'dafu'
export async function count(url: string) {
  await using letters = await openIndex(url)
  return letters.summary.replies
}
`
  expect(await compile(options, code)).toBe('')
})

const WIDGETS = `import { openIndex } from 'dafu'
import { instantSearchClient, type ReplyRecord } from 'dafu/instantsearch'
import instantsearch from 'instantsearch.js'
import { hits } from 'instantsearch.js/es/widgets'
import { Hits, InstantSearch } from 'react-instantsearch'

const searchClient = instantSearchClient(await openIndex('letters.dafu'))
instantsearch({ indexName: 'letters', searchClient }).addWidgets([
  hits<ReplyRecord>({
    container: '#hits',
    templates: { item: (hit, { html, components }) => html\`\${hit.year} \${components.Highlight({ hit, attribute: 'text' })}\` },
  }),
])
export const page = (
  <InstantSearch indexName="letters" searchClient={searchClient}>
    <Hits<ReplyRecord> hitComponent={({ hit }) => <p>{hit.text}</p>} />
  </InstantSearch>
)
`

it.each([
  ['with every declaration checked', { exactOptionalPropertyTypes: false }],
  // Which those of InstantSearch's maps are not written for.
  ['with exact optional properties', { skipLibCheck: true }],
])('fits what instantsearch.js and react-instantsearch call a search client, %s', async (_, more) => {
  // What the widget for maps names without bringing it along.
  const types = ['google.maps']
  const options = {
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'dom'],
    jsx: 'react-jsx',
    types,
  }
  expect(await compile({ ...options, ...more }, WIDGETS, 'main.tsx')).toBe('')
})
