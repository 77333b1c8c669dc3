import { expect, it } from 'vitest'
import { commonCharacters } from '../../src/text/common-characters.js'
import { syllablesOf } from '../../src/text/readings.js'
import { slipsOf } from '../../src/text/slips.js'

it.each([
  ['liaanmeng', 'lianmeng'],
  ['zehxie', 'zhexie'],
  ['dilqu', 'diqu'],
  ['hogu', 'hougu'],
  ['gingzuo', 'gongzuo'],
  ['jushu', 'jishu'],
])('takes %s for %s', (typed, meant) => {
  expect(slipsOf(typed)).toContain(meant)
})

it('begins with the slips that leave the fewest syllables', () => {
  expect(slipsOf('liaanmeng')[0]).toBe('lianmeng')
  expect(slipsOf('zehxie')[0]).toBe('zhexie')
})

it('gives neither what was typed, nor what is no pinyin, nor more than a few', () => {
  for (const typed of ['gongsi', 'iiii', 'zhrgst', 'a'.repeat(20), '']) {
    const slips = slipsOf(typed)
    expect(slips).not.toContain(typed)
    expect(slips.length).toBeLessThanOrEqual(20)
  }
  expect(slipsOf('zhrgst')).toEqual([])
  expect(slipsOf('ao'.repeat(10))).toEqual([])
})

it('knows every syllable of everyday characters', () => {
  const syllables = new Set([...commonCharacters()].flatMap(syllablesOf))
  // In ng and hng no vowel stands.
  const unknown = [...syllables].filter(
    (syllable) => /[aeiouv]/.test(syllable) && !slipsOf(`${syllable}${syllable.at(-1)}`).includes(syllable),
  )
  expect(unknown).toEqual([])
})
