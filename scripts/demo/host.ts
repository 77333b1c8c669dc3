import { createReadStream, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'

/** A static host on this machine, with parts of files where they are asked for. */
export interface Site {
  /** Without a slash at its end. */
  url: string
  /** Paths that were asked for, in order. */
  readonly requests: string[]
  close(): Promise<void>
}

export interface SiteOptions {
  /** What is served at a path: `{ '/': '<!doctype html>…' }`. */
  files?: Record<string, string | Uint8Array>
  /** Looked up next: paths of files on disk. */
  paths?: Record<string, string>
  /** Looked up last: folders by the path they are served at; the first that fits is taken. */
  folders?: Record<string, string>
  /** Sent with every answer. */
  headers?: Record<string, string>
  /** 0 for any, the default. */
  port?: number
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

/** What can be sent, whole or in part; `end` is exclusive. */
interface Body {
  size: number
  etag: string
  read(start: number, end: number): Readable
}

export async function hostSite(options: SiteOptions): Promise<Site> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url as string, 'http://localhost')
    requests.push(pathname)
    const path = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const body = bodyOf(path, options) ?? bodyOf(decodeURIComponent(pathname), options)
    for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value)
    if (!body) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
    send(body, request.headers.range, response)
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port ?? 0, '127.0.0.1', listening)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function send({ size, etag, read }: Body, asked: string | undefined, response: ServerResponse): void {
  const range = /^bytes=(\d+)-(\d+)$/.exec(asked ?? '')
  const start = range ? Number(range[1]) : 0
  const end = range ? Math.min(Number(range[2]) + 1, size) : size
  response.setHeader('etag', etag)
  response.setHeader('content-length', end - start)
  if (range) response.setHeader('content-range', `bytes ${start}-${end - 1}/${size}`)
  response.writeHead(range ? 206 : 200)
  read(start, end)
    .on('error', () => response.destroy())
    .pipe(response)
}

function bodyOf(path: string, { files = {}, paths = {}, folders = {} }: SiteOptions): Body | undefined {
  const file = files[path]
  if (file !== undefined) {
    const bytes = Buffer.from(file as string)
    return {
      size: bytes.length,
      etag: `"${bytes.length}"`,
      read: (start, end) => Readable.from([bytes.subarray(start, end)]),
    }
  }
  const folder = Object.keys(folders).find((start) => path.startsWith(start))
  const found =
    paths[path] ?? (folder && join(folders[folder] as string, normalize(`/${path.slice(folder.length)}`)))
  const stat = found ? statSync(found, { throwIfNoEntry: false }) : undefined
  if (!found || !stat?.isFile()) return undefined
  return {
    size: stat.size,
    etag: `"${stat.size}-${stat.mtimeMs}"`,
    read: (start, end) =>
      end > start ? createReadStream(found, { start, end: end - 1 }) : Readable.from([]),
  }
}
