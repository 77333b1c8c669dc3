import { describe, expect, it } from 'vitest'
import { roleOf, titlesOf } from '../../src/postings/sections.js'
import type { Section } from '../../src/reply/reply.js'

function section(parts: Partial<Section>): Section {
  return { id: '1/1', level: 1, paragraphs: [], sections: [], ...parts }
}

describe('titlesOf', () => {
  it('leaves out sections without a title', () => {
    const path = [section({ title: '工作情况' }), section({}), section({ title: '揭榜挂帅' })]
    expect(titlesOf(path)).toEqual(['工作情况', '揭榜挂帅'])
  })
})

describe('roleOf', () => {
  it('is that of the innermost section that has one', () => {
    const path = [section({ role: 'plan' }), section({ role: 'progress' }), section({})]
    expect(roleOf(path)).toBe('progress')
    expect(roleOf([])).toBeUndefined()
  })
})
