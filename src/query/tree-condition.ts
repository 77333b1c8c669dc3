import { type Condition, NOTHING } from './clause.js'
import { facetCondition } from './filter.js'
import type { Lexicon } from './lexicon.js'
import { clausesOf } from './parts/part-clauses.js'
import { IN_TEXT, IN_TEXT_OR_TITLES, partCondition, phraseCondition } from './parts/part-conditions.js'
import type { Part } from './parts/parts.js'
import type { PlanContext } from './plan-context.js'
import type { Leaf, Query } from './query.js'

/** Which paragraphs meet a query, whose parts have been looked up. */
export function treeCondition(
  query: Query,
  partsOfLeaf: ReadonlyMap<Leaf, readonly Part[]>,
  lexicon: Lexicon,
  context: PlanContext,
): Condition {
  const isAll = context.options.match === 'all'
  return conditionOf(query, true)

  function conditionOf(node: Query, positive: boolean): Condition {
    if ('all' in node) return allOf(node.all, positive)
    if ('any' in node) return anyOf(node.any, positive)
    if ('not' in node) return { kind: 'not', condition: conditionOf(node.not, !positive) }
    if ('field' in node) return facetCondition(node, context)
    const parts = partsOfLeaf.get(node)!
    if (parts.length === 0) return NOTHING
    return 'phrase' in node ? phraseCondition(parts[0]!, lexicon) : textCondition(parts, positive)
  }

  /**
   * What has no term, such as a comma between two phrases or an empty one, asks for nothing beside what asks for
   * something; so does what is optional.
   */
  function allOf(nodes: readonly Query[], positive: boolean): Condition {
    const asking = nodes.filter(
      (node) => partsOfLeaf.get(node as Leaf)?.length !== 0 && (isAll || !('text' in node && node.optional)),
    )
    if (nodes.length > 0 && asking.length === 0) return anyOf(nodes, positive)
    return { kind: 'all', conditions: asking.map((node) => conditionOf(node, positive)) }
  }

  function anyOf(nodes: readonly Query[], positive: boolean): Condition {
    return { kind: 'any', conditions: nodes.map((inner) => conditionOf(inner, positive)) }
  }

  function textCondition(parts: readonly Part[], positive: boolean): Condition {
    // What is excluded must not be read; its pieces may be, and so may a title above.
    if (isAll || !positive) {
      const fields = positive ? IN_TEXT_OR_TITLES : IN_TEXT
      const conditions = parts.map((part) => partCondition(part, fields, lexicon))
      return { kind: isAll ? 'all' : 'any', conditions }
    }
    const entries = clausesOf(parts, lexicon).map((clause) => clause.entries)
    const unknown = entries.length === 0 && { asked: parts.map((part) => part.text).join(' ') }
    const conditions = entries.map((entries) => ({ kind: 'entries' as const, entries }))
    return { kind: 'any', conditions, ...unknown }
  }
}
