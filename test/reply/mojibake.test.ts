import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mojibakeOf } from '../../src/reply/mojibake.js'

const bytes = readFileSync('corpus/2104071.md')
const letter = bytes.toString()

test.each([
  ['UTF-8 that was read as GBK', new TextDecoder('gb18030').decode(bytes)],
  ['UTF-8 that was read as Latin-1', new TextDecoder('windows-1252').decode(bytes)],
  ['GBK that was read as Latin-1', '¹ØÓÚÏØÕþÐ­Ê®½ìÈý´Î»áÒéµÚ045ºÅÌá°¸µÄ´ð¸´ ÉòÒ»ºÌÎ¯Ô±£º'],
])('recognises %s', (name, text) => {
  expect(mojibakeOf(text)).toContain(name)
})

test('takes no letter for mojibake, nor what a few wrong characters stand in', () => {
  expect(mojibakeOf(letter)).toBeUndefined()
  expect(mojibakeOf(`${letter}\n鍏充簬 å…³äºŽ ¹ØÓÚ`)).toBeUndefined()
  expect(mojibakeOf('L’été à la plage, où l’on goûte des crêpes')).toBeUndefined()
})
