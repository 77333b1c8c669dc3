import { expect, test } from 'vitest'
import type { Lines } from '../../../src/reply/lines/line.js'
import { LineWriter } from '../../../src/reply/lines/line-writer.js'
import { dropMirrorNoise } from '../../../src/reply/lines/mirror-noise.js'

function dropIn(text: string): Lines {
  const writer = new LineWriter()
  writer.write(text, 0)
  writer.endLine()
  return dropMirrorNoise()({ type: 'lines', children: writer.lines })
}

test('leaves pinyin behind characters out, and notes where', () => {
  const { children, notes } = dropIn('對區(qū)九屆人大\n你們(men)提出的關(guān)于')
  expect(children.map(({ printed }) => printed)).toEqual(['對區九屆人大', '你們提出的關于'])
  expect(notes?.map(({ kind, start, end }) => [kind, start, end])).toEqual([
    ['page chrome', 0, 10],
    ['page chrome', 11, 29],
  ])
})

test('leaves pinyin in full-width letters out', () => {
  const { children } = dropIn('對區（ｑū）九屆人大\n你們（ｍｅｎ）提出的關（ｇｕāｎ）于')
  expect(children.map(({ printed }) => printed)).toEqual(['對區九屆人大', '你們提出的關于'])
})

test('leaves signs in place of spaces out, and lines of nothing else', () => {
  const { children } = dropIn('?\n????柳塘區住建局\n? ? ? 2023年6月5日\n?? ??\n如何解決?')
  expect(children.map(({ printed }) => printed)).toEqual(['柳塘區住建局', '2023年6月5日', '如何解決?'])
})

test('leaves the footnote of an encyclopedia out', () => {
  const { children } = dropIn('二〇〇七年五月二十四日[1]\n青水函[2020]4号\n见附件[表1]')
  expect(children.map(({ printed }) => printed)).toEqual([
    '二〇〇七年五月二十四日',
    '青水函[2020]4号',
    '见附件[表1]',
  ])
})

test('leaves units, names of products and what stands alone as they are', () => {
  const text = '(km) 全长12公里(km)，下载(App)，小(二)型水库，(qū)'
  expect(dropIn(text).children.map(({ printed }) => printed)).toEqual([text])
})

test('leaves what a letter glosses itself', () => {
  const text = '“的(de)”字招牌改写，乐山路的乐读作乐(lè)'
  expect(dropIn(text).children.map(({ printed }) => printed)).toEqual([text])
})

test('leaves the mark of a source out, but not where its footnote is printed', () => {
  const { children } = dropIn('渠首公园已建成[1]\n2007年5月24日[2]\n[1] 数据来源：青禾县水利局。')
  expect(children.map(({ printed }) => printed)).toEqual([
    '渠首公园已建成[1]',
    '2007年5月24日',
    '[1] 数据来源：青禾县水利局。',
  ])
})
