import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { IndexReadError } from '../errors.js'
import { FACETS, type FacetName } from '../postings/posting-store.js'
import type { Hit } from '../search/hit.js'
import type { IndexSummary } from '../search/reply-search.js'
import { createAddress } from './address.js'
import { type Ask, fromUrl, NOTHING, PAGE_SIZE, toggled, toUrl } from './ask.js'
import { Combobox } from './combobox.js'
import { facetsView } from './facets.js'
import { hitsView } from './hits.js'
import { type Labels, labelsFor } from './labels.js'
import { chosenView, errorView, noneView, startView, withoutFilters } from './notices.js'
import { offeredBy } from './offered.js'
import { pagesView } from './pages.js'
import { type Answer, createSession, type Session, type SessionState } from './session.js'
import { styles } from './styles.js'

/** Width in pixels from which the facets stand beside the hits. */
const WIDE = 720

const NO_SOURCE = new IndexReadError('There is no src: <dafu-search src="letters.dafu">.', {
  source: 'src',
  status: 404,
})

/** See `DafuSearchElement`, which is what a page sees of it. */
export class DafuSearch extends LitElement {
  static override styles: typeof styles = styles
  static override properties: PropertyDeclarations = {
    src: {},
    href: {},
    facets: {},
    urlState: { type: Boolean, attribute: 'url-state' },
    lang: {},
    query: { noAccessor: true },
  }
  declare src: string | null
  declare href: string | null
  declare facets: string | null
  declare urlState: boolean

