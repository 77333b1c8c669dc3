import { describe, expect, it } from 'vitest'
import { IndexFormatError, IndexReadError, IndexVersionError } from '../../../src/errors.js'
import { COLUMNS } from '../../../src/postings/columns.js'
import { crc32c } from '../../../src/postings/file/codec/checksum.js'
import { HEADER } from '../../../src/postings/file/header.js'
import { LISTS } from '../../../src/postings/file/lexicon.js'
import { EAGER_SECTIONS, SECTIONS, type SectionName } from '../../../src/postings/file/manifest.js'
import { CHECKSUM, openPages, sizeInFile } from '../../../src/postings/file/pages.js'
import { type FileStore, openFile } from '../../../src/postings/file/reader.js'
import { bytesSource } from '../../../src/postings/file/source/byte-source.js'
import { writeIndexBytes } from '../../../src/postings/file/writer.js'
import { LENGTH_CODES } from '../../../src/postings/length.js'
import { FIELDS, type TermEntry } from '../../../src/postings/posting-store.js'
import { referenceOf } from '../reference.js'
import { letters } from '../test-posting-store.js'

const whole = await writeIndexBytes(referenceOf(letters))
const intact = await openFile(bytesSource(whole))
const { sections } = intact.file

/** Without a cache: every read looks at the bytes again. */
function open(bytes: Uint8Array): Promise<FileStore> {
  return openFile(bytesSource(bytes), { cacheBytes: 0 })
}

function flipped(place: number, mask = 1): Uint8Array {
  const bytes = whole.slice()
  bytes[place]! ^= mask
  return bytes
}

/** Numbers that look like chance, the same in every run. */
function* random(seed: number): Generator<number> {
  for (let state = seed; ; state = (Math.imul(state, 1664525) + 1013904223) >>> 0) yield state
}

/** Asks for all there is. */
async function readAll(store: FileStore): Promise<void> {
  for (const list of LISTS) {
    const entries = await store.prefix(list as 'words', '', 100_000)
    await store.lookup(entries)
    if (FIELDS.includes(list as 'words')) await store.postings(entries)
  }
  await store.lengths()
  await store.columns(COLUMNS)
  const ordinals = Array.from({ length: store.summary.paragraphs }, (_, ordinal) => ordinal)
  for (const paragraph of await store.paragraphs(ordinals)) paragraph.stored()
  await store.reply('2104071')
  await store.ordinal('2104071/1/1')
}

