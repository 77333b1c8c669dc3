import type { Ask } from './ask.js'

/** Milliseconds without a keystroke: browsers refuse an address that changes with each, and are slowed down by it. */
const PAUSE = 300

/** The page's address, as it follows what is asked. */
export interface Address {
  /** The text changed: the address follows in a pause. All that is typed until a rest is one step of the history. */
  type(ask: Ask): void
  /** Typing is over: the address follows at once. */
  rest(): void
  /** Something else was asked for: a step of its own. */
  step(ask: Ask): void
  /** The history itself was moved in. */
  forget(): void
}

/** @param toUrl The page's address for what is asked. */
export function createAddress(toUrl: (ask: Ask) => string): Address {
  let typed: Ask | undefined
  /** Whether the present step of the history is one of typing. */
  let typing = false
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    type(ask) {
      typed = ask
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE)
    },
    rest,
    step(ask) {
      rest()
      typed = ask
      rest()
    },
    forget() {
      clearTimeout(timer)
      typed = undefined
      typing = false
    },
  }

  function rest(): void {
    write()
    typing = false
  }

  function write(): void {
    clearTimeout(timer)
    if (!typed) return
    const url = toUrl(typed)
    typed = undefined
    if (url === location.href) return
    if (typing) history.replaceState(history.state, '', url)
    else history.pushState(history.state, '', url)
    typing = true
  }
}
