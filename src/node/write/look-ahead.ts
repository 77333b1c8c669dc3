import { paragraphsOf, type Reply } from '../../reply/reply.js'

/**
 * Reads replies until their texts have so many characters.
 *
 * @returns All replies, those that were read first, and whether there are no others.
 */
export async function lookAhead(
  replies: AsyncGenerator<Reply>,
  characters: number,
): Promise<{ replies: AsyncIterable<Reply>; isAll: boolean }> {
  const first: Reply[] = []
  let isAll = false
  for (let left = characters; left > 0 && !isAll; ) {
    const { value, done } = await replies.next()
    isAll = done === true
    if (done) break
    first.push(value)
    for (const { paragraph } of paragraphsOf(value)) left -= paragraph.text.length
  }
  return { replies: inOrder(first, replies), isAll }
}

/** Lets go of what it has given: the first replies may take 100 MB. */
async function* inOrder(first: Reply[], rest: AsyncIterable<Reply>): AsyncGenerator<Reply> {
  first.reverse()
  for (let reply = first.pop(); reply; reply = first.pop()) yield reply
  yield* rest
}
