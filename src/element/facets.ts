import { html, nothing, type TemplateResult } from 'lit'
import type { FacetName } from '../postings/posting-store.js'
import { isRanged } from '../query/query.js'
import type { FacetCount, SearchResult } from '../search/hit.js'
import type { Ask } from './ask.js'
import { type Labels, valueText } from './labels.js'

/** Values that are shown before one asks for more. */
const FEW = 6

export interface FacetsView {
  offered: readonly FacetName[]
  counts: SearchResult['facets']
  ask: Ask
  labels: Labels
  /** Those of which all values are shown. */
  unfolded: ReadonlySet<FacetName>
  onToggle(facet: FacetName, value: string): void
  onUnfold(facet: FacetName): void
}

export function facetsView(view: FacetsView): TemplateResult[] {
  return view.offered
    .map((facet) => ({ facet, values: valuesOf(facet, view) }))
    .filter(({ values }) => values.length > 0)
    .map(({ facet, values }) => facetView(facet, values, view))
}

function facetView(facet: FacetName, values: readonly FacetCount[], view: FacetsView): TemplateResult {
  const { ask, labels, unfolded, onToggle, onUnfold } = view
  const open = unfolded.has(facet)
  const chosen = ask.filter[facet] ?? []
  // What is filtered by stays in sight, so that it can be let go.
  const shown = values.filter(({ value }, i) => open || i < FEW || chosen.includes(value))
  return html`<fieldset part="facet" class="facet">
    <legend part="facet-name" class="facet-name">${labels.facets[facet]}</legend>
    ${shown.map(({ value, count }) => {
      const text = valueText(facet, value, labels)
      return html`<label part="facet-value" class="facet-value">
        <input
          type="checkbox"
          .checked=${chosen.includes(value)}
          @change=${() => onToggle(facet, value)}
        /><span class="value" lang="zh" title=${text}>${text}</span
        ><span part="count" class="count">${labels.format(count)}</span>
      </label>`
    })}
    ${
      values.length > FEW
        ? html`<button
          part="more"
          class="quiet"
          type="button"
          aria-expanded=${open}
          @click=${() => onUnfold(facet)}
        >
          ${open ? labels.fewer : labels.more}
        </button>`
        : nothing
    }
  </fieldset>`
}

/** Chosen ones that nothing found has come first; years and categories in their own order. */
function valuesOf(facet: FacetName, { counts, ask }: FacetsView): FacetCount[] {
  const found = counts[facet] ?? []
  const chosen = (ask.filter[facet] ?? [])
    .filter((value) => !found.some((each) => each.value === value))
    .map((value) => ({ value, count: 0 }))
  const values = [...chosen, ...found]
  if (isRanged(facet)) return values.sort((a, b) => (a.value < b.value ? 1 : -1))
  if (facet === 'category') return values.sort((a, b) => (a.value < b.value ? -1 : 1))
  return values
}
