import { describe, expect, test } from 'vitest'
import type { Letter } from '../../../src/reply/letter/letter.js'
import { readProposals } from '../../../src/reply/letter/proposals.js'
import { readSalutation } from '../../../src/reply/letter/salutation.js'
import { parseReply } from '../../../src/reply/parse.js'
import { lineOf } from '../../helpers/lines.js'

function read(title: string, leadIn: string, salutation = '沈一禾委员：') {
  const letter: Letter = {
    type: 'letter',
    header: [],
    page: { entries: [] },
    titles: title ? [{ text: title, lines: [lineOf(title)] }] : [],
    address: [],
    salutation: readSalutation(salutation)!,
    body: [lineOf(leadIn)],
    signature: [],
    annexes: [],
    footnotes: [],
    notes: [],
  }
  return readProposals(letter).proposals
}

describe('the title of a proposal', () => {
  test.each([
    ['您提出的《关于修渠的建议》收悉，现答复如下：', '关于修渠的建议'],
    ['您提出的“关于修渠的建议”提案已收悉。', '关于修渠的建议'],
    ['您提出的《关于修渠的建议》（以下简称《建议》）收悉。', '关于修渠的建议'],
    ['您提出的关于修渠的建议收悉。', '关于修渠的建议'],
    ['您提出的"关于修渠的建议"收悉。', '关于修渠的建议'],
    ['您提出的"关于修渠"的建议收悉。', '关于修渠'],
    ['您提出的关于修订《水利条例》的建议收悉。', '关于修订《水利条例》的建议'],
    ['您提出的关于“三个加强”的提案已收悉。', '关于“三个加强”的提案'],
    ['您提出的关于“修渠的建议”的议案（建议）收悉。', '关于“修渠的建议”的议案'],
    ['您提出的关于“修渠的建议”收悉。', '关于“修渠的建议”'],
    ['您提出的关于“关于修渠的建议”的建议收悉。', '关于修渠的建议'],
    ['您提出的《关于修订《水利条例》的建议》收悉。', '关于修订《水利条例》的建议'],
    ['您提出的“关于制定《水利白皮书》的建议”，由我部会同云桥水利部办理。', '关于制定《水利白皮书》的建议'],
    ['您提出的《关于修渠：从上游到下游的建议》收悉。', '关于修渠：从上游到下游的建议'],
    ['您提出的《关于《水利条例》的建议收悉。', '关于《水利条例》的建议'],
    ['您提出的第045号提案《关于修渠的建议》（第045号）收悉，根据《水利条例》答复如下：', '关于修渠的建议'],
    ['您提出的「关于修渠的建议」收悉。', '关于修渠的建议'],
    ['您提出的「关于修订《水利条例》的建议」收悉。', '关于修订《水利条例》的建议'],
    ['您提出的『关于修渠的建议』收悉。', '关于修渠的建议'],
    ['您提出的【关于修渠的建议】收悉。', '关于修渠的建议'],
    ['您提出的〈关于修渠的建议〉收悉。', '关于修渠的建议'],
    ['您提出的《关于修订〈水利条例〉的建议》收悉。', '关于修订〈水利条例〉的建议'],
    ['您提出的<<关于修渠的建议>>收悉。', '关于修渠的建议'],
    ["您提出的'关于修渠的建议'收悉。", '关于修渠的建议'],
    ['您提出的提案收悉。', undefined],
  ])('is read from %s', (leadIn, title) => {
    expect(read('关于第045号提案的答复', leadIn)[0]?.title).toBe(title)
  })

  test.each([
    '对县政协九届四次会议《关于修渠的提案》第018号提案的答复',
    '关于第27号“关于修渠的提案”的答复',
    '青禾县政协九届一次会议提案：第31号——《关于修渠的提案》的答复',
  ])('is read from the title of the letter where the lead-in has none: %s', (title) => {
    expect(read(title, '您提出的提案收悉。')[0]?.title).toBe('关于修渠的提案')
  })
})

