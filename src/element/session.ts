import { IndexReadError } from '../errors.js'
import type { FacetName } from '../postings/posting-store.js'
import type { FacetCount, SearchResult, Suggestion } from '../search/hit.js'
import type { ReplySearch } from '../search/reply-search.js'
import { openIndex } from '../worker/open-index.js'
import { type Ask, NOTHING, PAGE_SIZE, searchOptionsOf, withValues } from './ask.js'

/** What was found; with notes, also what says them, which is loaded for such. */
export interface Answer {
  ask: Ask
  result: SearchResult
  noteText?: typeof import('../query/note-text.js').noteText | undefined
}

/** What is shown. While a search is under way, the answer before it stays. */
export interface SessionState {
  /** An answer, or the index itself, is on its way. */
  busy: boolean
  /** It takes long enough to show it, … */
  late: boolean
  /** … and to say so. */
  slow: boolean
  index?: ReplySearch | undefined
  answer?: Answer | undefined
  error?: unknown
}

/** Milliseconds after which waiting is worth a sign: an animation costs frames, even one that has not begun. */
const LATE = 300
/** Milliseconds after which it is worth a word. */
const SLOW = 2_000
/** Milliseconds that suggestions give way to results: more only delays them where the network is slow. */
const GIVE_WAY = 50

/** One index, and the latest question to it: an earlier one that is still under way is aborted. */
export interface Session {
  readonly state: SessionState
  ask(ask: Ask): Promise<void>
  suggest(prefix: string): Promise<Suggestion[]>
  /** Asks the latest question again; opens the index again if it could not be. */
  retry(): void
  close(): void
}

export interface SessionOptions {
  /** The facets to count. */
  offered: readonly FacetName[]
  onChange(): void
  onWarning(message: string): void
}

export function createSession(source: string, { offered, onChange, onWarning }: SessionOptions): Session {
  const state: SessionState = { busy: true, late: false, slow: false }
  let latest = NOTHING
  let searching: AbortController | undefined
  let searched: Promise<void> = Promise.resolve()
  let suggesting: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let opening = open()

  return { state, ask, suggest, retry, close }

  function open(): Promise<ReplySearch> {
    const opened = openIndex(source, { worker: true, onWarning }).then(async (index) => {
      if (closed) await index.close()
      state.index = index
      return index
    })
    // Whoever asks hears of it.
    opened.catch(() => {})
    return opened
  }

  function ask(wanted: Ask): Promise<void> {
    searched = answerLatest(wanted)
    return searched
  }

  async function answerLatest(wanted: Ask): Promise<void> {
    latest = wanted
    searching?.abort()
    searching = new AbortController()
    const { signal } = searching
    set({ busy: true })
    try {
      const answer = wanted.query.trim() ? await answerTo(wanted, signal) : void (await opening)
      if (!signal.aborted) set({ busy: false, answer, error: undefined })
    } catch (error) {
      if (!signal.aborted) set({ busy: false, answer: undefined, error })
    }
  }

  /** A file that was replaced on its host is opened anew, once. */
  async function answerTo(wanted: Ask, signal: AbortSignal): Promise<Answer> {
    try {
      return await answered(wanted, signal)
    } catch (error) {
      if (signal.aborted || !state.index || !(error instanceof IndexReadError)) throw error
      reopen()
      return answered(wanted, signal)
    }
  }

  async function answered(ask: Ask, signal: AbortSignal): Promise<Answer> {
    const result = await search(ask, signal)
    // A link may be older than the index.
    const last = Math.max(1, Math.ceil(result.total / PAGE_SIZE))
    if (ask.page > last) return answered({ ...ask, page: last }, signal)
    const said =
      result.query.notes.length > 0 && (await import('../query/note-text.js').catch(() => undefined))
    return { ask, result, noteText: said ? said.noteText : undefined }
  }

  /** The counts of a facet that is filtered by are those without that filter: they say what else there is. */
  async function search(wanted: Ask, signal: AbortSignal): Promise<SearchResult> {
    const index = await opening
    signal.throwIfAborted()
    const options = { ...searchOptionsOf(wanted, offered), signal }
    const [result, ...counted] = await Promise.all([
      index.search(wanted.query, options),
      ...offered.filter((facet) => wanted.filter[facet]).map(countsOf),
    ])
    return { ...result, facets: { ...result.facets, ...Object.fromEntries(counted) } }

    async function countsOf(facet: FacetName): Promise<[FacetName, FacetCount[]]> {
      const count = (values: readonly string[]): Promise<SearchResult> =>
        index.search(wanted.query, {
          ...searchOptionsOf({ ...wanted, filter: withValues(wanted.filter, facet, values), page: 1 }, [
            facet,
          ]),
          limit: 0,
          signal,
        })
      const counts = (await count([])).facets[facet]!
      // What is filtered by may not be among the most frequent.
      const rare = wanted.filter[facet]!.filter((value) => !counts.some((each) => each.value === value))
      const totals = await Promise.all(rare.map(async (value) => (await count([value])).total))
      return [facet, [...counts, ...rare.map((value, i) => ({ value, count: totals[i]! }))]]
    }
  }

  async function suggest(prefix: string): Promise<Suggestion[]> {
    suggesting?.abort()
    suggesting = new AbortController()
    const { signal } = suggesting
    if (!prefix.trim()) return []
    try {
      await Promise.race([searched, new Promise((wait) => setTimeout(wait, GIVE_WAY))])
      signal.throwIfAborted()
      return await (await opening).suggest(prefix, { signal })
    } catch {
      // The search for the same text says what is wrong.
      return []
    }
  }

  function retry(): void {
    reopen()
    void ask(latest)
  }

  function reopen(): void {
    void state.index?.close()
    state.index = undefined
    opening = open()
  }

  function close(): void {
    closed = true
    searching?.abort()
    suggesting?.abort()
    clearTimeout(timer)
    void state.index?.close()
  }

  function set(change: Partial<SessionState>): void {
    if (closed) return
    Object.assign(state, change, { slow: false })
    clearTimeout(timer)
    if (state.busy) timer = setTimeout(() => wait({ late: true }), LATE)
    else state.late = false
    onChange()
  }

  function wait(change: Partial<SessionState>): void {
    Object.assign(state, change)
    timer = state.slow ? undefined : setTimeout(() => wait({ slow: true }), SLOW - LATE)
    onChange()
  }
}
