import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { LONGEST_QUERY } from '../query/query.js'
import type { Suggestion } from '../search/hit.js'
import type { Labels } from './labels.js'
import { marked } from './marked.js'

export interface ComboboxActions {
  suggest(prefix: string): Promise<Suggestion[]>
  /** At every change of the text that is no step of an input method. */
  onInput(text: string): void
  /** A suggestion was chosen, or the text is complete. */
  onCommit(text: string): void
  /** The box was left. */
  onLeave(): void
}

/**
 * A search box with suggestions. While an input method composes, nothing is searched and no key is taken from it.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class Combobox implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #actions: ComboboxActions
  #suggestions: readonly Suggestion[] = []
  /** Of the suggestion under the arrow keys; -1: of none. */
  #active = -1
  #open = false
  #composing = false

  constructor(host: ReactiveControllerHost, actions: ComboboxActions) {
    this.#host = host
    this.#actions = actions
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#close()
  }

  render(text: string, labels: Labels): TemplateResult {
    const open = this.#open && this.#suggestions.length > 0
    return html`<form
      part="box"
      class="box"
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault()
        this.#commit(text)
      }}
    >
      <svg class="glass" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.5 15.5 5 5" />
      </svg>
      <input
        part="input"
        class="input"
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${LONGEST_QUERY}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls="suggestions"
        aria-activedescendant=${open && this.#active >= 0 ? `suggestion-${this.#active}` : nothing}
        aria-label=${labels.search}
        placeholder=${labels.search}
        .value=${text}
        @input=${this.#input}
        @keydown=${this.#key}
        @blur=${this.#leave}
        @compositionstart=${() => {
          this.#composing = true
        }}
        @compositionend=${(event: Event) => {
          this.#composing = false
          this.#input(event)
        }}
      />
      ${
        text
          ? html`<button part="clear" class="clear" type="button" aria-label=${labels.clear} @click=${this.#clear}>
            <span aria-hidden="true">×</span>
          </button>`
          : nothing
      }
      <ul
        part="suggestions"
        class="suggestions"
        id="suggestions"
        role="listbox"
        aria-label=${labels.search}
        ?hidden=${!open}
      >
        ${open ? this.#suggestions.map((suggestion, i) => this.#option(suggestion, i, labels)) : nothing}
      </ul>
      <p class="unseen" role="status">${open ? labels.suggestions(labels.format(this.#suggestions.length)) : ''}</p>
    </form>`
  }

  #option({ text, kind, highlights, count }: Suggestion, i: number, labels: Labels): TemplateResult {
    return html`<li
      part=${i === this.#active ? 'suggestion active-suggestion' : 'suggestion'}
      class="suggestion"
      id=${`suggestion-${i}`}
      role="option"
      aria-selected=${i === this.#active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#commit(text)}
    >
      <span class="value" lang="zh">${marked(text, highlights)}</span>
      <span class="count">${labels.kinds[kind]} ${labels.format(count)}</span>
    </li>`
  }

  #input = (event: Event): void => {
    if (this.#composing) return
    const { value } = event.target as HTMLInputElement
    this.#actions.onInput(value)
    void this.#suggest(value)
  }

  async #suggest(text: string): Promise<void> {
    const suggestions = await this.#actions.suggest(text)
    const { activeElement } = (this.#host as unknown as HTMLElement).shadowRoot ?? {}
    const input = activeElement as HTMLInputElement | null | undefined
    // It was left, cleared or typed on in the meantime.
    if (input?.value !== text) return
    // What has been typed in full needs no completion.
    this.#suggestions = suggestions.filter((suggestion) => suggestion.text !== text)
    this.#active = -1
    this.#open = true
    this.#host.requestUpdate()
  }

  #key = (event: KeyboardEvent): void => {
    // Safari ends a composition before the key that ended it, and tells it by the code 229 alone.
    if (this.#composing || event.isComposing || event.keyCode === 229) return
    const open = this.#open && this.#suggestions.length > 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.#suggestions.length === 0) return
      event.preventDefault()
      this.#move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && open && this.#active >= 0) {
      event.preventDefault()
      this.#commit(this.#suggestions[this.#active]!.text)
    } else if (event.key === 'Escape' && (open || (event.target as HTMLInputElement).value)) {
      event.preventDefault()
      if (open) this.#close()
      else this.#clear()
    }
  }

  /** Round through the suggestions and the text itself. */
  #move(step: number): void {
    const places = this.#suggestions.length + 1
    this.#active = this.#open ? ((this.#active + 1 + step + places) % places) - 1 : step > 0 ? 0 : places - 2
    this.#open = true
    this.#host.requestUpdate()
    void this.#host.updateComplete.then(() => {
      const { shadowRoot } = this.#host as unknown as HTMLElement
      shadowRoot?.getElementById(`suggestion-${this.#active}`)?.scrollIntoView({ block: 'nearest' })
    })
  }

  #commit(text: string): void {
    this.#suggestions = []
    this.#close()
    this.#actions.onCommit(text)
  }

  #clear = (): void => {
    this.#suggestions = []
    this.#close()
    this.#actions.onInput('')
    ;(this.#host as unknown as HTMLElement).focus()
  }

  #leave = (): void => {
    this.#close()
    this.#actions.onLeave()
  }

  #close(): void {
    this.#open = false
    this.#active = -1
    this.#host.requestUpdate()
  }
}
