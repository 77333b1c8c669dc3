import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Scratch } from '../../postings/bulk/scratch.js'
import { writeError } from '../errors.js'
import { temporaryFor } from './temporary.js'

/** Where a scratch file goes on, for another thread of the process. */
export interface ScratchPlace {
  readonly file: number
  readonly size: number
}

/**
 * A hidden file beside the index to be, for as long as the index is built. Synchronous: what is read comes from the
 * system's cache, and in pieces that would each wait longer for their turn than for their bytes.
 */
export class ScratchFile implements Scratch {
  readonly #index: string
  readonly #path: string
  readonly #file: OpenScratch

  /**
   * @param index The path of the index to be.
   * @throws IndexWriteError as every call.
   */
  constructor(index: string) {
    this.#index = index
    this.#path = temporaryFor(index)
    this.#file = this.#guard(() => new OpenScratch({ file: openSync(this.#path, 'wx+'), size: 0 }))
  }

  append(bytes: Uint8Array): number {
    return this.#guard(() => this.#file.append(bytes))
  }

  read(position: number, length: number): Uint8Array {
    return this.#guard(() => this.#file.read(position, length))
  }

  /** Where another thread may append; after that, this one must not. */
  get place(): ScratchPlace {
    return this.#file.place
  }

  /** What a call throws for an error of the system, for a thread that had one. */
  errorOf(cause: unknown): Error {
    return writeError(this.#index, cause)
  }

  close(): void {
    closeSync(this.#file.place.file)
    rmSync(this.#path, { force: true })
  }

  #guard<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (cause) {
      throw this.errorOf(cause)
    }
  }
}

/** The file itself, whose errors are the system's. */
export class OpenScratch implements Scratch {
  readonly #file: number
  #size: number
  #buffer = new Uint8Array(0)

  constructor({ file, size }: ScratchPlace) {
    this.#file = file
    this.#size = size
  }

  get place(): ScratchPlace {
    return { file: this.#file, size: this.#size }
  }

  append(bytes: Uint8Array): number {
    const position = this.#size
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, position + at)
    }
    this.#size += bytes.length
    return position
  }

  read(position: number, length: number): Uint8Array {
    if (length > this.#buffer.length) this.#buffer = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      const read = readSync(this.#file, this.#buffer, at, length - at, position + at)
      if (read === 0) throw new Error('the scratch file is shorter than it was')
      at += read
    }
    return this.#buffer.subarray(0, length)
  }
}
