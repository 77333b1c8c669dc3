import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unzip, zip } from '../../../src/node/readers/zip.js'

const all = (): boolean => true

/** An archive of one part, which says of itself that it is packed by a method. */
function packed(part: Buffer, method: number): Buffer {
  const archive = zip(new Map([['a.xml', part]]))
  archive.writeUInt16LE(method, 8)
  archive.writeUInt16LE(method, archive.indexOf('PK\u0001\u0002') + 10)
  return archive
}

describe('an archive', () => {
  it('gives back the parts that were put into it, and those that are wanted', () => {
    const parts = new Map([
      ['word/答复.xml', Buffer.from('<a/>')],
      ['empty', Buffer.alloc(0)],
    ])
    expect(unzip(zip(parts), all, 100)).toEqual(parts)
    expect([...unzip(zip(parts), (path) => path === 'empty', 100).keys()]).toEqual(['empty'])
  })

  it('is unpacked', () => {
    const text = Buffer.from('水'.repeat(1_000))
    expect(unzip(packed(deflateRawSync(text), 8), all, 10_000).get('a.xml')).toEqual(text)
  })

  it('is refused where it would fill the memory', () => {
    const bomb = packed(deflateRawSync(Buffer.alloc(1_000_000)), 8)
    expect(bomb.length).toBeLessThan(2_000)
    expect(() => unzip(bomb, all, 999_999)).toThrow('far larger than a letter')
    expect(() => unzip(packed(Buffer.alloc(1_000), 0), all, 999)).toThrow('far larger than a letter')
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'no ZIP archive'],
    ['a text', Buffer.from('关于提案的答复'), 'no ZIP archive'],
    ['a part packed in a way of its own', packed(Buffer.from('a'), 99), 'method 99'],
    ['a part that does not unpack', packed(Buffer.from('答复'), 8), 'a.xml is damaged'],
  ])('is refused where it is %s', (_, archive, message) => {
    expect(() => unzip(archive, all, 100)).toThrow(message)
  })

  it('is refused or read, and no more, wherever it is cut or changed', () => {
    const archive = packed(deflateRawSync(Buffer.from('关于提案的答复')), 8)
    for (let at = 0; at < archive.length; at++) {
      const changed = Buffer.from(archive)
      changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at)
      for (const damaged of [changed, archive.subarray(0, at)]) {
        try {
          unzip(damaged, all, 1_000)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }
    }
  })
})
