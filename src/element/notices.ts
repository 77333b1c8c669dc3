import { html, nothing, type TemplateResult } from 'lit'
import { IndexFormatError, IndexReadError, IndexVersionError } from '../errors.js'
import type { FacetName } from '../postings/posting-store.js'
import { type Ask, NOTHING } from './ask.js'
import { type Labels, valueText } from './labels.js'

/** Each value that is filtered by, as a button that lets it go. */
export function chosenView(
  ask: Ask,
  labels: Labels,
  onToggle: (facet: FacetName, value: string) => void,
): TemplateResult | typeof nothing {
  const chosen = (Object.keys(ask.filter) as FacetName[]).flatMap((facet) =>
    ask.filter[facet]!.map((value) => ({ facet, value })),
  )
  if (chosen.length === 0) return nothing
  return html`<ul part="chosen" class="chosen">
    ${chosen.map(({ facet, value }) => {
      const text = valueText(facet, value, labels)
      return html`<li>
        <button
          part="chip"
          class="chip"
          type="button"
          aria-label=${labels.remove(text)}
          @click=${() => onToggle(facet, value)}
        >
          <span class="value" lang="zh">${text}</span><span aria-hidden="true">×</span>
        </button>
      </li>`
    })}
  </ul>`
}

/** What is shown while nothing is asked: what the page has in the slot `start`, else how one may ask. */
export function startView(labels: Labels): TemplateResult {
  return html`<div part="start" class="start">
    <slot name="start"><p>${labels.hint}</p></slot>
  </div>`
}

export function noneView({ query, filter }: Ask, labels: Labels, onRemoveAll: () => void): TemplateResult {
  return html`<div part="none" class="notice">
    <h2>${labels.none(query)}</h2>
    ${
      Object.keys(filter).length > 0
        ? html`<p>
          ${labels.noneFiltered}
          <button part="button" class="button" type="button" @click=${onRemoveAll}>${labels.removeAll}</button>
        </p>`
        : nothing
    }
    <ul>
      ${labels.noneTips.map((tip) => html`<li>${tip}</li>`)}
    </ul>
  </div>`
}

/** Without `onRetry` for what trying again does not mend. */
export function errorView(error: unknown, labels: Labels, onRetry?: () => void): TemplateResult {
  const [title, tip] = explain(error, labels)
  return html`<div part="error" class="notice" role="alert">
    <h2>${title}</h2>
    <p>${tip}</p>
    <p ?hidden=${!onRetry}><button part="button" class="button" type="button" @click=${onRetry}>${labels.retry}</button></p>
    <details>
      <summary>${labels.details}</summary>
      <p lang="en">${error instanceof Error ? error.message : String(error)}</p>
    </details>
  </div>`
}

function explain(error: unknown, labels: Labels): [title: string, tip: string] {
  if (error instanceof IndexVersionError) return [labels.version, labels.versionTip]
  if (error instanceof IndexFormatError) return [labels.damaged, labels.damagedTip]
  if (!(error instanceof IndexReadError)) return [labels.failed, labels.unreadableTip]
  if (error.status === 404) return [labels.missing, labels.missingTip]
  return navigator.onLine ? [labels.unreadable, labels.unreadableTip] : [labels.offline, labels.offlineTip]
}

/** The same words without any filter. */
export function withoutFilters(ask: Ask): Ask {
  return { ...ask, filter: NOTHING.filter, page: 1 }
}
