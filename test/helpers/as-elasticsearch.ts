import { createServer, request as forward, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the client of Elasticsearch looks for before it takes any other answer. */
const PRODUCT = { 'x-elastic-product': 'Elasticsearch' }

/** A server in front of an OpenSearch cluster that the client of Elasticsearch takes for one of its own. */
export interface Disguise {
  readonly url: string
  close(): Promise<void>
}

export async function asElasticsearch(cluster: string): Promise<Disguise> {
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request
    const asked = forward(new URL(url, cluster), { method, headers: plain(headers) }, (answer) => {
      response.writeHead(answer.statusCode!, { ...answer.headers, ...PRODUCT })
      answer.pipe(response)
    })
    asked.on('error', () => response.destroy())
    response.on('close', () => asked.destroy())
    request.pipe(asked)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

/** With the media types that both know: `application/vnd.elasticsearch+json; compatible-with=9` is `application/json`. */
function plain(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { accept, 'content-type': type } = headers
  const common = (media: string): string =>
    media.replace(/vnd\.elasticsearch\+([\w-]+); *compatible-with=\d+/g, '$1')
  return {
    ...headers,
    ...(accept !== undefined && { accept: common(accept) }),
    ...(type !== undefined && { 'content-type': common(type) }),
  }
}
