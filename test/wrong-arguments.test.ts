import { expect, it } from 'vitest'
import * as core from '../src/index.js'
import * as instantsearch from '../src/instantsearch/index.js'
import * as node from '../src/node/index.js'
import * as opensearch from '../src/opensearch/index.js'
import { letter } from './helpers/letters.js'
import { listSegmenter } from './helpers/segmenters.js'

const segmenter = listSegmenter()
const index = await core.buildIndex([letter('12', {}, [{ paragraphs: ['公园已经建成。'] }])], { segmenter })
const bytes = await index.toBytes()
const file = await core.openIndex(bytes)
const widgets = instantsearch.instantSearchClient(index)
const client = { transport: { request: async () => ({}) } }
const push = { client, index: 'letters', segmenter }

const NO_OBJECT = [null, 5, '', true]
const NO_TEXT = [undefined, null, {}, 5, [], [null], true]
const NO_LIST = [undefined, null, {}, 5, '', true]
const NONE_OF_THEM = [...NO_TEXT, '']

/** What is called, with what in place of one argument, and what the error says. */
type Call = readonly [string, (value: never) => unknown, readonly unknown[], RegExp]

const PARAMETERS = (
  [
    ['query', [{}, 5, [], true], /Invalid query: /],
    ['facets', [null, {}, 5, true, ''], /facets\.0: expected "issuer"/],
    ['facetFilters', [null, {}, 5, true, [null]], /It reads facetFilters such as/],
    ['numericFilters', [null, {}, 5, true, [null]], /It reads facetFilters such as/],
    ['page', [{}, 'two', [null, 1]], /offset: expected/],
    ['hitsPerPage', [{}, 'two', [null, 1]], /limit: expected/],
  ] as const
).map(
  ([name, values, says]): Call => [
    `search([{ params: { ${name}: … } }]) of the widgets`,
    (value) => widgets.search([{ indexName: 'letters', params: { [name]: value } }]),
    values,
    says,
  ],
)

