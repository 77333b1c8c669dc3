import type { Hit } from '../search/hit.js'
import { DafuSearch } from './dafu-search.js'

/**
 * `<dafu-search src="letters.dafu">`: a search box with suggestions, ranked paragraphs, facets and pages.
 *
 * Speaks the language of the nearest `lang`: Chinese, or English for any other. The slot `start` is shown while nothing
 * is asked. Styled by `color-scheme`, custom properties (`--dafu-accent`, `--dafu-text`, `--dafu-muted`, `--dafu-line`,
 * `--dafu-surface`, `--dafu-raised`, `--dafu-mark`, `--dafu-radius`) and `::part` (`input`, `suggestion`, `hit`,
 * `title`, `text`, `mark`, `facet`, `page` and more).
 */
export interface DafuSearchElement extends HTMLElement {
  /** The address of a `.dafu` file. */
  src: string | null
  /**
   * Where a hit leads, with `{paragraph}`, `{reply}` and `{query}` in place of its ids and of what was typed:
   * `letter.html?reply={reply}#{paragraph}`. Without it a hit only tells that it was selected.
   */
  href: string | null
  /**
   * The facets that are offered, in order: `issuer year place`. By default `issuer year category mark section`; those
   * without any value do not show.
   */
  facets: string | null
  /** Whether the page's address follows what is asked: `?q=`, the attribute `url-state`. By default false. */
  urlState: boolean
  /** What is typed in the box. */
  query: string
}

/** A hit was chosen; `preventDefault` keeps its link from being followed. Named `dafu-select`. */
export type DafuSelectEvent = CustomEvent<{ hit: Hit; query: string }>

/** Something that a reader of the page need not know: no worker, no Range requests. Named `dafu-warning`. */
export type DafuWarningEvent = CustomEvent<{ message: string }>

declare global {
  interface HTMLElementTagNameMap {
    'dafu-search': DafuSearchElement
  }
  interface HTMLElementEventMap {
    'dafu-select': DafuSelectEvent
    'dafu-warning': DafuWarningEvent
  }
}

const definition: new () => DafuSearchElement = DafuSearch
if (!customElements.get('dafu-search')) customElements.define('dafu-search', definition)
