import { afterAll, beforeAll, describe } from 'vitest'
import type { Reply } from '../../src/reply/reply.js'
import type { ReplySearch } from '../../src/search/reply-search.js'
import { LETTERS } from '../helpers/letters.js'
import { filters } from './suite/filters.js'
import { hits } from './suite/hits.js'
import { limits } from './suite/limits.js'
import { matching } from './suite/matching.js'
import { pages } from './suite/pages.js'
import { runSubjects, type Skip } from './suite/suite.js'

export interface EngineUnderTest {
  /** Makes an engine that holds the replies. */
  open(replies: readonly Reply[]): Promise<ReplySearch>
  skip?: readonly Skip[]
}

/** What every engine must do. */
export function testReplySearch(name: string, { open, skip = [] }: EngineUnderTest): void {
  describe(`${name} is a reply search`, () => {
    let engine: ReplySearch
    beforeAll(async () => {
      engine = await open(LETTERS)
    })
    afterAll(() => engine.close())

    runSubjects({ pages, filters, matching, hits, limits }, () => engine, skip)
  })
}
