import { describe, expect, test } from 'vitest'
import { readSections } from '../../../src/reply/body/sections.js'
import { parseReply } from '../../../src/reply/parse.js'
import type { Section } from '../../../src/reply/reply.js'
import { lineOf } from '../../helpers/lines.js'

const LEAD_IN = '您提出的建议收悉，现答复如下：'

/** A tree as `id title: number of paragraphs`, indented by level. */
function outline(...texts: string[]): string[] {
  const draw = (section: Section): string[] => [
    `${section.id} ${section.title ?? section.role}: ${section.paragraphs.length}`,
    ...section.sections.flatMap(draw),
  ]
  return readSections(
    texts.map((text) => lineOf(text)),
    'r',
  ).flatMap(draw)
}

test('divides a letter without headings into opening, answer and closing', () => {
  expect(outline(LEAD_IN, '已修渠。', '已筑坝。', '感谢您的关心。', '此复。')).toEqual([
    'r/1 opening: 1',
    'r/2 answer: 2',
    'r/3 closing: 2',
  ])
})

test('takes a lead-in that goes on with its answer for an answer', () => {
  const answer = '渠道已经全部修好，今年共修渠三十公里，新建水闸五座，并且安排了专人管护，群众普遍反映良好。'
  expect(outline(LEAD_IN + answer, '感谢您的关心。')).toEqual(['r/1 answer: 1', 'r/2 closing: 1'])
  expect(outline(LEAD_IN + answer, '如有垂询，请致电。', '顺颂 时祺')).toContain('r/2 closing: 2')
  expect(outline(`${LEAD_IN}感谢您的关心。`, '已修渠。')).toEqual(['r/1 opening: 1', 'r/2 answer: 1'])
})

test('leaves to a numbered heading the thanks that are all it heads, and to a list none', () => {
  const thanks = '感谢您的关心。'
  expect(outline(LEAD_IN, '一、现状', '已修渠。', '二、打算', thanks)).toEqual([
    'r/1 opening: 1',
    'r/2 现状: 1',
    'r/3 打算: 1',
  ])
  expect(outline(LEAD_IN, '1.修渠', '2.筑坝', thanks)).toContain('r/3 closing: 1')
})

test('takes what stands before the first heading for the opening', () => {
  expect(outline(LEAD_IN, '感谢您的关心。', '一、现状', '已修渠。')).toEqual([
    'r/1 opening: 2',
    'r/2 现状: 1',
  ])
})

test('takes a numbered sentence above a list further in for its heading, and an item above the next for none', () => {
  const list = [
    '一、进展',
    '（一）健全机制。',
    '1.督办。每年会商两次。',
    '2.考核。已列入。',
    '二、打算',
    '1.修渠。',
    '2.筑坝。',
  ]
  expect(outline(LEAD_IN, ...list)).toEqual([
    'r/1 opening: 1',
    'r/2 进展: 0',
    'r/2.1 健全机制: 2',
    'r/3 打算: 2',
  ])
})

test('nests the numbering systems, whatever number a system starts or goes on with', () => {
  expect(
    outline(
      LEAD_IN,
      '一、现状',
      '（一）渠',
      '1.长度',
      '十里。',
      '2.宽度',
      '一丈。',
      '（三）坝',
      '一座。',
      '四、打算',
      '修。',
    ),
  ).toEqual([
    'r/1 opening: 1',
    'r/2 现状: 0',
    'r/2.1 渠: 0',
    'r/2.1.1 长度: 1',
    'r/2.1.2 宽度: 1',
    'r/2.2 坝: 1',
    'r/3 打算: 1',
  ])
})

test('takes a system that starts alone for the outermost', () => {
  expect(outline(LEAD_IN, '（一）渠', '已修。', '（二）坝', '已筑。')).toEqual([
    'r/1 opening: 1',
    'r/2 渠: 1',
    'r/3 坝: 1',
  ])
})

test('keeps the bare items of a list as paragraphs', () => {
  expect(outline(LEAD_IN, '一、措施', '1.修渠', '2.筑坝', '3.管护', '以上均已完成。')).toEqual([
    'r/1 opening: 1',
    'r/2 措施: 4',
  ])
})

