import { type CSSResult, css } from 'lit'

/** Colours by `light-dark`, so that they follow the page's `color-scheme`; what all parts share. */
export const base: CSSResult = css`
  :host {
    --_accent: var(--dafu-accent, light-dark(#9a3324, #e5937f));
    --_text: var(--dafu-text, light-dark(#22262b, #e4e2dd));
    --_muted: var(--dafu-muted, light-dark(#5d646c, #a3a7ab));
    --_line: var(--dafu-line, light-dark(#e2dfd8, #3a3d40));
    --_surface: var(--dafu-surface, light-dark(#fff, #1e2124));
    --_raised: var(--dafu-raised, light-dark(#f6f3ed, #2a2e32));
    --_mark: var(--dafu-mark, light-dark(#fbe7b2, #5c4a17));
    --_radius: var(--dafu-radius, 0.6rem);
    display: block;
    color: var(--_text);
    line-height: 1.75;
    line-break: strict;
    overflow-wrap: anywhere;
    text-autospace: normal;
    text-spacing-trim: trim-start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  p,
  ul,
  ol,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
    min-width: 0;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
  }
  input[type='checkbox'] {
    accent-color: var(--_accent);
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 0.25rem;
  }
  .results:focus {
    outline: none;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .suggestion .value,
  .facet-value .value {
    flex: 1;
    min-width: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
`
