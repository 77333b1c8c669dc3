import { describe, expect, test } from 'vitest'
import { type Redaction, redactReply } from '../../src/reply/redact.js'
import type { Reply } from '../../src/reply/reply.js'
import { assertReply } from '../../src/reply/schema.js'
import { letter } from '../helpers/letters.js'

/** What becomes of a paragraph. */
function redacted(text: string, ...redactions: Redaction[]): string {
  const reply = redactReply(letter('x', {}, [{ paragraphs: [text] }]), redactions)
  return reply.sections[0]!.paragraphs[0]!.text
}

describe('mobile numbers', () => {
  test.each([
    ['电话13800138000。', '电话***********。'],
    ['138 0013 8000', '*** **** ****'],
    ['138-0013-8000、19912345678', '***-****-****、***********'],
    ['138-00138000', '***-********'],
    ['+86 13800138000', '+** ***********'],
    ['+86-138-0013-8000', '+**-***-****-****'],
    ['013800138000', '************'],
    ['１３８００１３８０００', '***********'],
    ['（13800138000）', '（***********）'],
    ['(138)00138000、（138）0013-8000', '(***)********、（***）****-****'],
    ['138.0013.8000', '***.****.****'],
  ])('are hidden: %s', (text, hidden) => {
    expect(redacted(text, 'phone')).toBe(hidden)
  })

  test.each([
    '0731-28687667',
    '28687667',
    '12345',
    '12800138000',
    '138001380001',
    '430200199001011234',
    '第13800138000号',
    '投资13800138000元',
    '13*******00',
    '138.00138000',
    '占地138.0013亩',
  ])('are not what is hidden: %s', (text) => {
    expect(redacted(text, 'phone')).toBe(text)
  })
})

describe('the numbers of offices', () => {
  test.each([
    ['0731-28687667', '****-********'],
    ['0731—2868 7667', '****—**** ****'],
    ['（0731）28687667', '（****）********'],
    ['028-12345678-8012', '***-********-****'],
    ['电话：28687667', '电话：********'],
    ['联系电话（传真）：2868-7667', '联系电话（传真）：****-****'],
    ['座机2868 7667', '座机**** ****'],
    ['电话28687667、28687668户籍科', '电话********、********户籍科'],
    ['电话28687667，12345678平方米', '电话********，12345678平方米'],
    ['0731-28687667、1200-1500个', '****-********、1200-1500个'],
    ['0731-28687667、2868 7668、2868-7669', '****-********、**** ****、****-****'],
    ['0731-28687667、138-0013-8000、2023-2025年', '****-********、138-0013-8000、2023-2025年'],
    ['电话：28687667，（0731）28687668或28687669', '电话：********，（****）********或********'],
  ])('are hidden where it is asked for: %s', (text, hidden) => {
    expect(redacted(text, 'landline')).toBe(hidden)
  })

  test.each([
    '13800138000',
    '灌溉面积28687667亩',
    '第00000045号',
    '2023年6月5日',
    '水库、2868-7667',
    '热线12345，2023-2025年',
    '热线受理量1234567件',
    '热线办理2023-2024件',
  ])('are not what is hidden: %s', (text) => {
    expect(redacted(text, 'landline')).toBe(text)
  })
})

describe('a reply', () => {
  const reply: Reply = letter(
    '13800138000',
    {
      source: 'letters/13800138000.md',
      documentNumber: '青水函〔2023〕18号',
      proposals: [{ kind: '提案', number: '13800138000', title: '关于13800138000的建议' }],
      contacts: [{ name: '鲁木槿', phone: '2868766，13800138000' }],
      copies: ['13800138000'],
    },
    [{ title: '拨打13800138000', paragraphs: ['一是拨打13800138000。|再说。'] }],
  )

  test('is hidden from in all its texts, but for its numbers, and stays valid', () => {
    const hidden = redactReply(reply, ['phone'])
    assertReply(hidden)
    const { id, source, proposals, ...rest } = hidden
    expect({ id, source, number: proposals[0]?.number }).toEqual({
      id: '13800138000',
      source: 'letters/13800138000.md',
      number: '13800138000',
    })
    expect(proposals[0]?.title).toBe('关于***********的建议')
    const { sections, ...fields } = rest
    expect(JSON.stringify(fields)).not.toContain('13800138000')
    expect(sections[0]).toMatchObject({
      title: '拨打***********',
      paragraphs: [{ text: '一是拨打***********。再说。', lead: '一是拨打***********。' }],
    })
    expect(hidden.contacts).toEqual([{ name: '鲁木槿', phone: '2868766，***********' }])
  })

  test('loses short numbers of offices from its contacts only', () => {
    expect(redactReply(reply, ['landline']).contacts[0]?.phone).toBe('*******，13800138000')
    expect(redactReply(reply, ['phone', 'landline']).contacts[0]?.phone).toBe('*******，***********')
  })

  test('is not changed itself, and is the same where nothing is to be hidden', () => {
    const before = structuredClone(reply)
    redactReply(reply, ['phone', 'landline'])
    expect(reply).toEqual(before)
    expect(redactReply(reply, [])).toBe(reply)
  })
})
