import { afterEach, describe, expect, it } from 'vitest'
import {
  busyWith,
  checkExit,
  type SharedState,
  unwatch,
  watchedState,
} from '../../../src/node/threads/before-exit.js'

const states: SharedState[] = []

function watched(): SharedState {
  const state = watchedState()
  states.push(state)
  return state
}

/** The listeners that this adds are those of the threads. */
const listeners = new Set(process.listeners('exit'))
const ownListeners = () => process.listeners('exit').filter((listener) => !listeners.has(listener))

afterEach(() => {
  for (const state of states.splice(0)) unwatch(state)
})

describe('a process that exits', () => {
  it('listens once for all threads, until the last has ended', () => {
    for (let i = 0; i < 12; i++) watched()
    expect(ownListeners()).toHaveLength(1)
    for (const state of states) unwatch(state)
    expect(ownListeners()).toHaveLength(0)
  })

  it('lets no thread begin anything more', () => {
    const state = watched()
    expect(busyWith(state, () => 1)).toBe(1)
    ownListeners()[0]?.(0)
    expect(() => checkExit(state)).toThrow('exits')
    expect(() => busyWith(state, () => 1)).toThrow('exits')
  })

  it('does not wait for a thread that is done, whatever became of its work', () => {
    const state = watched()
    expect(() =>
      busyWith(state, () => {
        throw new Error('failed')
      }),
    ).toThrow('failed')
    const started = performance.now()
    ownListeners()[0]?.(0)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
