/**
 * What a thread shares with the one that started it, which may exit at any time: were nodejieba at work in a thread that
 * is terminated, the whole process would be aborted, whatever exit code it was to have.
 */
export type SharedState = Int32Array<SharedArrayBuffer>

/** 1 once the thread must begin nothing more. */
const EXITING = 0
/** 1 as long as the thread must not be terminated. */
const BUSY = 1

/** In ms, of all threads. The process would wait for a call of nodejieba anyway. */
const LONGEST_WAIT = 10_000

const watched = new Set<SharedState>()

/** Returns what a thread is to have so that, when this one exits, it may first end what it is at. */
export function watchedState(): SharedState {
  if (watched.size === 0) process.on('exit', endAll)
  const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  watched.add(state)
  return state
}

/** To be called when the thread has ended. */
export function unwatch(state: SharedState): void {
  if (watched.delete(state) && watched.size === 0) process.off('exit', endAll)
}

/** One listener for all threads: Node warns of many. */
function endAll(): void {
  const deadline = performance.now() + LONGEST_WAIT
  for (const state of watched) Atomics.store(state, EXITING, 1)
  for (const state of watched) Atomics.wait(state, BUSY, 1, Math.max(0, deadline - performance.now()))
}

/** In the thread: does what must not be terminated. @throws Error if the process exits. */
export function busyWith<Result>(state: SharedState, work: () => Result): Result {
  Atomics.store(state, BUSY, 1)
  try {
    checkExit(state)
    return work()
  } finally {
    Atomics.store(state, BUSY, 0)
    Atomics.notify(state, BUSY)
  }
}

/** To be called wherever long work may end early. @throws Error if the process exits. */
export function checkExit(state: SharedState): void {
  if (Atomics.load(state, EXITING) === 1) throw new Error('the process exits')
}
