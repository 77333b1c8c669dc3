import { type CSSResult, css } from 'lit'

/** The search box, its suggestions, and the line that shows that something is under way. */
export const box: CSSResult = css`
  .box {
    position: relative;
    display: flex;
    align-items: center;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 1px 2px rgb(0 0 0 / 4%);
  }
  .box:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--_accent) 18%, transparent);
  }
  .glass {
    flex: none;
    inline-size: 1.35rem;
    margin-inline: 0.95rem 0;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.8;
    stroke-linecap: round;
  }
  .input {
    flex: 1;
    min-width: 0;
    padding: 0.75rem 0.7rem;
    font-size: 1.125rem;
    line-height: 1.5;
    border: 0;
    background: none;
    outline: none;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .clear {
    flex: none;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    margin-inline-end: 0.4rem;
    border-radius: 50%;
    font-size: 1.35rem;
    line-height: 1;
    color: var(--_muted);
  }
  .clear:hover {
    background: var(--_raised);
  }
  .suggestions {
    position: absolute;
    z-index: 10;
    inset: calc(100% + 0.4rem) 0 auto;
    padding: 0.35rem;
    max-block-size: 22rem;
    overflow-y: auto;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 10px 30px rgb(0 0 0 / 14%);
  }
  .suggestion {
    display: flex;
    gap: 1rem;
    align-items: baseline;
    /* Under the text of the box. */
    padding: 0.35rem 0.7rem 0.35rem 2.55rem;
    border-radius: calc(var(--_radius) - 0.2rem);
    cursor: pointer;
  }
  .suggestion:hover,
  .suggestion[aria-selected='true'] {
    background: var(--_raised);
  }
  .suggestion[aria-selected='true'] {
    box-shadow: inset 3px 0 var(--_accent);
  }
  .suggestion mark {
    background: none;
    color: var(--_accent);
    text-decoration: none;
    box-shadow: none;
  }
  .count {
    flex: none;
    font-size: 0.85em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .line {
    block-size: 2px;
    inset: -0.5rem 0 auto;
    position: absolute;
    overflow: hidden;
  }
  :host > div,
  .wide,
  .narrow {
    position: relative;
  }
  .line::after {
    content: '';
    position: absolute;
    inset: 0;
    background: var(--_accent);
    border-radius: 1px;
    opacity: 0;
  }
  .line.busy::after {
    animation: pass 1.4s ease-in-out infinite;
  }
  @keyframes pass {
    from {
      transform: translateX(-100%) scaleX(0.3);
      opacity: 1;
    }
    to {
      transform: translateX(100%) scaleX(0.3);
      opacity: 1;
    }
  }
  @keyframes stand {
    from,
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .line.busy::after {
      animation-name: stand;
    }
  }
`