test.each([
  ['一、关于建议增加修渠资金扶持2024年县财政投入二百万元。', 1],
  ['关于建议增加修渠资金的支持2024年,县财政投入二百万元。', 1],
  ['一、关于建议县政府在2025年前修好支渠的问题', 0],
  ['二、关于建议进一步修改我局办事流程的问题', 0],
  ['一、关于建议县政府在2025年启动修渠，已经列入计划。', 0],
])('parts %s %i times', (text, parted) => {
  const document = ['沈一禾委员：', LEAD_IN, text, '已经修好。'].join('\n')
  const { notes } = parseReply(document, { format: 'text', id: 'r' })
  expect(notes?.filter(({ kind }) => kind === 'lost line breaks') ?? []).toHaveLength(parted)
})

describe('a numbering of which some headings stand alone', () => {
  test('has its other parts as sections too', () => {
    const body = [
      LEAD_IN,
      '一、基本情况。今年以来，清淤渠道3公里，群众满意。',
      '二、主要做法',
      '1.清淤。组织人员巡查。',
      '2.护坡。已修2处。',
      '三、下步打算。我局将在三年内修好支渠，并建立台账。',
    ]
    expect(outline(...body)).toEqual([
      'r/1 opening: 1',
      'r/2 基本情况: 1',
      'r/3 主要做法: 2',
      'r/4 下步打算: 1',
    ])
    const sections = readSections(
      body.map((line) => lineOf(line)),
      'r',
    )
    expect(sections.at(-1)).toMatchObject({
      marker: '三、',
      role: 'plan',
      paragraphs: [{ text: '我局将在三年内修好支渠，并建立台账。' }],
    })
  })

  test('goes on in sequence, at its own depth', () => {
    expect(
      outline(
        LEAD_IN,
        '一、进展',
        '（一）渠',
        '已修。',
        '（二）坝。已经筑好一座。',
        '二、打算',
        '（一）渠。今后继续修。',
        '（二）坝。今后继续筑。',
      ),
    ).toEqual(['r/1 opening: 1', 'r/2 进展: 0', 'r/2.1 渠: 1', 'r/2.2 坝: 1', 'r/3 打算: 2'])
  })

  test('goes on where it leaves out a number, and no further', () => {
    const body = [LEAD_IN, '一、进展', '已修。', '二、做法。组织人员巡查。', '四、打算。今后继续修。']
    expect(outline(...body)).toEqual(['r/1 opening: 1', 'r/2 进展: 1', 'r/3 做法: 1', 'r/4 打算: 1'])
    expect(outline(LEAD_IN, '一、进展', '已修。', '五、打算。今后继续修。')).toEqual([
      'r/1 opening: 1',
      'r/2 进展: 2',
    ])
  })

  test('has its other parts as sections too beside a sentence that heads a list', () => {
    const body = [
      '（一）摸清底数。余额417亿元。',
      '（二）分类化解。',
      '1.展期，降息。',
      '（三）严控新增。严肃问责。',
    ]
    expect(outline(LEAD_IN, ...body)).toEqual([
      'r/1 opening: 1',
      'r/2 摸清底数: 1',
      'r/3 分类化解: 1',
      'r/4 严控新增: 1',
    ])
  })

  test('has titles that run in above a list as sections too', () => {
    expect(outline(LEAD_IN, '一、工作情况：渠道已修。', '1.立项', '已完成。', '2.征地', '已完成。')).toEqual([
      'r/1 opening: 1',
      'r/2 工作情况: 1',
      'r/2.1 立项: 1',
      'r/2.2 征地: 1',
    ])
  })

  test('leaves paragraphs as they are that do not begin with a title', () => {
    const body = [LEAD_IN, '一、进展', '已修。', '二、我局将会同县财政局落实资金，修好支渠，并加强管护。']
    expect(outline(...body)).toEqual(['r/1 opening: 1', 'r/2 进展: 1', 'r/3 answer: 1'])
  })
})

