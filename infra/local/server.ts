import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HttpRequest, HttpResponse } from '../../shared/app/http.ts'

/** What a local server answers: also bytes, such as a font's. */
export type LocalResponse = Omit<HttpResponse, 'body'> & { body: string | Uint8Array }
export type Answer = (request: HttpRequest) => Promise<LocalResponse>

const BODY_AT_MOST = 16 * 1024 * 1024

/** Listens on 127.0.0.1 and hands requests on. Throws where the port is taken. */
export async function serve(
  port: number,
  answer: Answer,
  onError: (error: unknown) => void,
): Promise<{ url: string; server: Server }> {
  const server = createServer(async (incoming, outgoing) => {
    let response: LocalResponse
    try {
      const request = await read(incoming)
      response = 'refused' in request ? request.refused : await answer(request)
    } catch (error) {
      // Who asked is gone: nobody is there to be answered.
      if (incoming.destroyed && !incoming.complete) return
      onError(error)
      response = failed
    }
    outgoing.writeHead(response.status, response.headers)
    outgoing.end(incoming.method === 'HEAD' ? undefined : response.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

async function read(incoming: IncomingMessage): Promise<HttpRequest | { refused: HttpResponse }> {
  const url = URL.parse(incoming.url ?? '/', 'http://127.0.0.1')
  if (!url) return { refused: noPath }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > BODY_AT_MOST) return { refused: tooLarge }
    chunks.push(chunk)
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: Buffer.concat(chunks),
  }
}

const json = { 'content-type': 'application/json' }
const noPath: HttpResponse = {
  status: 400,
  headers: json,
  body: '{"error":{"code":"no-such-path","message":"this is no address"}}',
}
const tooLarge: HttpResponse = {
  status: 413,
  headers: { ...json, connection: 'close' },
  body: '{"error":{"code":"too-large","message":"the body is too large"}}',
}
const failed: HttpResponse = {
  status: 500,
  headers: json,
  body: '{"error":{"code":"failed","message":"something went wrong; the terminal of npm start says more"}}',
}
