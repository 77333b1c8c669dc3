import { html, nothing, type TemplateResult } from 'lit'
import type { Hit } from '../search/hit.js'
import type { Labels } from './labels.js'
import { marked } from './marked.js'

export interface HitsView {
  hits: readonly Hit[]
  /** Of the first hit among all, from 1. */
  start: number
  labels: Labels
  /** Where a hit leads; without one it is a button. */
  href(hit: Hit): string | undefined
  onSelect(event: Event, hit: Hit): void
}

/** Texts of an index are Chinese, whatever the page is. */
export function hitsView({ hits, start, labels, href, onSelect }: HitsView): TemplateResult {
  return html`<ol part="hits" class="hits" start=${start} lang="zh">
    ${hits.map(
      (hit) => html`<li part="hit" class="hit">
        <h2 part="title" class="title">${link(hit, titleOf(hit, labels), href(hit), onSelect)}</h2>
        ${
          hit.section.path.length > 0
            ? html`<p part="path" class="path">${path(hit.section.path)}</p>`
            : nothing
        }
        <p part="text" class="text">${marked(hit.snippet.text, hit.snippet.highlights)}</p>
        <p part="facts" class="facts">
          ${factsOf(hit, labels).map((fact) => html`<span>${fact}</span>`)}
          ${
            hit.tier === 'exact'
              ? nothing
              : html`<span part="tier" class="tier">${labels.tiers[hit.tier]}</span>`
          }
        </p>
      </li>`,
    )}
  </ol>`
}

function link(
  hit: Hit,
  title: string,
  address: string | undefined,
  onSelect: HitsView['onSelect'],
): TemplateResult {
  const select = (event: Event): void => onSelect(event, hit)
  return address === undefined
    ? html`<button part="link" class="link" type="button" @click=${select}>${title}</button>`
    : html`<a part="link" class="link" href=${address} @click=${select}>${title}</a>`
}

function titleOf({ reply }: Hit, labels: Labels): string {
  const [first, ...others] = reply.proposals
  const title =
    first?.title ??
    (first?.number === undefined ? undefined : labels.proposal(first.kind, first.number)) ??
    reply.documentNumber ??
    reply.id
  return others.length > 0 ? `${title}${labels.others(String(others.length + 1))}` : title
}

function factsOf({ reply }: Hit, labels: Labels): string[] {
  const [first] = reply.proposals
  return [
    reply.issuer,
    reply.date,
    first?.title !== undefined && first.number !== undefined
      ? labels.proposal(first.kind, first.number)
      : undefined,
    reply.category && labels.category(reply.category),
  ].filter((fact) => fact !== undefined)
}

function path(titles: readonly string[]): (string | TemplateResult)[] {
  return titles.flatMap((title, i) =>
    i === 0 ? [title] : [html`<span class="step" aria-hidden="true"> › </span>`, title],
  )
}
