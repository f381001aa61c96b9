import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuseForeign } from '../../../shared/app/api/index.ts'

/** What the local parts share: they listen on the loopback address, for programs on this machine only. */

/** Whether a request is accepted: it was meant for this machine, and not made by a page of another site or port. */
export function isLocal(headers: IncomingHttpHeaders): boolean {
  // The headers that are read are never lists.
  return refuseForeign({ headers: headers as Record<string, string | undefined> }) === undefined
}

/** The whole body. Undefined if it is longer than `limit` bytes; the rest is then not read. Throws if it is cut off. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
}

/** A body as JSON. Throws if it is not JSON, or not UTF-8. */
export function jsonOf(body: Buffer): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
}

export function sendJson(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
  response.end(bytes)
}

/**
 * Refuses a request that was not read to its end, and closes the connection. What still arrives for a moment is dropped, so
 * that the client can read the answer.
 */
export function refuseUnread(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  response.setHeader('connection', 'close')
  sendJson(response, status, body)
  request.resume()
  setTimeout(() => request.destroy(), 1_000).unref()
}

/** Listens on 127.0.0.1 and `port` (0: a free one). Throws if the port is taken. */
export async function listen(handle: RequestListener, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 75_000 }, handle)
  const listening = Promise.withResolvers<void>()
  server.once('error', listening.reject)
  server.listen(port, '127.0.0.1', listening.resolve)
  await listening.promise
  server.off('error', listening.reject)
  return server
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

export async function closeServer(server: Server): Promise<void> {
  const closed = Promise.withResolvers<void>()
  server.close(() => closed.resolve())
  server.closeAllConnections()
  await closed.promise
}
