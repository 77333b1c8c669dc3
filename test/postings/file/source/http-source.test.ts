import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IndexFormatError, IndexReadError } from '../../../../src/errors.js'
import { openFile } from '../../../../src/postings/file/reader.js'
import { httpSource } from '../../../../src/postings/file/source/http-source.js'
import { writeIndexBytes } from '../../../../src/postings/file/writer.js'
import type { TermEntry } from '../../../../src/postings/posting-store.js'
import { referenceOf } from '../../reference.js'
import { letters, testPostingStore } from '../../test-posting-store.js'

interface Host {
  url: string
  bytes: Uint8Array
  etag: string
  /** `Range` headers, in the order of the requests. */
  ranges: string[]
  /** Called first; what it returns true for needs no answer. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean
}

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A static host. */
async function serve(bytes: Uint8Array): Promise<Host> {
  const host: Host = { url: '', bytes, etag: '"1"', ranges: [] }
  const server = createServer((request, response) => {
    const range = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/)
    host.ranges.push(request.headers.range ?? '')
    if (host.intercept?.(request, response)) return
    const [start, end] = [Number(range?.[1]), Math.min(Number(range?.[2]) + 1, host.bytes.length)]
    if (start >= host.bytes.length) {
      response.writeHead(416).end()
      return
    }
    response.writeHead(206, {
      ETag: host.etag,
      'Content-Range': `bytes ${start}-${end - 1}/${host.bytes.length}`,
      'Content-Length': end - start,
    })
    response.end(host.bytes.subarray(start, end))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.dafu`
  return host
}

const bytes = await writeIndexBytes(referenceOf(letters))

testPostingStore('A file over HTTP Range', async (replies) => {
  const host = await serve(await writeIndexBytes(referenceOf(replies)))
  return openFile(await httpSource(host.url))
})

describe('httpSource', () => {
  it('opens a file with two requests and answers a query with three rounds of them', async () => {
    const host = await serve(bytes)
    const store = await openFile(await httpSource(host.url))
    expect(host.ranges).toHaveLength(2)
    host.ranges = []
    const entries = await store.lookup([
      { field: 'words', term: '支持' },
      { field: 'bigrams', term: '支持' },
    ])
    expect(host.ranges.length).toBeLessThanOrEqual(2)
    host.ranges = []
    await store.postings(entries as TermEntry[])
    // The two lists, and beside them what it takes to find a text.
    await vi.waitFor(() => expect(host.ranges).toHaveLength(4))
    host.ranges = []
    await store.paragraphs([0])
    expect(host.ranges).toHaveLength(1)
  })

  it('reads neighbours in one request and nothing twice', async () => {
    const host = await serve(bytes)
    const store = await openFile(await httpSource(host.url))
    const ordinals = Array.from({ length: 40 }, (_, ordinal) => ordinal)
    await store.paragraphs([0])
    host.ranges = []
    await Promise.all([store.paragraphs(ordinals), store.paragraphs(ordinals)])
    expect(host.ranges.length).toBeLessThanOrEqual(3)
    host.ranges = []
    await store.paragraphs(ordinals)
    expect(host.ranges).toEqual([])
  })

  it('keeps no more than the cache may hold', async () => {
    const host = await serve(bytes)
    const store = await openFile(await httpSource(host.url), { cacheBytes: 0 })
    await store.paragraphs([0])
    host.ranges = []
    await store.paragraphs([0])
    expect(host.ranges).toHaveLength(1)
  })

  it('reads the whole file, with one warning, from a host that knows no Range', async () => {
    const host = await serve(bytes)
    host.intercept = (_, response) => Boolean(response.writeHead(200).end(host.bytes))
    const onWarning = vi.fn()
    const store = await openFile(await httpSource(host.url, { onWarning }))
    expect(await store.reply('2104071')).toEqual(letters[0])
    expect(onWarning).toHaveBeenCalledTimes(1)
    expect(onWarning.mock.calls[0]?.[0]).toContain(host.url)
    expect(host.ranges).toHaveLength(1)
  })

  it('says that a file was replaced while in use, and reads the new one when it is opened again', async () => {
    const host = await serve(bytes)
    const store = await openFile(await httpSource(host.url))
    host.bytes = await writeIndexBytes(referenceOf(letters.slice(1)))
    host.etag = '"2"'
    const reading = store.reply('2104071')
    await expect(reading).rejects.toThrow(IndexReadError)
    await expect(reading).rejects.toThrow('was replaced while it was in use. Open it again.')
    const again = await openFile(await httpSource(host.url))
    expect(await again.reply('2104071')).toBeUndefined()
    expect(await again.reply('2104106')).toEqual(letters[1])
  })

  it('notices a replaced file by its blocks where the host tells neither ETag nor length', async () => {
    const host = await serve(bytes)
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init)
      return new Response(init?.method === 'HEAD' ? null : response.body, {
        status: response.status,
        headers: { 'content-length': String(host.bytes.length) },
      })
    }
    host.intercept = (request, response) =>
      request.method === 'HEAD' && Boolean(response.writeHead(200, { 'content-length': bytes.length }).end())
    const store = await openFile(await httpSource(host.url, { fetch }))
    expect((await store.lookup([{ field: 'words', term: '支持' }]))[0]).toBeDefined()
    host.bytes = bytes.slice().fill(7, 40)
    await expect(store.lengths()).rejects.toThrow(IndexFormatError)
  })

  it.each([
    ['a page with which an app answers for what it lacks', 200, 'text/html', '<!doctype html>'],
    ['a page whose parts are served', 206, 'text/html', '<!doctype html>'],
    ['nothing', 200, undefined, ''],
  ])('names the address, and what came from it, where that is %s', async (_, status, type, body) => {
    const host = await serve(bytes)
    host.intercept = (_, response) =>
      Boolean(
        response
          .writeHead(status, {
            ...(type && { 'Content-Type': type }),
            ...(status === 206 && { 'Content-Range': `bytes 0-${body.length - 1}/${body.length}` }),
          })
          .end(body),
      )
    const opening = httpSource(host.url).then((source) => openFile(source))
    await expect(opening).rejects.toThrow(IndexFormatError)
    const facts = [`HTTP status ${status}`, ...(type ? [type] : [])].join(', ')
    await expect(opening).rejects.toThrow(`${host.url} (${facts}): `)
  })

  it('says which address a redirect led to', async () => {
    const host = await serve(new TextEncoder().encode('<!doctype html>'))
    host.intercept = (request, response) =>
      request.url === '/a.dafu' && Boolean(response.writeHead(302, { Location: '/login' }).end())
    const login = host.url.replace('a.dafu', 'login')
    await expect(httpSource(host.url).then((source) => openFile(source))).rejects.toThrow(
      `${host.url} (HTTP status 206, from ${login}): This is no .dafu file`,
    )
  })

  it('says that a file of which parts are served is empty', async () => {
    const host = await serve(new Uint8Array())
    await expect(httpSource(host.url)).rejects.toThrow(`${host.url}: it is empty`)
  })

  it('tries again after errors that pass, and not after others', async () => {
    const host = await serve(bytes)
    let failures = 2
    host.intercept = (request, response) => {
      if (failures-- <= 0) return false
      if (failures) response.writeHead(503).end()
      else request.socket.destroy()
      return true
    }
    const store = await openFile(await httpSource(host.url))
    expect(host.ranges).toHaveLength(4)
    host.ranges = []
    host.intercept = (_, response) => Boolean(response.writeHead(404).end())
    await expect(store.lengths()).rejects.toMatchObject({
      name: 'IndexReadError',
      status: 404,
      source: host.url,
    })
    expect(host.ranges).toHaveLength(1)
    delete host.intercept
    expect(await store.lengths()).toHaveLength(store.summary.paragraphs)
  })

  it('gives up after the retries that it is given', async () => {
    const host = await serve(bytes)
    host.intercept = (_, response) => Boolean(response.writeHead(500).end())
    await expect(httpSource(host.url, { retries: 1 })).rejects.toMatchObject({ status: 500 })
    expect(host.ranges).toHaveLength(2)
    const unreachable = httpSource('http://127.0.0.1:1/none.dafu', { retries: 0 })
    await expect(unreachable).rejects.toThrow(IndexReadError)
    await expect(unreachable).rejects.toThrow(/a network error \(.+\)\. Check/)
  })

  it('says what opens a path in Node', async () => {
    await expect(httpSource('letters.dafu', { retries: 0 })).rejects.toThrow(/Invalid URL.*dafu\/node/)
  })

  it('says that the host cannot be reached where only asking for the length fails', async () => {
    const host = await serve(bytes)
    const fetch: typeof globalThis.fetch = async (url, init) => {
      if (init?.method === 'HEAD') throw new TypeError('fetch failed')
      const { status, body } = await globalThis.fetch(url, init)
      return new Response(body, { status })
    }
    const opening = httpSource(host.url, { fetch })
    await expect(opening).rejects.toThrow(IndexReadError)
    await expect(opening).rejects.toThrow(`Could not read ${host.url}: a network error`)
  })

  it('refuses an answer that is shorter than asked for', async () => {
    const host = await serve(bytes)
    const store = await openFile(await httpSource(host.url))
    host.intercept = (_, response) =>
      Boolean(
        response
          .writeHead(206, { ETag: host.etag, 'Content-Range': `bytes 0-1/${bytes.length}` })
          .end(bytes.subarray(0, 2)),
      )
    await expect(store.lengths()).rejects.toThrow('answered with 2 bytes')
  })
})

describe('an abort signal', () => {
  it('gives its reason also where the answer has begun', async () => {
    const host = await serve(bytes)
    host.intercept = (_, response) => {
      response.writeHead(206, { 'Content-Range': `bytes 0-63/${bytes.length}` }).write(bytes.subarray(0, 10))
      return true
    }
    const controller = new AbortController()
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init)
      controller.abort(new Error('never mind'))
      return response
    }
    const opening = httpSource(host.url, { fetch, signal: controller.signal })
    await expect(opening).rejects.toThrow(/^never mind$/)
  })

  it('ends the request when nobody waits for it any more, and only then', async () => {
    const host = await serve(bytes)
    const store = await openFile(await httpSource(host.url))
    let answer: (() => void) | undefined
    let closed = false
    host.intercept = (request, response) => {
      if (answer) return false
      response.on('close', () => {
        closed = true
      })
      answer = () => {
        const [start, end] = request.headers.range!.match(/\d+/g)!.map(Number) as [number, number]
        response.writeHead(206, { ETag: host.etag, 'Content-Range': `bytes ${start}-${end}/${bytes.length}` })
        response.end(bytes.subarray(start, end + 1))
      }
      return true
    }
    const [first, second] = [new AbortController(), new AbortController()]
    const reads = [store.lengths(first.signal), store.lengths(second.signal)]
    const results = Promise.allSettled(reads)
    await vi.waitFor(() => expect(answer).toBeDefined())
    first.abort()
    await expect(reads[0]).rejects.toThrow('abort')
    answer!()
    expect(await reads[1]).toHaveLength(store.summary.paragraphs)
    await results
    expect(closed).toBe(true)

    answer = undefined
    closed = false
    const only = new AbortController()
    const reading = store.columns(['issuer'], only.signal)
    await vi.waitFor(() => expect(answer).toBeDefined())
    only.abort(new Error('never mind'))
    await expect(reading).rejects.toThrow('never mind')
    await vi.waitFor(() => expect(closed).toBe(true))
    expect(await store.columns(['issuer'])).toHaveLength(1)
    await expect(store.lookup([{ field: 'words', term: '支持' }], AbortSignal.abort())).rejects.toThrow(
      'abort',
    )
  })
})
