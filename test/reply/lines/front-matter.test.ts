import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const TITLE = '关于县政协十届三次会议第45号提案的答复'
const LETTER = `# ${TITLE}

沈一禾委员：

您提出的《关于修渠的提案》收悉，现答复如下：

支渠已经修好。

青禾县水利局

2024年6月18日
`

function read(...lines: string[]) {
  const document = [...lines, LETTER].join('\n')
  return { document, ...parseReply(document) }
}

describe('the front matter of Markdown', () => {
  test('is what a page says, and leaves no note', () => {
    const { document, pageMetadata, notes, proposals, issuer, provenance } = read(
      '---',
      `title: "${TITLE}"`,
      'date: 2024-07-01',
      'source: 青禾县政府网',
      'tags:',
      '  - 水利',
      '  - 农业',
      'draft:',
      '---',
      '',
    )
    expect(pageMetadata).toEqual({
      title: TITLE,
      publicationDate: '2024-07-01',
      entries: [
        { label: 'date', value: '2024-07-01' },
        { label: 'source', value: '青禾县政府网' },
        { label: 'tags', value: '水利' },
        { label: 'tags', value: '农业' },
      ],
    })
    expect(notes).toEqual([])
    expect([proposals[0]?.number, issuer]).toEqual(['45', '青禾县水利局'])
    const place = provenance?.find(({ path }) => path.join() === 'issuer')
    expect(document.slice(place?.start, place?.end)).toBe('青禾县水利局')
  })

  test('may have the labels of a site', () => {
    const { pageMetadata } = read('---', '索引号: 000/2024-7', '发布日期: 2024-07-01', '---')
    expect(pageMetadata?.publicationDate).toBe('2024-07-01')
    expect(pageMetadata?.entries[0]).toEqual({ label: '索引号', value: '000/2024-7' })
  })

  test('gives the number that a letter lacks', () => {
    const document = `---\ntitle: ${TITLE}\n---\n${LETTER.slice(LETTER.indexOf('沈'))}`
    const { proposals, provenance } = parseReply(document)
    expect(proposals[0]?.number).toBe('45')
    const place = provenance?.find(({ path }) => path.join() === 'proposals,0,number')
    expect(document.slice(place?.start, place?.end)).toBe('45')
  })

  test.each([
    ['text between rules', ['---', '青禾县水利局', '---']],
    ['a rule alone', ['---', '']],
    ['rules further down', ['青禾县政府网', '', '---', 'date: 2024-07-01', '---', '']],
  ])('is not %s', (_, lines) => {
    expect(read(...lines).pageMetadata).toBeUndefined()
  })
})
