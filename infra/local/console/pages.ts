import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { HttpRequest } from '../../../shared/app/http.ts'
import { type Building, consoleFolder } from '../../console/build.ts'
import { MAIL_FRAME, mailFrameHeaders, securityHeaders } from '../../console/headers.ts'
import type { LocalResponse } from '../server.ts'
import { MADE_UP } from './people.ts'

/** What the page asks for before anything else: how people sign in. */
const SETTINGS = '/console.json'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A page, or what belongs to one: whatever a browser opens that is not the API's. */
export function isForPages({ method, path, headers }: HttpRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (path === SETTINGS || isFile(path)) return true
  return !path.startsWith('/v1/') && (headers.accept ?? '').includes('text/html')
}

const FILES = ['/favicon.svg', MAIL_FRAME]

/** Whatever else is asked for is a page, which has no file of its own. */
function isFile(path: string): boolean {
  return path.startsWith('/assets/') || FILES.includes(path)
}

/** The console's files, built when they are first asked for. */
export function consolePages() {
  let building: Building | undefined
  const begin = () => {
    building ??= consoleFolder()
    return building
  }
  return {
    build: async () => {
      await begin().folder
    },
    close: () => building?.stop(),
    async answer({ path }: HttpRequest): Promise<LocalResponse> {
      if (path === SETTINGS) return file('.json', JSON.stringify({ signIn: { kind: 'madeUp', people: MADE_UP } }))
      try {
        const folder = await begin().folder
        const name = isFile(path) ? path : '/index.html'
        const found = file(extname(name), await readFile(join(folder, name)), name.startsWith('/assets/'))
        return name === MAIL_FRAME ? { ...found, headers: { ...found.headers, ...mailFrameHeaders() } } : found
      } catch (error) {
        const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
        const text = missing ? 'not found' : `The console could not be built.\n\n${(error as Error).message}`
        return { ...file('.txt', text), status: missing ? 404 : 500 }
      }
    },
  }
}

function file(ending: string, body: string | Uint8Array, isNamedByContent = false): LocalResponse {
  const type = TYPES[ending] ?? 'text/plain; charset=utf-8'
  return {
    status: 200,
    headers: {
      ...securityHeaders(),
      'content-type': type,
      'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-store',
    },
    body,
  }
}
