import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Scratch } from '../../postings/bulk/scratch.js'
import { writeError } from '../errors.js'
import { temporaryFor } from './temporary.js'

/**
 * A hidden file beside the index to be, for as long as the index is built. Synchronous: what is read comes from the
 * system's cache, and in pieces that would each wait longer for their turn than for their bytes.
 */
export class ScratchFile implements Scratch {
  readonly #index: string
  readonly #path: string
  readonly #file: number
  #size = 0
  #buffer = new Uint8Array(0)

  /**
   * @param index The path of the index to be.
   * @throws IndexWriteError as every call.
   */
  constructor(index: string) {
    this.#index = index
    this.#path = temporaryFor(index)
    this.#file = this.#guard(() => openSync(this.#path, 'wx+'))
  }

  append(bytes: Uint8Array): number {
    const position = this.#size
    this.#guard(() => {
      for (let at = 0; at < bytes.length; ) {
        at += writeSync(this.#file, bytes, at, bytes.length - at, position + at)
      }
    })
    this.#size += bytes.length
    return position
  }

  read(position: number, length: number): Uint8Array {
    if (length > this.#buffer.length) this.#buffer = new Uint8Array(length)
    this.#guard(() => {
      for (let at = 0; at < length; ) {
        const read = readSync(this.#file, this.#buffer, at, length - at, position + at)
        if (read === 0) throw new Error(`${this.#path} is shorter than it was`)
        at += read
      }
    })
    return this.#buffer.subarray(0, length)
  }

  close(): void {
    closeSync(this.#file)
    rmSync(this.#path, { force: true })
  }

  #guard<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (cause) {
      throw writeError(this.#index, cause)
    }
  }
}
