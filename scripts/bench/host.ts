import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** Bytes of bodies that were sent for a path, from `start` to `end` (exclusive) of the file. */
export interface Sent {
  path: string
  /** Where it stands on the disk. */
  file: string
  start: number
  end: number
}

/** A static host on this machine that counts what it sends. */
export interface Host {
  url: string
  /** What was sent since the last call, and in how many rounds of requests under way together. */
  take(): { sent: Sent[]; rounds: number }
  close(): Promise<void>
}

/** Every answer waits this long, so that requests made together are seen as one round. In milliseconds. */
const DELAY = 15
const PAGE = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title>'
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** @param files Paths of files by the path they are served at; others are looked up in the folder. */
export async function serve(folder: string, files: Record<string, string> = {}): Promise<Host> {
  let sent: Sent[] = []
  let rounds = 0
  let underWay = 0
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url as string, 'http://localhost')
    if (pathname === '/') return response.setHeader('content-type', 'text/html').end(PAGE)
    if (underWay++ === 0) rounds++
    setTimeout(() => {
      underWay--
      try {
        const file = files[pathname] ?? join(folder, normalize(decodeURIComponent(pathname)))
        const { size, mtimeMs } = statSync(file)
        const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
        const start = range ? Number(range[1]) : 0
        const end = range ? Math.min(size, Number(range[2]) + 1) : size
        const body = readRange(file, start, end)
        sent.push({ path: pathname, file, start, end })
        response.statusCode = range ? 206 : 200
        if (range) response.setHeader('content-range', `bytes ${start}-${end - 1}/${size}`)
        response.setHeader('etag', `"${size}-${mtimeMs}"`)
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
        response.end(body)
      } catch {
        response.statusCode = 404
        response.end()
      }
    }, DELAY)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = { sent, rounds }
      sent = []
      rounds = 0
      return taken
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function readRange(path: string, start: number, end: number): Buffer {
  const body = Buffer.alloc(end - start)
  const file = openSync(path, 'r')
  readSync(file, body, 0, body.length, start)
  closeSync(file)
  return body
}