describe('a damaged file', () => {
  it('is refused at open when it is cut short anywhere', async () => {
    const ends = SECTIONS.map((name) => sections[name].start + sizeInFile(sections[name]))
    const lengths = [...Array(HEADER + 2).keys(), ...ends.flatMap((end) => [end - 1, end, end + 1])]
    for (let length = HEADER; length < whole.length; length += 97) lengths.push(length)
    for (const length of lengths.filter((length) => length < whole.length)) {
      await expect(open(whole.subarray(0, length)), `${length} bytes`).rejects.toThrow(IndexFormatError)
    }
    await expect(open(new Uint8Array([...whole, 0]))).rejects.toThrow(IndexFormatError)
  })

  it('is refused at open when a byte of the header or the manifest has changed', async () => {
    const manifestStart =
      sections[COLUMN_BEFORE_MANIFEST].start + sizeInFile(sections[COLUMN_BEFORE_MANIFEST])
    const places = [...Array(HEADER).keys()]
    for (let place = manifestStart; place < sections.units.start; place++) places.push(place)
    for (const place of places) {
      await expect(open(flipped(place, 0x20)), `byte ${place}`).rejects.toThrow(IndexFormatError)
    }
  })

  it('names the block that is damaged, and is otherwise as good as before', async () => {
    for (const name of SECTIONS) {
      const section = sections[name]
      const bytes = flipped(section.start + Math.floor(sizeInFile(section) / 2))
      const reading = open(bytes).then(readAll)
      await expect(reading, name).rejects.toThrow(`“${name}”`)
      await expect(reading, name).rejects.toThrow(IndexFormatError)
    }
    const store = await open(flipped(sections.texts.start))
    expect(await store.lookup([{ field: 'words', term: '支持' }])).toEqual(
      await intact.lookup([{ field: 'words', term: '支持' }]),
    )
    await expect(store.paragraphs([0])).rejects.toThrow('“texts”')
  })

  it('gives no answer from a block in which any byte has changed', () => {
    const bytes = whole.slice()
    for (const section of Object.values(sections)) {
      const end = section.start + sizeInFile(section)
      for (let place = section.start; place < end; place++) {
        const page =
          section.start + (place - section.start) - ((place - section.start) % (section.page + CHECKSUM))
        bytes[place]! ^= 1 << (place % 8)
        const pages = bytes.subarray(page, Math.min(end, page + section.page + CHECKSUM))
        expect(() => openPages(section, pages, page), `byte ${place}`).toThrow(IndexFormatError)
        bytes[place]! ^= 1 << (place % 8)
      }
    }
    expect(bytes).toEqual(whole)
  })

  it('consists of the header, the manifest and its blocks, and of no byte more', () => {
    const covered = Object.values(sections).reduce((sum, section) => sum + sizeInFile(section), HEADER)
    const manifest = new DataView(whole.buffer).getUint32(28)
    expect(covered + manifest).toBe(whole.length)
  })

  it('is refused when one of 1,000 random bytes has changed', async () => {
    const numbers = random(4)
    for (let i = 0; i < 1000; i++) {
      const place = numbers.next().value % whole.length
      const store = open(flipped(place, 1 << (i % 8)))
      const section = Object.values(sections).find(
        (section) => place >= section.start && place < section.start + sizeInFile(section),
      )
      const reading = store.then(({ file }) => file.section(section?.name as SectionName))
      await expect(reading, `byte ${place}`).rejects.toThrow(IndexFormatError)
    }
  })

  it('is told from a file of another version and from one that is none', async () => {
    const other = whole.slice()
    const view = new DataView(other.buffer)
    view.setUint32(8, 7)
    view.setUint32(HEADER - 4, crc32c(other, 0, HEADER - 4))
    await expect(open(other)).rejects.toThrow(IndexVersionError)
    await expect(open(other)).rejects.toMatchObject({ expected: 1, got: 7 })
    await expect(open(new Uint8Array())).rejects.toThrow('The file is empty')
    await expect(open(new TextEncoder().encode('%PDF-1.7'))).rejects.toThrow('This is no .dafu file')
  })

  it('is called by the name of its source', async () => {
    const old = whole.slice()
    const view = new DataView(old.buffer)
    view.setUint32(8, 0)
    view.setUint32(HEADER - 4, crc32c(old, 0, HEADER - 4))
    await expect(openFile(bytesSource(old, 'a.dafu'))).rejects.toThrow('a.dafu has format version 0')
    const short = whole.subarray(0, -1)
    await expect(openFile(bytesSource(short, 'a.dafu'))).rejects.toThrow('a.dafu: The index is damaged')
    for (const name of SECTIONS) {
      const { start } = sections[name]
      const reading = openFile(bytesSource(flipped(start), 'a.dafu')).then(readAll)
      await expect(reading).rejects.toThrow(/^a\.dafu: The index is damaged/)
    }
  })

  it('is a read error, not a wrong answer, when the source gives too little', async () => {
    const source = {
      ...bytesSource(whole),
      read: async (offset: number) => whole.subarray(offset, offset + 10),
    }
    await expect(openFile(source)).rejects.toThrow(IndexFormatError)
    let isOpen = false
    const later = await openFile({
      ...bytesSource(whole),
      read: async (offset, length) => whole.subarray(offset, offset + (isOpen ? length - 1 : length)),
    })
    isOpen = true
    await expect(later.lengths()).rejects.toThrow(IndexReadError)
  })
})

/** The last section before the manifest. */
const COLUMN_BEFORE_MANIFEST = SECTIONS[SECTIONS.indexOf(EAGER_SECTIONS[0]) - 1] as SectionName

