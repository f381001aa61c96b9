import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { isPictureName, PICTURES } from '../../../shared/domain/pictures/picture.ts'
import { pictureStore, rawStore } from '../../../shared/pipeline.ts'
import { createdOf } from '../../../shared/ports/raw-created.ts'
import { failed } from './failed.ts'
import { closeServer, isLocal, listen, portOf, readBody } from './http.ts'
import type { Sqs } from './sqs.ts'

export interface Store {
  url: string
  close(): Promise<void>
}

const BODY_BYTES_AT_MOST = 64 * 1024 * 1024
/** `/bucket/in/operations/2026-10-01/…`: no part of it leads out of the folder. */
const RAW_KEY = /^(?:in|drop)(?:\/(?!\.\.?(?:\/|$))[^/\\]{1,200}){2,6}$/

/** The buckets there are: which keys each has, and whether the queue is told of what is new. */
const BUCKETS: Record<string, { has(key: string): boolean; tells: boolean }> = {
  [rawStore.bucket]: { has: (key) => RAW_KEY.test(key), tells: true },
  [pictureStore.bucket]: {
    has: (key) => key.startsWith(`${PICTURES}/`) && isPictureName(key.slice(PICTURES.length + 1)),
    tells: false,
  },
}

interface Kept {
  read(key: string): { bytes: Uint8Array; modified: number } | undefined
  write(key: string, bytes: Uint8Array): void
}

/**
 * S3 on this machine, as far as raw messages and pictures need it: puts an object, or none where it exists, gets one, and notifies the
 * queue of each new message. In memory, or as files under `directory`.
 */
export async function startStore(options: {
  port: number
  directory?: string | undefined
  now: () => number
  enqueue: Sqs['enqueue']
}): Promise<Store> {
  const kept = options.directory === undefined ? inMemory(options.now) : inFolder(options.directory)
  const server = await listen((request, response) => void answer(request, response), options.port)
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => closeServer(server) }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isLocal(request.headers)) return refuse(response, 403, 'AccessDenied')
      // The SDK names the call in a query, which adds nothing.
      const [path = ''] = (request.url ?? '').split('?')
      const [, bucket, ...parts] = path.split('/').map(decodeURIComponent)
      const key = parts.join('/')
      const known = BUCKETS[bucket ?? '']
      if (!known?.has(key)) return refuse(response, 404, 'NoSuchKey')
      if (request.method === 'PUT') return await put(key, known.tells, request, response)
      const found = request.method === 'GET' ? kept.read(key) : undefined
      if (!found) return refuse(response, 404, 'NoSuchKey')
      response.writeHead(200, {
        'content-length': found.bytes.length,
        'last-modified': new Date(found.modified).toUTCString(),
      })
      response.end(found.bytes)
    } catch (error) {
      if (request.destroyed && !request.complete) return
      failed('S3', error)
      refuse(response, 500, 'InternalError')
    }
  }

  async function put(key: string, tells: boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request, BODY_BYTES_AT_MOST)
    if (!bytes) return refuse(response, 400, 'EntityTooLarge')
    if (request.headers['if-none-match'] === '*' && kept.read(key)) return refuse(response, 412, 'PreconditionFailed')
    kept.write(key, bytes)
    if (tells) await options.enqueue('raw', [JSON.stringify(createdOf(key, options.now()))])
    response.writeHead(200).end()
  }
}

function inMemory(now: () => number): Kept {
  const objects = new Map<string, { bytes: Uint8Array; modified: number }>()
  return {
    read: (key) => objects.get(key),
    write: (key, bytes) => void objects.set(key, { bytes, modified: now() }),
  }
}

function inFolder(directory: string): Kept {
  return {
    read(key) {
      const path = join(directory, key)
      if (!existsSync(path)) return undefined
      return { bytes: readFileSync(path), modified: statSync(path).mtimeMs }
    },
    write(key, bytes) {
      const path = join(directory, key)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes, { mode: 0o600 })
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}
