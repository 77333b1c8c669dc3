import { expect, test } from 'vitest'
import { InvalidReplyError } from '../../src/errors.js'
import type { Reply } from '../../src/reply/reply.js'
import { assertReply } from '../../src/reply/schema.js'

function example(): Reply {
  return {
    id: 'a',
    proposals: [{ kind: '提案' }],
    recipients: [],
    leaders: [],
    contacts: [],
    copies: [],
    sections: [
      {
        id: 'a/1',
        level: 1,
        paragraphs: [{ id: 'a/1/1', text: '一是修渠。已开工。', lead: '一是修渠。' }],
        sections: [{ id: 'a/1.1', level: 2, paragraphs: [], sections: [] }],
      },
    ],
  }
}

/** Where the first values stand that fail. */
function failures(value: unknown): string[] {
  try {
    assertReply(value)
  } catch (error) {
    if (error instanceof InvalidReplyError) return error.issues.map(({ path }) => path.join('.'))
    throw error
  }
  return []
}

/** The example with one change. */
function changed(change: (reply: Reply) => void): Reply {
  const reply = example()
  change(reply)
  return reply
}

test('accepts a reply made by hand', () => {
  expect(failures(example())).toEqual([])
})

test.each([undefined, null, 'a', [], 1])('refuses %j', (value) => {
  expect(failures(value)).toEqual([''])
})

test.each<[string, (reply: Reply) => void]>([
  ['id', (reply) => Object.assign(reply, { id: '' })],
  ['date', (reply) => Object.assign(reply, { date: '2023年6月5日' })],
  ['category', (reply) => Object.assign(reply, { category: 'E' })],
  ['recipients', (reply) => Object.assign(reply, { recipients: '沈一禾' })],
  ['issuer', (reply) => Object.assign(reply, { issuer: undefined })],
  ['proposals.0.kind', (reply) => Object.assign(reply.proposals[0]!, { kind: '信' })],
  ['sections.0.id', (reply) => Object.assign(reply.sections[0]!, { id: 'a/2' })],
  ['sections.0.level', (reply) => Object.assign(reply.sections[0]!, { level: 2 })],
  ['sections.0.role', (reply) => Object.assign(reply.sections[0]!, { role: 'end' })],
  ['sections.0.sections.0.id', (reply) => Object.assign(reply.sections[0]!.sections[0]!, { id: 'a/1' })],
  ['sections.0.paragraphs.0.text', (reply) => Object.assign(reply.sections[0]!.paragraphs[0]!, { text: '' })],
  [
    'sections.0.paragraphs.0.id',
    (reply) => Object.assign(reply.sections[0]!.paragraphs[0]!, { id: 'a/1/2' }),
  ],
  [
    'sections.0.paragraphs.0.lead',
    (reply) => Object.assign(reply.sections[0]!.paragraphs[0]!, { lead: '修渠' }),
  ],
])('says where a value fails: %s', (path, change) => {
  expect(failures(changed(change))).toEqual([path])
})

test('refuses two sections of the same id', () => {
  expect(failures(changed((reply) => reply.sections.push(structuredClone(reply.sections[0]!))))).toContain(
    'sections.1.id',
  )
})

test('refuses sections that contain themselves', () => {
  expect(failures(changed((reply) => reply.sections[0]!.sections.push(reply.sections[0]!)))).not.toEqual([])
})

test('names the first failure and counts the others', () => {
  const reply = { ...example(), id: '', date: 'x' }
  expect(() => assertReply(reply)).toThrow(/id: .*and 1 more/)
})
