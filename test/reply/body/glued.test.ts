import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'
import type { Section } from '../../../src/reply/reply.js'

const HEAD = '关于县政协十届三次会议第45号提案的答复沈一禾委员：您提出的《关于修渠的提案》收悉，现答复如下：'
const FOOT = '感谢您对水利工作的支持。青禾县水利局2023年6月5日'

type Outline = [heading: string, texts: string[], ...inner: Outline[]]

function outline({ marker = '', title = '', paragraphs, sections }: Section): Outline {
  return [marker + title, paragraphs.map(({ text }) => text), ...sections.map(outline)]
}

/** What stands between opening and closing of a letter. */
function read(document: string): Outline[] {
  const { sections } = parseReply(document, { format: 'text', id: 'a' })
  return sections.filter(({ role }) => role !== 'opening' && role !== 'closing').map(outline)
}

describe('a letter on one line without any gap', () => {
  test('has the headings that numbers further in follow', () => {
    const body =
      '一、关于修渠的建议（一）基本情况1.渠道（1）总渠总渠长12公里。（2）支渠支渠长8公里。2.水闸共有三处。二、下一步工作打算我局将更换闸门，今年开工。'
    expect(read(HEAD + body + FOOT)).toEqual([
      [
        '一、关于修渠的建议',
        [],
        [
          '（一）基本情况',
          [],
          ['1.渠道', ['（1）总渠总渠长12公里。', '（2）支渠支渠长8公里。']],
          ['', ['2.水闸共有三处。']],
        ],
      ],
      ['二、下一步工作打算', ['我局将更换闸门，今年开工。']],
    ])
  })

  test('has those with which letters are wont to begin a part', () => {
    const body =
      '一、基本情况全县有渠道12公里，支渠8公里。二、存在的困难管护经费不足，主要靠乡镇自筹。三、采取措施县财政安排专款，专人负责。'
    expect(read(HEAD + body + FOOT).map(([heading]) => heading)).toEqual([
      '一、基本情况',
      '二、存在的困难',
      '三、采取措施',
    ])
  })
})

const lines = (...body: string[]) =>
  [
    HEAD.slice(0, 20),
    '沈一禾委员：',
    '您提出的《关于修渠的提案》收悉，现答复如下：',
    ...body,
    '感谢您的支持。',
  ].join('\n')

test('a task is parted from the sentence that begins with its time or its subject', () => {
  const body = [
    '一、加强渠道管护近年来，我局聘用了三名专人。',
    '二、完善灌溉设施我局高度重视设施建设，更换了闸门。',
  ]
  expect(read(lines(...body))).toEqual([
    ['一、加强渠道管护', ['近年来，我局聘用了三名专人。']],
    ['二、完善灌溉设施', ['我局高度重视设施建设，更换了闸门。']],
  ])
})

test.each([
  '一、下一步工作举措',
  '一、存在的问题整改落实情况',
  '一、关于第（一）项建议的办理',
  '一、关于开放测试场景①的建议',
])('the heading %s is one', (heading) => {
  expect(read(lines(heading, '我局更换了闸门，并落实了专人管护。'))).toEqual([
    [heading, ['我局更换了闸门，并落实了专人管护。']],
  ])
})

test.each([
  '一、积极推进我局已经确定的三处水闸改造，年底完成。',
  '一、下一步工作中，我局将更换闸门，落实专人。',
  '一、下一步计划修建渠道三条，惠及两千人。',
  '一、主要措施包括修渠、筑坝，同时加强巡查。',
  '一、存在的问题逐一整改，年底前完成。',
  '一、原因之一是渠道老化，跑水漏水。',
  '一、标准不统一是主要问题，我局将统一标准。',
  '一、按照方案（一）的要求，我局修了渠道。',
  '一、严格按照我局会同县财政局制定的办法，管好资金。',
  '一、完成1.5公里渠道防渗，更换闸门三处。',
])('the sentence %s has no heading', (sentence) => {
  expect(read(lines(sentence))).toEqual([['', [sentence]]])
})

test('a heading that has lost its numeral is one, and ranks as those with their numerals', () => {
  const body = [
    '、关于修渠的建议',
    '（）渠道管护',
    '落实了专人管护。',
    '、关于水闸的建议',
    '更换了闸门三处。',
  ]
  expect(read(lines(...body))).toEqual([
    ['、关于修渠的建议', [], ['（）渠道管护', ['落实了专人管护。']]],
    ['、关于水闸的建议', ['更换了闸门三处。']],
  ])
})

describe('a space behind a number', () => {
  const wrap = (item: string) =>
    `关于县政协十届三次会议第45号提案的答复\n沈一禾委员：\n您提出的《关于修渠的提案》收悉，现答复如下：\n${item}\n青禾县水利局\n2023年6月5日`

  test.each([
    ['三、关于Wi-Fi 7免费覆盖，已部署接入点。'],
    ['三、加快推进 5G 基站建设，已建成三座。'],
    ['三、完成投资 300万元，工程已经开工。'],
  ])('is of the words of %s', (item) => {
    expect(read(wrap(item))).toEqual([['', [item]]])
  })

  test.each([
    ['三、办理情况 2023年我局修渠，已经通水。', '2023年我局修渠，已经通水。'],
    ['三、办理情况 3月5日，我局到现场查看。', '3月5日，我局到现场查看。'],
    ['三、完成投资  300万元，工程已经开工。', '300万元，工程已经开工。'],
  ])('parts the heading of %s', (item, text) => {
    expect(read(wrap(item))).toEqual([[item.split(' ')[0], [text]]])
  })
})

test('parts a heading that ends with a Latin word from the sentence behind its space', () => {
  const head = '沈一禾委员：\n您提出的《关于修渠的提案》收悉，现答复如下：\n'
  const foot = '\n青禾县水利局\n2023年6月5日'
  expect(read(`${head}一、推广APP 我局已经推广，群众反映良好。${foot}`)).toEqual([
    ['一、推广APP', ['我局已经推广，群众反映良好。']],
  ])
  expect(read(`${head}一、建成 5G 基站，覆盖Wi-Fi 7 设备，群众反映良好。${foot}`)).toEqual([
    ['', ['一、建成 5G 基站，覆盖Wi-Fi 7 设备，群众反映良好。']],
  ])
})
