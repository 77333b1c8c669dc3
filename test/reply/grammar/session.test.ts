import { expect, test } from 'vitest'
import { findSession } from '../../../src/reply/grammar/session.js'

test.each([
  '市政协十届四次会议',
  '县十八届人大二次会议',
  '十三届全国人大四次会议',
  '政协第十四届全国委员会第二次会议',
  '政协青禾县第九届委员会第四次会议',
  '政协第八届柳塘区委员会第五次会议',
  '区十二届人大第四次会议',
  '县七届政协二次会议',
  '十三届市政协二次会议',
  '中国人民政治协商会议青禾县委员会九届二次会议',
  '自治区政协十二届四次会议',
  '镇第三届人民代表大会第六次会议',
  '县人大第十五届四次会议',
  '政治协商会议青禾县十届委员会第四次会议',
  '市人大十六届大会一次会议',
  '十五届人大四次会',
  '十四届人大第次会议',
  '市政协14届3次会议',
  '全国政协十四届三次会议',
  '市政协十三届一次全会',
  '区政协六届三次全委会议',
  '市六届二次人代会',
  '县十届三次政协会议',
  '市十二届三次会议',
  '十二届三次会议',
])('finds the session %s in a title', (session) => {
  expect(findSession(`关于${session}第045号提案的答复`)).toBe(session)
})

test.each([
  ['株洲市政协十届四次会议', '市政协十届四次会议'],
  ['青禾县第十六届人民代表大会第三次会议', '县第十六届人民代表大会第三次会议'],
  ['柳塘区人大六届二次会议', '区人大六届二次会议'],
  ['柳塘区九届人民代表大会', '区九届人民代表大会'],
  ['云岭自治州政协十三届一次会议', '自治州政协十三届一次会议'],
])('leaves the place before the level out of %s', (printed, session) => {
  expect(findSession(printed)).toBe(session)
})

test('finds a session that has lost the meeting before its number', () => {
  expect(findSession('六届四次第109号代表建议的答复')).toBe('六届四次')
  expect(findSession('县六届四次第109号代表建议')).toBe('县六届四次')
  expect(findSession('第六届四次评比')).toBeUndefined()
})

test('takes no word of a damaged session that follows it', () => {
  expect(findSession('市政协七届二次委员第031号提案')).toBe('市政协七届二次')
})

test('finds a session that does not say who met', () => {
  expect(findSession('市十二届三次会议《关于修渠的建议》（119号）答复')).toBe('市十二届三次会议')
  expect(findSession('柳塘区九届二次会议“关于修渠的建议”')).toBe('区九届二次会议')
  expect(findSession('贯彻市委十二届三次会议精神')).toBeUndefined()
})

test.each(['关于修渠的建议', '政协委员座谈会', '二十届三中全会', ''])('finds no session in %j', (text) => {
  expect(findSession(text)).toBeUndefined()
})
