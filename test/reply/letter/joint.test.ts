import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const TITLE = '关于市政协九届二次会议第205号提案的答复'

function read(head: string, foot: string) {
  const leadIn = '您提出的《关于修桥的提案》收悉，现答复如下：'
  const text = `${head}\n\n何必言委员：\n\n${leadIn}\n\n该桥已列入计划。\n\n${foot}\n2024年5月6日\n`
  const { issuer, signatory, coHandlers } = parseReply(text, { format: 'text', id: 'letter' })
  return [issuer, signatory, coHandlers]
}

test.each([
  ['市教育局市财政局', '市教育局', ['市财政局']],
  ['中共云桥市委组织部　　云桥市教育局', '中共云桥市委组织部', ['云桥市教育局']],
  ['中共云桥市委组织部云桥市教育局', '中共云桥市委组织部', ['云桥市教育局']],
  ['云桥市教育局  中共云桥市委组织部', '云桥市教育局', ['中共云桥市委组织部']],
  ['云桥市教育局中共云桥市委组织部', '云桥市教育局', ['中共云桥市委组织部']],
  ['共青团云桥市委　云桥市教育局', '共青团云桥市委', ['云桥市教育局']],
  ['云桥市教育局和云桥市财政局', '云桥市教育局', ['云桥市财政局']],
  ['国家税务总局青禾县税务局 青禾县财政局', '国家税务总局青禾县税务局', ['青禾县财政局']],
  ['云桥市教育局（代章）  云桥市财政局（代章）', '云桥市教育局', ['云桥市财政局']],
  ['云桥市水利局  柳塘区总工会', '云桥市水利局', ['柳塘区总工会']],
  ['云桥市公安局 柳塘区分局', '云桥市公安局柳塘区分局', undefined],
  ['云桥市教育局  办公室', '云桥市教育局办公室', undefined],
])('%s is signed by %s', (foot, signatory, others) => {
  expect(read(TITLE, foot)).toEqual([signatory, signatory, others])
})

test.each([
  ['市教育局\n市财政局文件', '市教育局', ['云桥市财政局']],
  ['云桥市教育局\n云桥市财政局　文件', '云桥市教育局', ['云桥市财政局']],
  ['云桥市人民政府\n云桥市教育局文件', '云桥市教育局', ['云桥市财政局']],
  ['柳塘区民政局\n云桥市教育局文件', '云桥市教育局', ['云桥市财政局']],
])('a letterhead %j is of %s', (head, issuer, others) => {
  expect(read(`${head}\n\n${TITLE}`, '云桥市教育局\n云桥市财政局')).toEqual([issuer, '云桥市教育局', others])
})

test('all offices that a title names write the letter', () => {
  expect(read(`云桥市教育局 云桥市财政局${TITLE}`, '云桥市教育局')).toEqual([
    '云桥市教育局',
    '云桥市教育局',
    ['云桥市财政局'],
  ])
})