describe('a numbered sentence', () => {
  test('is no part of the sections of the number before it, nor of those further in', () => {
    const body = [
      '一、公园占地86亩。',
      '1.立项',
      '已完成。',
      '2.征地',
      '已完成。',
      '二、加快建设，力争明年完工。',
    ]
    expect(outline(LEAD_IN, ...body)).toEqual([
      'r/1 opening: 1',
      'r/2 answer: 1',
      'r/3 立项: 1',
      'r/4 征地: 1',
      'r/5 answer: 1',
    ])
    const nested = [
      '一、工作进展',
      '（一）渠',
      '已修。',
      '（二）坝已经筑好一座，正在验收。',
      '二、我局将继续筑坝。',
    ]
    expect(outline(LEAD_IN, ...nested, '三、我局将加强管护。')).toEqual([
      'r/1 opening: 1',
      'r/2 工作进展: 0',
      'r/2.1 渠: 1',
      'r/2.2 progress: 1',
      'r/3 answer: 2',
    ])
  })

  test('stays in its list, which counts like the sections around it', () => {
    const list = ['摊点须做到三点：', '1.安装油烟设施；', '2.按时收摊；', '3.清理垃圾。', '已查处九个。']
    expect(outline(LEAD_IN, '1.怎样管理？', ...list, '2.怎样处罚？', '依法处罚。')).toEqual([
      'r/1 opening: 1',
      'r/2 怎样管理？: 5',
      'r/3 怎样处罚？: 1',
    ])
  })

  test('begins the answer above the first section, but where it is of a list that the opening introduces', () => {
    expect(outline(LEAD_IN, '一、总投资1200万元。', '二、占地86亩。', '三、下步打算', '加快建设。')).toEqual([
      'r/1 opening: 1',
      'r/2 answer: 2',
      'r/3 下步打算: 1',
    ])
    const asked = ['提案指出：', '1.设施陈旧；', '2.车位不足。', '一、设施', '已更新。']
    expect(outline(LEAD_IN, ...asked)).toEqual(['r/1 opening: 4', 'r/2 设施: 1'])
  })

  test('that gives an amount, or runs in with its title, heads nothing', () => {
    expect(outline(LEAD_IN, '一、公园占地86亩。', '1.立项已完成，正在征地。', '2.总投资1200万元。')).toEqual([
      'r/1 opening: 1',
      'r/2 answer: 3',
    ])
    expect(outline(LEAD_IN, '一、建设3个中心。', '1.立项已完成，正在征地。')).toEqual([
      'r/1 opening: 1',
      'r/2 建设3个中心: 1',
    ])
    expect(outline(LEAD_IN, '一、工作情况：公园已开工。', '园内有湖，有山，有亭。')).toEqual([
      'r/1 opening: 1',
      'r/2 answer: 2',
    ])
  })
})

test('takes no amount and no month behind a number and a space for a heading', () => {
  const amounts = ['1.3 万元用于修渠', '1.3 公里渠道已经修好', '3 月份完成招标']
  const lines = [
    '1 现状',
    '渠道有三条。',
    '1.1 县城',
    '都已修好。',
    '1.2 元宵灯会',
    '已办。',
    ...amounts,
    '2 打算',
  ]
  const document = ['沈一禾代表：', '您提出的《关于修渠的建议》收悉，现答复如下：', ...lines, '将修渠。']
  const { sections } = parseReply(document.join('\n'), { format: 'text', id: 'r' })
  expect(sections[1]?.sections.map(({ title }) => title)).toEqual(['县城', '元宵灯会'])
  expect(sections[1]?.sections[1]?.paragraphs.map(({ text }) => text)).toEqual(['已办。', ...amounts])
})

test('divides a letter by 1, 1.1 and 1.1.1, where these go on', () => {
  const body = [
    '1 现状',
    '1.1 种植',
    '茶园3万亩。',
    '2 举措',
    '2.1 标准',
    '2.1.1 地标',
    '已获批。',
    '3 后续计划',
  ]
  expect(outline(LEAD_IN, ...body, '3.1 建设茶叶博物馆，明年开馆。')).toEqual([
    'r/1 opening: 1',
    'r/2 现状: 0',
    'r/2.1 种植: 1',
    'r/3 举措: 0',
    'r/3.1 标准: 0',
    'r/3.1.1 地标: 1',
    'r/4 后续计划: 1',
  ])
  expect(
    outline(LEAD_IN, '3.2公里长的渠道', '已修。', '2.5万亩茶园', '已种。', '1 座桥', '已建。'),
  ).toHaveLength(2)
})