describe('several proposals in one letter', () => {
  const titles = (title: string, leadIn: string) =>
    read(title, leadIn).map((proposal) => [proposal.number, proposal.title])

  test('have a title each where there are as many titles as numbers', () => {
    expect(
      titles('关于第21、38号建议的答复', '你们提出的《关于修渠的建议》《关于筑坝的建议》收悉。'),
    ).toEqual([
      ['21', '关于修渠的建议'],
      ['38', '关于筑坝的建议'],
    ])
  })

  test('have no title where their numbers stand beside none', () => {
    const leadIn = '你们提出的关于修渠的建议（第8号）、关于筑坝的建议（第10号）收悉。'
    expect(titles('关于第008、9、10号建议的答复', leadIn)).toEqual([
      ['008', '关于修渠的建议'],
      ['9', undefined],
      ['10', '关于筑坝的建议'],
    ])
  })

  test.each([
    '你们提出的关于修渠的建议（第21号）、关于筑坝的建议（第38号）收悉。',
    '沈一禾代表提出的关于修渠的建议和鲁木槿代表提出的关于筑坝的建议收悉。',
    '你们提出的第38号《关于筑坝的建议》、第21号《关于修渠的建议》收悉。',
    '你们提出的《关于筑坝的建议》（第38号）和《关于修渠的建议》（第21号）收悉。',
    '你们提出的关于修渠的建议（第021号）、关于筑坝的建议（第038号）收悉。',
  ])('have the titles that stand beside their numbers: %s', (leadIn) => {
    expect(titles('关于第21、38号建议的答复', leadIn)).toEqual([
      ['21', '关于修渠的建议'],
      ['38', '关于筑坝的建议'],
    ])
  })

  test.each([
    ['第19-21号', ['19', '20', '21']],
    ['第019至021号', ['019', '020', '021']],
    ['第8号—第10号', ['8', '9', '10']],
    ['第3、7—9号', ['3', '7', '8', '9']],
    ['第2024-19号', ['2024-19']],
    ['第12-05号', ['12-05']],
    ['第3-12号', ['3-12']],
  ])('are all that %s counts', (printed, numbers) => {
    expect(read(`关于${printed}建议的答复`, '您提出的建议收悉。').map(({ number }) => number)).toEqual(
      numbers,
    )
  })

  test('are those that a title names, and no 社情民意 beside them', () => {
    const title = '关于第411、412号提案和社情民意第5号的答复'
    expect(read(title, '您提出的提案收悉。').map(({ number }) => number)).toEqual(['411', '412'])
  })

  test('have a title each also where one of them quotes the title of a law', () => {
    for (const first of ['“关于修渠的建议”', '《关于修渠的建议》']) {
      const leadIn = `你们提出的${first}和“关于修订《水利条例》的建议”，根据《水法》答复如下：`
      expect(titles('关于第21、38号建议的答复', leadIn)).toEqual([
        ['21', '关于修渠的建议'],
        ['38', '关于修订《水利条例》的建议'],
      ])
    }
  })

  test('are those of two meetings where the title names both', () => {
    for (const link of ['及', '、青禾县', '，']) {
      const title = `关于县十届人大三次会议第88号建议${link}县政协九届四次会议第64、65号提案的答复`
      expect(read(title, '现答复如下：', '沈一禾代表、鲁木槿委员：')).toEqual([
        { number: '88', kind: '建议', session: '县十届人大三次会议' },
        { number: '64', kind: '提案', session: '县政协九届四次会议' },
        { number: '65', kind: '提案', session: '县政协九届四次会议' },
      ])
    }
  })

  test('share the only title', () => {
    expect(titles('关于第21、38号建议的答复', '你们提出的《关于修渠的建议》收悉。')).toEqual([
      ['21', '关于修渠的建议'],
      ['38', '关于修渠的建议'],
    ])
  })

  test('have no titles where it is not said whose is whose', () => {
    expect(
      titles('关于第1、2、3号建议的答复', '你们提出的《关于修渠的建议》《关于筑坝的建议》收悉。'),
    ).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
    ])
  })

  test('are as many as the titles where the letter has no numbers', () => {
    expect(titles('关于两件建议的答复', '你们提出的《关于修渠的建议》《关于筑坝的建议》收悉。')).toEqual([
      [undefined, '关于修渠的建议'],
      [undefined, '关于筑坝的建议'],
    ])
  })
})

