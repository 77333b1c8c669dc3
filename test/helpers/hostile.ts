import type { Reply } from '../../src/reply/reply.js'
import { letter } from './letters.js'

/** What a page must never parse. */
export const HOSTILE: string =
  '"><img src=x onerror="window.hacked = 1"><script>window.hacked = 2</script><b>'

/** Hostile in every field that is shown. */
export const HOSTILE_LETTER: Reply = letter(
  `evil/${HOSTILE}`,
  {
    proposals: [{ kind: '提案', number: HOSTILE, title: `关于${HOSTILE}的提案` }],
    issuer: `${HOSTILE}局`,
    category: 'A',
    date: '2025-01-01',
  },
  [{ title: `章节${HOSTILE}`, paragraphs: [`资金${HOSTILE}资金 javascript:alert(1)`] }],
)
