import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A host that serves one file, in parts where they are asked for. */
export interface StaticHost {
  readonly url: string
  /** How many requests it has answered. */
  readonly requests: number
  close(): Promise<void>
}

export async function hostFile(bytes: Uint8Array): Promise<StaticHost> {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    if (!range) {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
      return
    }
    const [start, end] = [Number(range[1]), Math.min(Number(range[2]), bytes.length - 1)]
    response
      .writeHead(206, {
        'content-range': `bytes ${start}-${end}/${bytes.length}`,
        'content-length': end - start + 1,
        etag: '"1"',
      })
      .end(bytes.subarray(start, end + 1))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.dafu`,
    get requests() {
      return requests
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
