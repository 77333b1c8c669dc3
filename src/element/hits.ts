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
  if (first?.title === undefined) return numbersOf(reply, labels) ?? reply.documentNumber ?? reply.id
  return others.length > 0 ? `${first.title}${labels.others(String(others.length + 1))}` : first.title
}

function factsOf({ reply, matched }: Hit, labels: Labels): string[] {
  return [
    reply.issuer,
    reply.date,
    reply.proposals[0]?.title && numbersOf(reply, labels),
    reply.category && labels.category(reply.category),
    matched.length > 0 && !matched.includes('body') ? labels.foundBy(matched) : undefined,
  ].filter((fact) => fact !== undefined)
}

/** Of all the proposals. */
function numbersOf({ proposals }: Hit['reply'], labels: Labels): string | undefined {
  const numbers = proposals.flatMap(({ number }) => number ?? [])
  return numbers.length > 0 ? labels.proposal(proposals[0]!.kind, numbers.join('、')) : undefined
}

function path(titles: readonly string[]): (string | TemplateResult)[] {
  return titles.flatMap((title, i) =>
    i === 0 ? [title] : [html`<span class="step" aria-hidden="true"> › </span>`, title],
  )
}