test.each([
  ['关于第128并2号提案的答复', ['128', '2']],
  ['关于第128号（并2号）提案的答复', ['128', '2']],
  ['关于第12号和第35号提案的答复', ['12', '35']],
  ['关于第六代表小组2025-12号建议的答复', ['2025-12']],
  ['关于第四百一十一号提案的答复', ['411']],
  ['关于第一百零八号提案的答复', ['108']],
  ['关于第四百号提案的答复', ['400']],
  ['关于第三百五号提案的答复', ['三百五']],
  ['关于第“21”号建议的答复', ['21']],
  ['关于第01234号（教育类123号）提案的答复', ['01234']],
])('the numbers of %s are %j', (title, numbers) => {
  expect(read(title, '您提出的提案收悉。').map(({ number }) => number)).toEqual(numbers)
})

describe('the kind of a proposal', () => {
  test.each([
    ['关于县政协十届三次会议第1号建议的答复', '沈一禾代表：', '提案'],
    ['关于县人大四次会议第1号提案的答复', '沈一禾代表：', '建议'],
    ['关于县十八届人大二次会议第1号提案的答复', '沈一禾委员：', '建议'],
    ['关于县十八届人大二次会议第1号议案的答复', '沈一禾代表：', '议案'],
    ['关于县十八届人大二次会议《关于修渠的议案》（第1号）办理情况的报告', '沈一禾代表：', '议案'],
    ['关于第1号建议的答复', '沈一禾委员：', '建议'],
    ['关于第1号的答复', '沈一禾委员：', '提案'],
    ['关于第1号的答复', '沈一禾代表：', '建议'],
  ])('of %s to %s is told by session, noun and salutation, in this order', (title, salutation, kind) => {
    expect(read(title, '您提出的《关于修渠的提案》收悉。', salutation)[0]?.kind).toBe(kind)
  })
})

test.each([
  ['（0641）', '0641'],
  ['（2022）', undefined],
])('the number behind a quoted title is read, and %s is %s', (behind, number) => {
  expect(read('', `您提出的《关于修渠的建议》${behind}，已交我们研究办理，现答复如下。`)[0]?.number).toBe(
    number,
  )
})

test('the session is read from a title whose lower half is lost', () => {
  const document = [
    '对县十届人大二次会议',
    '沈一禾等代表：',
    '您提出的《关于修渠的建议》，已交我们研究办理，现答复如下。',
    '渠道已经修好。',
  ].join('\n')
  const { proposals } = parseReply(document, { format: 'text', id: 'a' })
  expect(proposals[0]?.session).toBe('县十届人大二次会议')
})

