import { expect, test } from 'vitest'
import { type Reply, withoutReading } from '../../src/reply/reply.js'
import { letter } from '../helpers/letters.js'

test('leaves out what only concerns the document', () => {
  const plain: Reply = letter('x', { coHandlers: ['县财政局'] }, [])
  const read: Reply = {
    ...plain,
    notes: [{ kind: 'joined lines', message: 'A sentence was joined.', start: 1, end: 2 }],
    provenance: [{ path: ['coHandlers', 0], origin: 'letter', start: 3, end: 7 }],
  }
  expect(withoutReading(read)).toStrictEqual(plain)
})
