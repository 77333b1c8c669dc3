import { type CSSResult, css } from 'lit'

/** Everything under the box. */
export const results: CSSResult = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    align-items: center;
    justify-content: space-between;
    min-block-size: 2rem;
    margin-block: 0.9rem 0.3rem;
    font-size: 0.9rem;
    color: var(--_muted);
  }
  .group {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    cursor: pointer;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-block: 0.3rem 0.8rem;
  }
  .chip {
    display: flex;
    gap: 0.5rem;
    padding: 0.1rem 0.75rem;
    font-size: 0.9rem;
    text-align: start;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: 1rem;
  }
  .chip:hover {
    border-color: var(--_accent);
  }

  .wide .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 14rem;
    gap: 3rem;
  }
  .hit {
    padding-block: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .title {
    font-size: 1.1rem;
    font-weight: 600;
    line-height: 1.5;
    text-wrap: pretty;
  }
  .link {
    color: var(--_text);
    font-weight: inherit;
    text-align: start;
    text-decoration: none;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .link:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.25em;
    text-decoration-thickness: 1px;
  }
  .path {
    margin-block-start: 0.15rem;
    font-size: 0.9rem;
    color: var(--_accent);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .step {
    color: var(--_muted);
  }
  .text {
    margin-block-start: 0.45rem;
    max-inline-size: 42em;
    white-space: pre-wrap;
    tab-size: 6;
    text-wrap: pretty;
  }
  mark {
    color: inherit;
    background: var(--_mark);
    border-radius: 0.15em;
    padding-block: 0.08em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin-block-start: 0.45rem;
    font-size: 0.85rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .tier {
    color: var(--_accent);
  }

  .wide .facets {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .narrow .facets {
    margin-block-end: 0.8rem;
    padding: 0.4rem 0.9rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  summary {
    cursor: pointer;
  }
  .facets[open] > summary {
    margin-block-end: 0.6rem;
  }
  .facet {
    margin-block-end: 1.4rem;
    font-size: 0.925rem;
  }
  .facet-name {
    margin-block-end: 0.25rem;
    font-weight: 600;
  }
  .facet-value {
    display: flex;
    gap: 0.55rem;
    align-items: baseline;
    padding-block: 0.12rem;
    line-height: 1.55;
    cursor: pointer;
  }
  .facet-value input {
    translate: 0 0.15rem;
  }
  .facet-value:hover .value {
    color: var(--_accent);
  }
  .quiet {
    margin-block-start: 0.2rem;
    color: var(--_muted);
  }
  .quiet:hover {
    color: var(--_accent);
  }

  .pages {
    padding-block: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .pages ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    align-items: center;
  }
  .page {
    min-inline-size: 2.4rem;
    block-size: 2.4rem;
    border-radius: calc(var(--_radius) - 0.1rem);
    font-variant-numeric: tabular-nums;
  }
  .page:hover:enabled {
    background: var(--_raised);
  }
  .page[aria-current] {
    background: var(--_accent);
    color: var(--_surface);
  }
  .page:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .gap {
    padding-inline: 0.3rem;
    color: var(--_muted);
  }

  .start,
  .notice {
    padding-block: 0.5rem 1.5rem;
    max-inline-size: 42em;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .notice h2 {
    font-size: 1.1rem;
    font-weight: 600;
    color: var(--_text);
    margin-block-end: 0.4rem;
  }
  .notice ul {
    padding-inline-start: 1.2em;
  }
  .notice li {
    list-style: disc;
  }
  .notice details {
    margin-block-start: 0.8rem;
    font-size: 0.875rem;
  }
  .notes {
    margin-block: 0.8rem;
    font-size: 0.875rem;
  }
  .button {
    margin-block: 0.5rem;
    padding: 0.25rem 1.1rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 0.1rem);
  }
  .button:hover {
    border-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .suggestion[aria-selected='true'],
    .page[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`