  #ask: Ask = NOTHING
  #offered: readonly FacetName[] = []
  #session: Session | undefined
  #wide = true
  readonly #address = createAddress((ask) => toUrl(ask, location.href, this.#offered))
  readonly #unfolded = new Set<FacetName>()
  readonly #box = new Combobox(this, {
    suggest: async (prefix) => (await this.#session?.suggest(prefix)) ?? [],
    onInput: (query) => this.#type(query),
    onCommit: (query) => {
      this.#type(query)
      this.#address.rest()
    },
    onLeave: () => this.#address.rest(),
  })
  readonly #resized = new ResizeObserver(([entry]) => {
    const wide = (entry?.contentRect.width ?? WIDE) >= WIDE
    if (wide !== this.#wide) this.requestUpdate()
    this.#wide = wide
  })

  constructor() {
    super()
    this.src = null
    this.href = null
    this.facets = null
    this.urlState = false
  }

  get query(): string {
    return this.#ask.query
  }

  set query(query: string) {
    this.#change({ ...this.#ask, query: String(query), page: 1 })
  }

  /** The box: by `delegatesFocus` a click anywhere would open a phone's keyboard. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#resized.observe(this)
    window.addEventListener('popstate', this.#readUrl)
    window.addEventListener('online', this.#retryOnline)
    if (this.hasUpdated) this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    window.removeEventListener('popstate', this.#readUrl)
    window.removeEventListener('online', this.#retryOnline)
    this.#address.rest()
    this.#session?.close()
    this.#session = undefined
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('facets')) this.#offer()
    if (changed.has('urlState') && this.urlState) this.#ask = fromUrl(location.href, this.#offered)
    if (changed.has('src') || changed.has('facets')) this.#start()
  }

  override render(): TemplateResult {
    const labels = labelsFor(this.#language)
    return html`<div class=${this.#wide ? 'wide' : 'narrow'}>
      ${this.#box.render(this.#ask.query, labels)} ${this.#body(labels)}
    </div>`
  }

  #body(labels: Labels): TemplateResult {
    const state = this.#session?.state
    return html`<div part="bar" class="bar">
        <p part="status" class="status" role="status">${state && this.#statusOf(state, labels)}</p>
        ${state?.answer ? this.#grouping(labels) : nothing}
      </div>
      ${chosenView(this.#ask, labels, this.#toggle)} ${this.#main(labels)}
      <div class=${state?.late ? 'line busy' : 'line'} aria-hidden="true"></div>`
  }

  #statusOf({ busy, slow, index, answer, error }: SessionState, labels: Labels): string {
    if (slow) return labels.slow
    if (busy && !index) return labels.opening
    if (error !== undefined) return ''
    if (!answer) return index ? holdsOf(index.summary, labels) : ''
    const { total, totalIsExact } = answer.result
    const count = labels.format(total)
    return totalIsExact ? labels.found(count, answer.ask.grouped) : labels.foundAtLeast(count)
  }

  #grouping(labels: Labels): TemplateResult {
    return html`<label part="group" class="group">
      <input type="checkbox" .checked=${this.#ask.grouped} @change=${this.#toggleGroup} />
      ${labels.grouped}
    </label>`
  }

  #main(labels: Labels): TemplateResult | typeof nothing {
    if (!this.src) return errorView(NO_SOURCE, labels)
    const { answer, error } = this.#session?.state ?? {}
    if (error !== undefined) return errorView(error, labels, () => this.#session?.retry())
    if (answer) return this.#results(labels, answer)
    // A page that is opened with a question does not show first how one may ask.
    return this.#ask.query.trim() ? nothing : startView(labels)
  }

  #results(labels: Labels, { ask, result, noteText }: Answer): TemplateResult {
    const { hits, total, facets, query } = result
    const filters = facetsView({
      offered: this.#offered,
      counts: facets,
      ask: this.#ask,
      labels,
      unfolded: this.#unfolded,
      onToggle: this.#toggle,
      onUnfold: this.#unfold,
    })
    const aside =
      filters.length === 0
        ? nothing
        : this.#wide
          ? html`<aside part="facets" class="facets" aria-label=${labels.filters}>${filters}</aside>`
          : html`<details part="facets" class="facets">
              <summary>${labels.filters}</summary>
              ${filters}
            </details>`
    return html`<div class="columns">
      ${this.#wide ? nothing : aside}
      <section
        part="results"
        class="results"
        aria-label=${labels.results}
        aria-busy=${this.#session?.state.busy ?? false}
        tabindex="-1"
      >
        ${noteText && html`<ul part="notes" class="notes">${query.notes.map((note) => html`<li>${noteText(note, labels.language)}</li>`)}</ul>`}
        ${
          total === 0
            ? noneView(ask, labels, () => this.#change(withoutFilters(this.#ask)))
            : hitsView({
                hits,
                start: (ask.page - 1) * PAGE_SIZE + 1,
                labels,
                href: this.#hrefOf,
                onSelect: this.#select,
              })
        }
        ${pagesView({
          page: ask.page,
          pages: Math.ceil(total / PAGE_SIZE),
          labels,
          onPage: this.#turn,
        })}
      </section>
      ${this.#wide ? aside : nothing}
    </div>`
  }

  get #language(): string {
    return this.closest<HTMLElement>('[lang]')?.lang || navigator.language
  }

  #offer(): void {
    const { offered, unknown } = offeredBy(this.facets)
    this.#offered = offered
    if (unknown.length > 0)
      this.#warn(`There is no facet ${unknown.join(', ')}; there are ${FACETS.join(', ')}.`)
  }

  #start(): void {
    this.#session?.close()
    this.#session = undefined
    if (!this.src) {
      this.#warn(NO_SOURCE.message)
      return
    }
    this.#session = createSession(this.src, {
      offered: this.#offered,
      onChange: () => this.requestUpdate(),
      onWarning: this.#warn,
    })
    void this.#session.ask(this.#ask)
  }

  #warn = (message: string): void => {
    const detail = { message }
    this.dispatchEvent(new CustomEvent('dafu-warning', { detail, bubbles: true, composed: true }))
  }

  #show(ask: Ask): void {
    this.#ask = ask
    this.requestUpdate()
    void this.#session?.ask(ask)
  }

  #type(query: string): void {
    this.#show({ ...this.#ask, query, page: 1 })
    if (this.urlState) this.#address.type(this.#ask)
  }

  #change(ask: Ask): void {
    this.#show(ask)
    if (this.urlState) this.#address.step(ask)
  }

  #readUrl = (): void => {
    if (!this.urlState) return
    this.#address.forget()
    this.#show(fromUrl(location.href, this.#offered))
  }

  #retryOnline = (): void => {
    if (this.#session?.state.error !== undefined) this.#session.retry()
  }

  #toggle = (facet: FacetName, value: string): void => this.#change(toggled(this.#ask, facet, value))

  #toggleGroup = (): void => this.#change({ ...this.#ask, grouped: !this.#ask.grouped, page: 1 })

  #unfold = (facet: FacetName): void => {
    if (!this.#unfolded.delete(facet)) this.#unfolded.add(facet)
    this.requestUpdate()
  }

  #turn = (page: number): void => {
    this.#change({ ...this.#ask, page })
    this.renderRoot.querySelector<HTMLElement>('.results')?.focus()
    this.scrollIntoView({ block: 'start' })
  }

  #hrefOf = ({ paragraph, reply }: Hit): string | undefined =>
    this.href?.replace(/\{(paragraph|reply|query)\}/g, (_, name: string) =>
      encodeURIComponent(name === 'paragraph' ? paragraph.id : name === 'reply' ? reply.id : this.#ask.query),
    )

  #select = (event: Event, hit: Hit): void => {
    const detail = { hit, query: this.#ask.query }
    const select = new CustomEvent('dafu-select', { detail, bubbles: true, composed: true, cancelable: true })
    if (!this.dispatchEvent(select)) event.preventDefault()
  }
}

function holdsOf({ replies, paragraphs }: IndexSummary, { holds, format }: Labels): string {
  return holds(format(replies), format(paragraphs))
}
