/** Like `for await`, without its cost for each item of a list that needs no waiting. */
export async function each<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  visit: (item: Item) => void | Promise<void>,
): Promise<void> {
  if (Symbol.asyncIterator in items) {
    for await (const item of items) await visit(item)
    return
  }
  for (const item of items) {
    const pending = visit(item)
    if (pending) await pending
  }
}