const CALLS: readonly Call[] = [
  ['openIndex(…)', core.openIndex, NO_TEXT, /openIndex takes a URL/],
  ['parseReply(…)', core.parseReply, NONE_OF_THEM, /expected a string|is empty/],
  ['parseReply(document, …)', (value) => core.parseReply('# 答复', value), NO_OBJECT, /expected object/],
  ['buildIndex(…)', (value) => core.buildIndex(value, { segmenter }), NO_LIST, /Pass a list of replies/],
  ['buildIndex([…])', (value) => core.buildIndex([value], { segmenter }), NO_LIST, /is no Reply: /],
  ['buildIndex(replies, …)', (value) => core.buildIndex([], value), NO_OBJECT, /Pass an object/],
  [
    'buildIndex(replies, { segmenter: … })',
    (segmenter) => core.buildIndex([], { segmenter }),
    NONE_OF_THEM,
    /segment\(text\)/,
  ],
  ['marksOf(…)', core.marksOf, NO_TEXT, /marksOf\(paragraph\.text\)/],
  [
    'marksOf(text, role, …)',
    (value) => core.marksOf('公园', undefined, value),
    [5, true, { date: '2025-07-01' }],
    /reply\.date/,
  ],
  ['noteText(…)', core.noteText, NONE_OF_THEM, /result\.query\.notes/],

  ['search(…) of an index in memory', index.search, [undefined, null, 5, [null], true], /Invalid query: /],
  ['search(…) of a file', file.search, [undefined, null, 5, [null], true], /Invalid query: /],
  ['search(query, …)', (value) => file.search('公园', value), NO_OBJECT, /Invalid search options: /],
  ['suggest(…)', file.suggest, NO_TEXT, /Invalid prefix: expected string/],
  ['suggest(prefix, …)', (value) => file.suggest('公', value), NO_OBJECT, /Invalid suggest options: /],
  ['reply(…) of an index in memory', index.reply, NO_TEXT, /Invalid id: expected string/],
  ['reply(…) of a file', file.reply, NO_TEXT, /Invalid id: expected string/],
  ['paragraph(…) of an index in memory', index.paragraph, NO_TEXT, /Invalid id: expected string/],
  ['paragraph(…) of a file', file.paragraph, NO_TEXT, /Invalid id: expected string/],
  ['add(…)', index.add, NONE_OF_THEM, /is no Reply: /],

  ['openIndex(…) in Node', node.openIndex, NONE_OF_THEM, /openIndex takes a URL|no such file/],
  ['openIndex(source, …) in Node', (value) => node.openIndex(bytes, value), NO_OBJECT, /Pass an object/],
  ['fileSource(…)', node.fileSource, NONE_OF_THEM, /could not be read/],
  ['readDocument(…)', node.readDocument, NONE_OF_THEM, /Name a file|Save it as/],
  [
    'readReplies(…)',
    (value) => node.readReplies(value).next(),
    [undefined, null, {}, 5, [null], true],
    /Name a file, a folder or a glob/,
  ],
  ['readReplies(paths, …)', (value) => node.readReplies('corpus', value).next(), NO_OBJECT, /Pass an object/],
  ['jieba(…)', node.jieba, NO_OBJECT, /Pass an object/],
  [
    'jieba({ userDictionary: … })',
    (userDictionary) => node.jieba({ userDictionary }).fingerprint,
    [null, {}, 5, [null], true],
    /Pass a list of words, or the path of a file/,
  ],
  ['buildIndex(…) in Node', (value) => node.buildIndex(value, { segmenter }), NO_LIST, /what readReplies/],
  ['buildIndex(replies, …) in Node', (value) => node.buildIndex([], value), NO_OBJECT, /Pass an object/],
  [
    'buildIndexFile(…)',
    (value) => node.buildIndexFile(value, 'never.dafu', { segmenter }),
    NO_LIST,
    /what readReplies gives/,
  ],
  [
    'buildIndexFile(replies, …)',
    (value) => node.buildIndexFile([], value, { segmenter }),
    NO_TEXT,
    /Say where it goes/,
  ],
  [
    'buildIndexFile(replies, path, …)',
    (value) => node.buildIndexFile([], 'never.dafu', value),
    NO_OBJECT,
    /Pass an object/,
  ],
  [
    'updateIndexFile(…)',
    (value) => node.updateIndexFile(value, [], 'never.dafu', { segmenter }),
    NONE_OF_THEM,
    /could not be read/,
  ],
  [
    'updateIndexFile(base, replies, …)',
    (value) => node.updateIndexFile('absent.dafu', [], value, { segmenter }),
    NO_TEXT,
    /Say where it goes/,
  ],
  [
    'updateIndexFile(base, replies, path, …)',
    (value) => node.updateIndexFile('absent.dafu', [], 'never.dafu', value),
    NO_OBJECT,
    /Pass an object/,
  ],
  [
    'mergeIndexFiles(…)',
    (value) => node.mergeIndexFiles(value, 'never.dafu'),
    NO_LIST,
    /list of their paths/,
  ],
  ['mergeIndexFiles(paths, …)', (value) => node.mergeIndexFiles([], value), NO_TEXT, /Say where it goes/],
  [
    'mergeIndexFiles(paths, path, …)',
    (value) => node.mergeIndexFiles([], 'never.dafu', value),
    NO_OBJECT,
    /Pass an object/,
  ],

  ['instantSearchClient(…)', instantsearch.instantSearchClient, NONE_OF_THEM, /await openIndex/],
  ['search(…) of the widgets', widgets.search, NO_LIST, /expected \[\{ indexName, params \}\]/],
  [
    'search([…]) of the widgets',
    (value) => widgets.search([value]),
    [null, 5, ''],
    /\{ indexName, params \}/,
  ],
  [
    'search([{ params: … }]) of the widgets',
    (params) => widgets.search([{ indexName: 'letters', params }]),
    [5, true],
    /\{ indexName, params \}/,
  ],
  ...PARAMETERS,
  ['searchForFacetValues(…)', widgets.searchForFacetValues, NO_LIST, /expected \[\{ indexName, params \}\]/],
  [
    'searchForFacetValues([…])',
    (value) => widgets.searchForFacetValues([value]),
    NONE_OF_THEM,
    /expected \[\{ indexName, params \}\]|facets\.0: expected "issuer"/,
  ],

  ['openSearch(…)', opensearch.openSearch, [undefined, ...NO_OBJECT], /Pass an object/],
  [
    'openSearch({ client: … })',
    (client) => opensearch.openSearch({ client, index: 'letters' }),
    NONE_OF_THEM,
    /openSearch takes a client of the cluster as the option client/,
  ],
  [
    'openSearch({ index: … })',
    (index) => opensearch.openSearch({ client, index }),
    NONE_OF_THEM,
    /openSearch takes the name of the index as the option index/,
  ],
  [
    'openSearch({ timeout: … })',
    (timeout) => opensearch.openSearch({ ...push, timeout }),
    [null, {}, ''],
    /ms|milliseconds/,
  ],
  ['pushReplies(…)', (value) => opensearch.pushReplies(value, push), NO_LIST, /Pass a list of replies/],
  [
    'pushReplies(replies, …)',
    (value) => opensearch.pushReplies([], value),
    [undefined, ...NO_OBJECT],
    /Pass an object/,
  ],
  [
    'pushReplies(replies, { client: … })',
    (client) => opensearch.pushReplies([], { ...push, client }),
    NONE_OF_THEM,
    /pushReplies takes a client of the cluster/,
  ],
  [
    'pushReplies(replies, { index: … })',
    (index) => opensearch.pushReplies([], { ...push, index }),
    NONE_OF_THEM,
    /pushReplies takes the name of the index/,
  ],
  [
    'pushReplies(replies, { segmenter: … })',
    (segmenter) => opensearch.pushReplies([], { ...push, segmenter }),
    NONE_OF_THEM,
    /segment\(text\)/,
  ],
]

it.each(CALLS)('%s says what it takes', async (_, call, values, says) => {
  for (const value of values) {
    const error = await Promise.resolve()
      .then(() => call(value as never))
      .then(
        () => 'no error',
        (error: unknown) => error,
      )
    const given = JSON.stringify(value)
    expect(error, given).toBeInstanceOf(core.DafuError)
    expect((error as Error).message, given).toMatch(says)
  }
})

it('is asked of every exported function', () => {
  // It takes nothing.
  const called = new Set(['openCorpus'])
  for (const [name] of CALLS) called.add(name.split('(')[0]!)
  const exported = [core, node, instantsearch, opensearch].flatMap((entry) => Object.keys(entry))
  expect(exported.filter((name) => /^[a-z]/.test(name) && !called.has(name))).toEqual([])
})
