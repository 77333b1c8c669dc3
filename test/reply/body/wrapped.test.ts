import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const title = '关于县政协第十届委员会第三次会议第045号提案的答复'
const names = '沈一禾、鲁木槿、顾南星、林青禾、苏云桥、何柳溪、方渠安、白河源、田有禾委员：'
const body = [
  '您提出的《关于加快整治柳溪渠并在沿线增设便民步道和休息座椅的提案》收悉，现答复如下：',
  '一、工作情况',
  '柳溪渠全长十八公里，是我县重要的灌溉渠道，沿线居民出行也多有赖于此，近年来随着城区扩展，渠岸破损和道路狭窄的问题逐渐显现，我局已会同县住建局对全线完成踏勘。',
  '二、下一步打算',
  '我局将把柳溪渠整治列入2026年的水利建设计划，争取上级资金一千二百万元，分期实施渠岸加固和步道建设，力争在年底前完成柳塘街道段四公里的工程，并加强日常管护。',
  '感谢您对青禾水利工作的关心和支持，希望您今后继续提出宝贵的意见和建议，帮助我们改进工作。',
]
const signOff = ['青禾县水利局', '2025年6月5日']
const letter = [title, names, ...body, ...signOff]

/** A text wrapped at a width; paragraphs are set in, and the lines of all, by what is given. */
function wrap(width: number, indent = '', margin = '', between = '\n'): string {
  return letter
    .flatMap((paragraph) => {
      const text = (/[。：]$/.test(paragraph) ? indent : '') + paragraph
      return text.match(new RegExp(`.{1,${width}}`, 'gu'))!.map((line) => margin + line)
    })
    .join(between)
}

function readingOf(document: string) {
  const { recipients, proposals, sections, date, signatory, notes } = parseReply(document, { format: 'text' })
  const paragraphs = sections.flatMap((section) => section.paragraphs.map(({ text }) => text))
  const titles = sections.map((section) => section.title)
  const joined = notes?.filter(({ kind }) => kind === 'joined lines') ?? []
  return { read: { recipients, proposals, paragraphs, titles, date, signatory }, joined }
}

const whole = readingOf(letter.join('\n'))

describe('joinWrappedLines', () => {
  test('leaves a short letter as it is whose number, title and contact are of one width', () => {
    const lines = [
      '青水函〔2008〕1号          签发人：沈一禾',
      '青禾县水利局关于县政协一届一次会议第01号提案的答复',
      '沈一禾委员：',
      '您提出的《关于修缮柳溪渠的提案》收悉，现答复如下：',
      '渠道已经修好。',
      ...signOff,
      '（联系人：沈一禾，电话：000-1000000）',
    ]
    const { issuer, leaders, notes } = parseReply(lines.join('\n'), { format: 'text' })
    expect(issuer).toBe('青禾县水利局')
    expect(leaders).toEqual([{ role: '签发人', name: '沈一禾' }])
    expect(notes).toEqual([])
  })

  test('a sentence may end where a line does, if paragraphs are set in', () => {
    const start = `我局会同住建局对${'渠岸和'.repeat(5)}步道。`
    const end = '对沿线居民的意见，也逐条作了答复。'
    const texts = (indent: string) => {
      const added = `　　${start}\n${indent}${end}\n　　感谢您`
      return readingOf(wrap(28, '　　').replace('　　感谢您', added)).read.paragraphs
    }
    expect(`　　${start}`).toHaveLength(28)
    expect(texts('')).toContain(start + end)
    expect(texts('　　')).toEqual(expect.arrayContaining([start, end]))
  })

  test.each(['一、增设护栏的资金', '下一步工作打算'])(
    'the heading %s, which is not set in, is no part of the paragraph above',
    (heading) => {
      const paragraph = `我局会同住建局对${'渠岸和'.repeat(5)}步道。`
      const document = wrap(28, '　　').replace(
        '　　感谢您',
        `　　${paragraph}\n${heading}\n　　护栏已全部装好。\n　　感谢您`,
      )
      const { paragraphs } = readingOf(document).read
      expect(paragraphs).toContain(paragraph)
      expect(paragraphs.join('')).not.toContain(heading)
    },
  )

  test('the letter is read where it is not wrapped', () => {
    expect(whole.joined).toEqual([])
    expect(whole.read.recipients).toHaveLength(9)
    expect(whole.read.titles).toContain('工作情况')
    expect(whole.read.date).toBe('2025-06-05')
  })

  test.each([
    ['at 24 characters', wrap(24)],
    ['at 34 characters', wrap(34)],
    ['at 40 characters', wrap(40)],
    ['with full-width indents', wrap(34, '\u3000\u3000')],
    ['with indents of four spaces', wrap(34, '    ')],
    ['with a margin', wrap(34, '    ', '  ')],
    ['with empty lines between all', wrap(34, '', '', '\n\n')],
    ['with Windows line ends', wrap(34, '', '', '\r\n')],
  ])('a letter is read as if it were not wrapped %s', (_, document) => {
    const { read, joined } = readingOf(document)
    expect(read).toEqual(whole.read)
    expect(joined.length).toBeGreaterThan(3)
    const cut = joined.map(({ start, end }) => document.slice(start, end).replace(/\s+/g, ''))
    expect(letter.map((paragraph) => paragraph.replace(/\s+/g, ''))).toEqual(expect.arrayContaining(cut))
  })

  test('a number that the wrap cut is one, and words of Latin letters stay two', () => {
    const lines = [
      '柳溪渠整治工程已经完成全部立项和审批手续，并计划于20',
      '26年底之前建成通水，届时沿线三万亩农田可以得到灌溉，GIS',
      'map系统会对全线的水位、流量和闸门开度进行实时的监测，以',
      '及时发现渗漏和淤积的渠段，并把结果推送给负责管护的人员。',
    ]
    const document = [title, '沈一禾委员：', '您的提案收悉，现答复如下：', ...lines, ...signOff].join('\n')
    const text = readingOf(document).read.paragraphs.join('')
    expect(text).toContain('计划于2026年底')
    expect(text).toContain('GIS map系统')
  })

  test.each([
    ['lists of short lines', ['柳溪渠上段', '柳溪渠中段', '柳溪渠下段', '青禾渠上段', '青禾渠下段']],
    [
      'items of one length that end with no full stop',
      [
        '一是对柳溪渠上游四公里渠岸实施加固整治并增设护栏',
        '二是对柳溪渠中游六公里渠道实施清淤疏浚并修补衬砌',
        '三是对柳溪渠下游八公里渠岸铺设步道并安装照明设施',
        '四是对青禾渠全线十二公里安装水位监测和预警的设备',
      ],
    ],
  ])('keeps %s apart', (_, list) => {
    const document = [title, '沈一禾委员：', '您的提案收悉，现答复如下：', ...list, ...signOff].join('\n')
    const { joined } = readingOf(document)
    expect(
      joined.filter(({ start, end }) => list.every((line) => document.slice(start, end).includes(line))),
    ).toEqual([])
  })
})
