import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** A static host of pages and folders, with parts of files where they are asked for. */
export interface Site {
  /** Without a slash at its end. */
  url: string
  /** Paths that were asked for, in order. */
  readonly requests: string[]
  close(): Promise<void>
}

export interface SiteOptions {
  /** HTML or bytes by path: `/index.html`. */
  files?: Record<string, string | Uint8Array>
  /** Looked up next, by the path that they are served at: `{ '/dafu/': 'dist' }`. */
  folders?: Record<string, string>
  /** Sent with every answer. */
  headers?: Record<string, string>
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

export async function hostSite({ files = {}, folders = {}, headers = {} }: SiteOptions): Promise<Site> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    requests.push(pathname)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const body = bodyOf(decodeURIComponent(pathname))
    if (!body) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream')
    response.setHeader('etag', `"${body.length}"`)
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    if (!range) {
      response.end(body)
      return
    }
    const [start, end] = [Number(range[1]), Math.min(Number(range[2]), body.length - 1)]
    response.setHeader('content-range', `bytes ${start}-${end}/${body.length}`)
    response.writeHead(206).end(body.subarray(start, end + 1))
  })

  function bodyOf(path: string): Buffer | undefined {
    const file = files[path]
    if (file !== undefined) return Buffer.from(file as string)
    const folder = Object.keys(folders).find((start) => path.startsWith(start))
    if (folder === undefined) return undefined
    const found = join(folders[folder]!, normalize(path.slice(folder.length)))
    return statSync(found, { throwIfNoEntry: false })?.isFile() ? readFileSync(found) : undefined
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
