import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mojibakeOf } from '../../src/reply/mojibake.js'
import { parseReply } from '../../src/reply/parse.js'
import { withoutReading } from '../../src/reply/reply.js'

const bytes = readFileSync('corpus/2104071.md')
const letter = bytes.toString()

test.each([
  ['UTF-8 that was read as GBK', new TextDecoder('gb18030').decode(bytes)],
  ['UTF-8 that was read as Latin-1', new TextDecoder('windows-1252').decode(bytes)],
  ['GBK that was read as Latin-1', '¹ØÓÚÏØÕþÐ­Ê®½ìÈý´Î»áÒéµÚ045ºÅÌá°¸µÄ´ð¸´ ÉòÒ»ºÌÎ¯Ô±£º'],
])('recognises %s', (name, text) => {
  expect(mojibakeOf(text)?.name).toContain(name)
})

test('takes no letter for mojibake, nor what a few wrong characters stand in', () => {
  expect(mojibakeOf(letter)).toBeUndefined()
  expect(mojibakeOf(`${letter}\n鍏充簬 å…³äºŽ ¹ØÓÚ`)).toBeUndefined()
  expect(mojibakeOf('L’été à la plage, où l’on goûte des crêpes')).toBeUndefined()
})

/** Letters of GBK alone, for bytes that Latin-1 shows one by one. */
const gbkAsLatin = [
  '¹ØÓÚÏØÕþÐ­Ê®½ìÈý´Î»áÒéµÚ045ºÅÌá°¸µÄ´ð¸´',
  'ÉòÒ»ºÌÎ¯Ô±£º',
  'ÄúÌá³öµÄ¡¶¹ØÓÚÐÞÇþµÄ½¨Òé¡·ÊÕÏ¤£¬ÏÖ´ð¸´ÈçÏÂ£º',
].join('\n')

test('decodes a letter anew where no character was lost', () => {
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  for (const text of [latin, new TextDecoder('windows-1252').decode(bytes)]) {
    const reply = parseReply(text, { id: 'x' })
    expect(withoutReading(reply)).toEqual(withoutReading(parseReply(letter, { id: 'x' })))
    expect(reply.notes?.[0]).toMatchObject({ kind: 'mojibake', start: 0, end: text.length })
  }
  expect(parseReply(gbkAsLatin, { id: 'x', format: 'text' }).recipients).toEqual(['沈一禾'])
})

test('decodes UTF-8 anew that was read as GBK where every run of characters has an even length', () => {
  const even =
    '关于县政协十届三次会议第四十五号提案的答复：\n沈一禾委员：\n您提出的《关于修渠的建议》收悉，现答复如下：\n请贵单位知悉并督促落实'
  const runs = even.split('\n').map((run) => (run.length % 2 === 0 ? run : `${run}的`))
  const read = new TextDecoder('gb18030').decode(new TextEncoder().encode(runs.join('\n')))
  const reply = parseReply(read, { id: 'x', format: 'text' })
  expect(reply.recipients).toEqual(['沈一禾'])
  const place = reply.provenance?.find(({ path }) => path[0] === 'recipients')
  const printed = new TextDecoder('gb18030').decode(new TextEncoder().encode('沈一禾委'))
  expect(read.slice(place?.start, place?.end)).toBe(printed.slice(0, (place?.end ?? 0) - (place?.start ?? 0)))
})

test('refuses mojibake that has lost characters', () => {
  const read = new TextDecoder('gb18030').decode(bytes)
  expect(() => parseReply(read, { id: 'x' })).toThrow('characters were lost')
})
