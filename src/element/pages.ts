import { html, nothing, type TemplateResult } from 'lit'
import type { Labels } from './labels.js'

/** Pages shown on each side of the present one. */
const BESIDE = 2

export interface PagesView {
  page: number
  /** Of all pages. */
  pages: number
  labels: Labels
  onPage(page: number): void
}

export function pagesView({ page, pages, labels, onPage }: PagesView): TemplateResult | typeof nothing {
  if (pages <= 1) return nothing
  const button = (to: number, text: string, name: string, current = false): TemplateResult =>
    html`<li>
      <button
        part=${current ? 'page current-page' : 'page'}
        class="page"
        type="button"
        aria-label=${name}
        aria-current=${current ? 'page' : nothing}
        ?disabled=${to < 1 || to > pages}
        @click=${() => onPage(to)}
      >
        ${text}
      </button>
    </li>`
  return html`<nav part="pages" class="pages" aria-label=${labels.pages}>
    <ul>
      ${button(page - 1, '‹', labels.previous)}
      ${pageNumbers(page, pages).map((number) =>
        number === undefined
          ? html`<li class="gap" aria-hidden="true">…</li>`
          : button(number, labels.format(number), labels.page(labels.format(number)), number === page),
      )}
      ${button(page + 1, '›', labels.next)}
    </ul>
  </nav>`
}

/** First, last, and those around the present one; a gap is undefined. */
export function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const shown = [1, pages]
  for (let number = page - BESIDE; number <= page + BESIDE; number++) shown.push(number)
  const numbers = [...new Set(shown)].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b)
  return numbers.flatMap((number, i) => {
    const step = i === 0 ? 1 : number - numbers[i - 1]!
    // A gap of one page takes as much room as the page.
    if (step === 2) return [number - 1, number]
    return step > 2 ? [undefined, number] : [number]
  })
}