test('the session is read from the title of the page where that of the letter has lost a numeral', () => {
  const document = [
    '对县十届人大四次会议第30号建议的答复',
    '对县十届人大第次会议第30号建议的答复',
    '沈一禾代表：',
    '您提出的《关于修渠的建议》收悉，现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  const { proposals } = parseReply(document, { format: 'text', id: 'a' })
  expect(proposals[0]?.session).toBe('县十届人大四次会议')
})

test('the number is read from the lead-in where the title has none', () => {
  expect(read('关于修渠建议的答复', '您提出的《关于修渠的建议》（第045号）收悉。')[0]?.number).toBe('045')
})

test.each([
  [
    '关于区人大二届七次第26号建议的答复',
    '您在柳塘区人大二届七次会议上提出的建议收悉。',
    '区人大二届七次会议',
  ],
  ['关于区人大二届七次第26号建议的答复', '您提出的建议收悉。', '区人大二届七次'],
])('the session of %s before %s is the one that is named whole, if any is', (title, leadIn, session) => {
  expect(read(title, leadIn, '沈一禾代表：')[0]?.session).toBe(session)
})

test.each(['第 23 号', '23'])('a record of a site is read that has a session and below it %s', (number) => {
  const document = [
    '青禾县第十八届人大二次会议',
    ...(number === '23' ? [] : ['代表建议、批评和意见办理情况']),
    number,
    '沈一禾等4位代表：',
    '您提出的《关于修渠的建议》收悉，现答复如下：',
    '渠道已经修好。',
  ].join('\n')
  const { proposals } = parseReply(document, { format: 'text', id: 'a' })
  expect(proposals[0]).toMatchObject({ session: '县第十八届人大二次会议', number: '23' })
})

test('the session and the number are read from how a site that reposts the letter begins', () => {
  const document = [
    '云桥水利部答复代表有关柳溪灌渠的建议',
    '5月16日，云桥水利部网站公布对十届全国人大二次会议第6190号建议的答复。',
    '以下为答复原文。',
    '沈一禾代表：',
    '您提出的关于扩建柳溪灌渠的建议收悉。现答复如下。',
    '灌渠已列入规划。',
  ].join('\n')
  const { proposals } = parseReply(document, { format: 'text', id: 'a' })
  expect(proposals[0]).toMatchObject({ number: '6190', session: '十届全国人大二次会议' })
})

test('a proposal is named by a title that is wrapped within its last word', () => {
  const document = [
    '沈一禾委员：',
    '您提出的《关于为救护车上牌的建',
    '议》（第0184号）收悉，现答复如下：',
    '已经上牌。',
  ]
  const { proposals } = parseReply(document.join('\n'), { format: 'text' })
  expect(proposals[0]).toMatchObject({ number: '0184', title: '关于为救护车上牌的建议' })
})

test.each([
  ['市人大七届一次会议', '人大代表沈一禾提出《关于修渠的建议》（99号）', '99', '建议'],
  ['县政协十届三次会议', '政协委员鲁木槿提交了《关于筑坝的提案》（第12号）', '12', '提案'],
])('a letter is read that begins by telling who proposed what at %s', (session, told, number, kind) => {
  const document = `在${session}上，${told}。我局作了研究，现答复如下：\n渠道已经修好。`
  const { proposals } = parseReply(document, { format: 'text', id: 'a' })
  expect(proposals[0]).toMatchObject({ session, number, kind })
})

test.each([
  '原标题：【对十届全国人大二次会议第6190号建议的答复】 内容摘要：您提出的建议收悉。',
  '以上是我局对十届全国人大二次会议第6190号建议的答复，如有不妥，请批评指正。',
])('the session and the number are read below a letter: %s', (line) => {
  const letter = ['您提出的关于扩建柳溪灌渠的建议收悉。现答复如下。', '灌渠已列入规划。', '云桥水利部']
  const { proposals } = parseReply([...letter, '2023年6月5日', line].join('\n'), { format: 'text' })
  expect(proposals[0]).toMatchObject({ session: '十届全国人大二次会议', number: '6190' })
})

test.each([
  ['沈一禾代表', '：您在县十八届人大二次会议上提出的《关于修渠的建议》（第8号）收悉，现答复如下：'],
  ['鲁木槿委员', ':你在县十八届人大二次会议期间提出的“关于筑坝的建议”（第8号）已收悉。'],
])('the lead-in is read behind the colon of %s', (salutation, leadIn) => {
  const { proposals } = parseReply([salutation, leadIn, '已经办结。'].join('\n'), { format: 'text' })
  expect(proposals[0]).toMatchObject({ session: '县十八届人大二次会议', number: '8' })
})

test('takes the title of a page that is that of the proposal, if it is the only one', () => {
  const rest = ['发布时间：2023-06-07', '沈一禾代表：', '您的建议收悉，现答复如下：', '渠道已经修好。']
  const titled = (...above: string[]) =>
    parseReply([...above, ...rest].join('\n'), { format: 'text', id: 'a' })
  const { proposals, provenance } = titled('关于修渠的建议')
  expect(proposals).toEqual([{ title: '关于修渠的建议', kind: '建议' }])
  expect(provenance).toContainEqual({ path: ['proposals', 0, 'title'], origin: 'page', start: 0, end: 7 })
  expect(titled('关于修渠的建议', '关于修路的建议').proposals).toEqual([{ kind: '建议' }])
})

test('the number of the letter behind its title gives way to that of the proposal in the lead-in', () => {
  const title = '关于提案的答复函（2025年第5号）'
  expect(read(title, '您提出的第411号提案收悉。')[0]?.number).toBe('411')
  expect(read(title, '您提出的提案收悉。')[0]?.number).toBe('5')
})