test('joins no items of a list, and takes a marked heading of Markdown for one whatever it says', () => {
  const items = ['绿道二期（需占用基本农田16亩，涉及两个乡镇，未获批）', '夜光标线']
  const read = (document: string, format: 'markdown' | 'text' | 'html') =>
    parseReply(`# 关于县政协十届三次会议第8号提案的答复\n\n沈一禾委员：\n\n${LEAD_IN}\n\n${document}`, {
      format,
      id: 'r',
    })
      .sections.slice(1)
      .map(({ title, paragraphs }) => [title, paragraphs.map(({ text }) => text)])
  const list = items.map((item) => `- ${item}`).join('\n')
  expect(read(`## 一、已办结\n\n${list}`, 'markdown')).toEqual([['已办结', items]])
  expect(read(list, 'text')).toEqual([[undefined, items.map((item) => `- ${item}`)]])
})

test('divides a letter by 一 and 二 with a space behind, where they go on', () => {
  expect(
    outline(LEAD_IN, '一 渠道', '已修好。', '二　关于水闸', '待修。', '三 下一步打算', '修闸。'),
  ).toEqual(['r/1 opening: 1', 'r/2 渠道: 1', 'r/3 关于水闸: 1', 'r/4 下一步打算: 1'])
  expect(outline(LEAD_IN, '一 年以来', '已修好。', '三 座水闸', '待修。')).toHaveLength(2)
  expect(outline(LEAD_IN, '一 渠道已经修好。', '已验收。', '二 水闸待修。', '已立项。')).toHaveLength(2)
})

test('divides a letter by years behind numbers', () => {
  expect(outline(LEAD_IN, '一、打算', '1.2026年', '修渠。', '2.2027年度', '筑坝。')).toEqual([
    'r/1 opening: 1',
    'r/2 打算: 0',
    'r/2.1 2026年: 1',
    'r/2.2 2027年度: 1',
  ])
})

test('divides a letter by Ⅰ、Ⅱ、', () => {
  expect(outline(LEAD_IN, 'Ⅰ、现状', '已修。', 'Ⅱ、措施', '再修。')).toEqual([
    'r/1 opening: 1',
    'r/2 现状: 1',
    'r/3 措施: 1',
  ])
})

test('divides a letter by 第一部分, 第二部分, above 一、', () => {
  const body = [
    '第一部分 工作情况',
    '一、渠',
    '已修。',
    '第二部分 存在问题',
    '资金不足。',
    '第三部分：打算',
    '再修。',
  ]
  expect(outline(LEAD_IN, ...body)).toEqual([
    'r/1 opening: 1',
    'r/2 工作情况: 0',
    'r/2.1 渠: 1',
    'r/3 存在问题: 1',
    'r/4 打算: 1',
  ])
})

test('takes the short last item of a list for no heading', () => {
  const body = [
    '设立博物馆应当具备下列条件：',
    '（一）固定的馆址以及符合规定的展室和藏品保管场所；',
    '（二）具有确保观众人身安全的设施、制度及预案，并经有关部门验收合格。',
    '（三）能够独立承担民事责任。',
    '我县目前尚不具备上述条件。',
  ]
  const [section, ...others] = readSections(
    body.map((line) => lineOf(line)),
    'a',
  )
  expect([section, ...others].every((each) => each?.title === undefined)).toBe(true)
})

test('takes no line for a heading that nothing follows', () => {
  expect(outline(LEAD_IN, '已修渠。', '二、打算')).toEqual(['r/1 opening: 1', 'r/2 answer: 2'])
})

describe('roles', () => {
  test('pass from a section to those in it that have none', () => {
    const [, plan] = readSections(
      [LEAD_IN, '一、下一步工作', '（一）渠', '修。'].map((text) => lineOf(text)),
      'r',
    )
    expect(plan?.sections[0]?.role).toBe('plan')
  })
})

test('a bold heading with its full stop outside of it is no paragraph without text', () => {
  const { sections } = parseReply(
    [
      '关于第45号建议的答复',
      '沈一禾代表：',
      '**二、针对“加大培训力度”的建议**',
      '。',
      '**三、下一步工作举措**',
      '以上为我局答复意见，感谢您的支持。',
      '青禾县水利局',
    ].join('\n\n'),
    { format: 'markdown' },
  )
  const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts).not.toContain('')
})