/** Corrects all checksums, as someone would who means harm. */
function signed(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer)
  for (const section of Object.values(sections)) {
    const end = section.start + sizeInFile(section)
    for (let from = section.start; from < end; from += section.page + CHECKSUM) {
      const to = Math.min(from + section.page + CHECKSUM, end) - CHECKSUM
      view.setUint32(to, crc32c(bytes, from, to, from))
    }
  }
  return bytes
}

/** The file with another manifest of the same length or shorter. */
function withManifest(change: (manifest: Record<string, unknown>) => void): Uint8Array {
  const view = new DataView(whole.buffer)
  const start = Number(view.getBigUint64(20))
  const length = view.getUint32(28)
  const manifest = JSON.parse(new TextDecoder().decode(whole.subarray(start, start + length)))
  change(manifest)
  const json = new TextEncoder().encode(JSON.stringify(manifest).padEnd(length))
  const bytes = new Uint8Array(whole.length + json.length - length)
  bytes.set(whole.subarray(0, start))
  bytes.set(json, start)
  bytes.set(whole.subarray(start + length), start + json.length)
  const header = new DataView(bytes.buffer)
  header.setBigUint64(12, BigInt(bytes.length))
  header.setUint32(28, json.length)
  header.setUint32(32, crc32c(json))
  header.setUint32(HEADER - 4, crc32c(bytes, 0, HEADER - 4))
  return bytes
}

describe('a hostile file', () => {
  it('cannot lie about counts and sizes', async () => {
    const changes: ((manifest: Record<string, unknown>) => void)[] = [
      (manifest) => Object.assign(manifest, { paragraphs: 2 ** 40 }),
      (manifest) => Object.assign(manifest, { replies: 10 ** 12 }),
      (manifest) => Object.assign(manifest, { paragraphs: -1 }),
      (manifest) => Object.assign(manifest, { totalLength: 1.5 }),
      (manifest) => Object.assign(manifest, { surprise: true }),
      (manifest) => Object.assign(manifest, { segmenter: 'jieba' }),
      (manifest) => Object.assign(manifest, { synonyms: [[1]] }),
      (manifest) => delete manifest.sections,
      (manifest) => (manifest.sections as number[]).pop(),
      (manifest) => (manifest.sections as number[]).reverse(),
      (manifest) => (manifest.sections as number[]).fill(2 ** 50),
    ]
    for (const change of changes) {
      await expect(open(withManifest(change)), String(change)).rejects.toThrow(IndexFormatError)
    }
    await readAll(await open(withManifest(() => {})))
  })

  it('is refused or answers within bounds, whatever its blocks hold', async () => {
    const numbers = random(7)
    let refused = 0
    for (let i = 0; i < 200; i++) {
      const name = SECTIONS[i % SECTIONS.length]!
      const section = sections[name]
      const bytes = whole.slice()
      for (let change = 0; change <= i % 3; change++) {
        // Most counts stand at the start of a block.
        const at = numbers.next().value % (i % 2 ? 12 : sizeInFile(section))
        bytes[section.start + at]! ^= 1 << (numbers.next().value % 8)
      }
      try {
        const store = await openFile(bytesSource(signed(bytes)))
        await readAll(store)
      } catch (error) {
        expect(error, `round ${i}, ${name}: ${(error as Error).stack}`).toBeInstanceOf(IndexFormatError)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(50)
  }, 60_000)

  it('has no length that no paragraph can have', async () => {
    const content = referenceOf(letters)
    const lengths = (await content.lengths()).fill(LENGTH_CODES)
    const store = await open(await writeIndexBytes({ ...content, lengths: () => lengths }))
    await expect(store.lengths()).rejects.toThrow(IndexFormatError)
    await expect(store.lengths()).rejects.toThrow('lengths')
  })

  it('does not make an entry of another index look like its own', async () => {
    const entry: TermEntry = { field: 'words', term: '支持', documentFrequency: 1 }
    await expect(intact.postings([entry])).rejects.toThrow(TypeError)
    await expect(intact.paragraphs([-1])).rejects.toThrow(RangeError)
    await expect(intact.paragraphs([intact.summary.paragraphs])).rejects.toThrow(RangeError)
  })
})
