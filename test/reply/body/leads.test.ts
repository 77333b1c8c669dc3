import { describe, expect, test } from 'vitest'
import { readLead, readLeads } from '../../../src/reply/body/leads.js'
import { lineOf } from '../../helpers/lines.js'

const plain = (text: string) => lineOf(text)
const strong = (text: string, length = text.length) => lineOf(text, length)

describe('readLead', () => {
  test.each([
    ['二是优化布局。沿河增设站点。', '二是优化布局。'],
    ['（一）加强宣传。发放手册。', '（一）加强宣传。'],
    ['1.针对停车问题。新增车位。', '1.针对停车问题。'],
    ['1. 针对停车问题：新增车位。', '1. 针对停车问题：'],
    ['一是建立机制，增强公平性。明确标准。', '一是建立机制，增强公平性。'],
    ['第一，摸清底数。完成建档。', '第一，摸清底数。'],
    ['一、高位推动，压实责任，凝聚合力。成立专班。', '一、高位推动，压实责任，凝聚合力。'],
    ['1.关于“修好支渠，方便灌溉。”的建议。已经列入计划。', '1.关于“修好支渠，方便灌溉。”的建议。'],
    [
      '二、关于支渠建设滞后、沿线农田灌溉用水供需矛盾突出、管护责任亟待明确的问题。已经列入计划。',
      '二、关于支渠建设滞后、沿线农田灌溉用水供需矛盾突出、管护责任亟待明确的问题。',
    ],
    ['一、您提出的关于修渠的建议。已经列入计划。', '一、您提出的关于修渠的建议。'],
    ['关于修好支渠的建议：已经列入计划。', '关于修好支渠的建议：'],
    ['（一）延长运营至23:30。周末延长至24：00。', '（一）延长运营至23:30。'],
    ['二是师生比例为1:15。明年再增编制。', '二是师生比例为1:15。'],
    ['针对“管护主体不清”的问题。我局已经明确。', '针对“管护主体不清”的问题。'],
  ])('reads the lead of %s', (text, lead) => {
    expect(readLead(plain(text))).toBe(lead)
  })

  test.each([
    '一、我局已督促整改。累计安装34个。',
    '二是加强宣传。',
    '一是在城区、乡镇，以及沿河的各个村，逐一排查。随后整改。',
    '近年来，我县发展迅速。成效明显。',
    '（一）延长运营至23:30。',
    '1.营业时间为8：00至20：00，周末不休。',
    '一、您提出的修渠建议十分正确。我局已经列入计划。',
    '二、下一步将继续加大投入。计划在年底前完工。',
    '关于您提出的建议：我局已经列入计划。',
    '关于渠道老化的问题，我局向县政府提出了增加预算的建议。下一步将继续跟进。',
    '关于修渠资金，县财政局表示将在预算中统筹解决有关问题。数额待定。',
    '二、关于增设公交站点，经与县公交公司沟通，其表示可以采纳您的建议。预计年内完成。',
    '针对管护主体的问题：我局已经明确。',
    '关于“修好支渠”的建议：收悉，现答复如下。',
    `一是${'治'.repeat(60)}。随后。`,
  ])('reads no lead in %s', (text) => {
    expect(readLead(plain(text))).toBeUndefined()
  })

  test('gives bold and bare run-in headings the same lead', () => {
    const text = '二是优化布局。沿河增设站点。'
    expect(readLead(strong(text, '二是优化布局。'.length))).toBe('二是优化布局。')
    expect(readLead(strong(text, '二是优化布局'.length))).toBe('二是优化布局。')
    expect(readLead(strong(text, '二是'.length))).toBe('二是优化布局。')
    expect(readLead(strong(text))).toBe('二是优化布局。')
  })

  test('reads a bold sentence without a marker, but no bold word', () => {
    expect(readLead(strong('优化布局。沿河增设站点。', 5))).toBe('优化布局。')
    expect(readLead(strong('青禾县一直重视水利。', 3))).toBeUndefined()
  })
})

describe('readLeads', () => {
  const leadsOf = (...texts: string[]) => readLeads(texts.map(plain))

  test('takes the one sentence of a list that could be a heading for none', () => {
    const others = [
      '1.渠道长3公里，目前由柳塘村管护，去年已经立项。',
      '3.渠首由柳塘村管护，暂不改建，今后再议。',
    ]
    expect(leadsOf(others[0]!, '2.增加管护人员。已增3人。', others[1]!)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const claim = '一是柳塘渠首结构不适合通行农用车辆及行人。改建须另行论证。'
    expect(leadsOf(claim, '二是渠首归水利局管护，如要改建，须经论证，并报县政府。')).toEqual([
      undefined,
      undefined,
    ])
  })

  test('keeps the headings of a list that is set alike, with or without text below', () => {
    expect(leadsOf('一是优化布局。沿河增设站点。', '二是新建渠首。')).toEqual(['一是优化布局。', undefined])
    expect(leadsOf('1.修渠。已立项。', '2.筑坝。已完工。')).toEqual(['1.修渠。', '2.筑坝。'])
  })

  test('keeps what was asked and what is bold, alone in its list', () => {
    const plainItems = ['2.渠道已经立项，资金到位后动工。', '3.渠首由柳塘村管护，暂不改建，今后再议。']
    const asked = '1.关于修渠的建议。县政府已经研究。'
    expect(leadsOf(asked, ...plainItems)[0]).toBe('1.关于修渠的建议。')
    const bold = strong('1.渠道的管护由村里负责。县里补助。', '1.渠道的管护由村里负责。'.length)
    expect(readLeads([bold, ...plainItems.map(plain)])[0]).toBe('1.渠道的管护由村里负责。')
  })
})
