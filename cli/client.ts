import type { Language } from '../shared/domain/texts/language.ts'
import { Refused, Unreachable } from './errors.ts'

export const DEFAULT_URL = 'http://127.0.0.1:4700'

export interface Call {
  query?: Record<string, string | number | undefined>
  /** An object to be sent as JSON, or gzipped bytes. */
  body?: object | Uint8Array | undefined
}

/** The operators' API for the command. Fails with {@link Refused} or {@link Unreachable}. */
export interface Client {
  readonly url: URL
  readonly local: boolean
  call<T>(method: string, path: string, call?: Call): Promise<T>
}

export function clientFor(address: string, language: Language = 'en'): Client {
  const url = baseOf(address)
  const local = isLoopback(url)
  return {
    url,
    local,
    async call<T>(method: string, path: string, { query = {}, body }: Call = {}): Promise<T> {
      const target = new URL(url.pathname.replace(/\/$/, '') + path, url)
      for (const [name, value] of Object.entries(query)) {
        if (value !== undefined) target.searchParams.set(name, String(value))
      }
      const bytes = body === undefined || body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body))
      const type = body instanceof Uint8Array ? 'application/gzip' : 'application/json'
      const plain: Record<string, string> = {
        'accept-language': language,
        ...(bytes !== undefined && { 'content-type': type }),
      }
      const headers = local ? plain : await signed(method, target, plain, bytes)
      const response = await ask(target, { method, headers, ...(bytes && { body: Buffer.from(bytes) }) }, local)
      return (await answerOf(response, url, local)) as T
    },
  }
}

function baseOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url
  throw new Refused(({ usage }) => usage.badUrl(address), {
    hint: ({ usage }) => usage.badUrlHint(DEFAULT_URL),
  })
}

function isLoopback({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

async function ask(url: URL, init: RequestInit, local: boolean): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error' })
  } catch (error) {
    throw new Unreachable(
      ({ usage }) => usage.nobodyAnswers(url.origin, causeOf(error)),
      ({ usage }) => (local ? usage.startOne : usage.checkNetwork),
    )
  }
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error
  const { code } = (cause ?? {}) as { code?: string | undefined }
  return code ?? (cause instanceof Error ? cause.message : message)
}

async function answerOf(response: Response, url: URL, local: boolean): Promise<unknown> {
  const value = jsonOf(await response.text())
  if (response.ok && value !== undefined) return value
  const { error } = (value ?? {}) as { error?: { code: string; message: string; hint?: string | undefined } }
  if (error && response.status < 500) throw new Refused(error.message, error)
  if (error) throw new Unreachable(error.message, error.hint)
  if (response.status === 403 && !local) {
    throw new Refused(({ usage }) => usage.mayNotCall, {
      hint: ({ usage }) => usage.mayNotCallHint,
    })
  }
  throw new Unreachable(({ usage }) => usage.notWingback(url.origin, response.status))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The SDK's credential chain takes a third of a second to load, so it is loaded only when needed. */
async function signed(...request: Parameters<typeof import('./sign.ts').sign>) {
  const { sign } = await import('./sign.ts')
  return sign(...request)
}
