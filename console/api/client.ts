import type { RouteOf } from '../../shared/app/api/http.ts'
import type { RouteName } from '../../shared/app/api/rights.ts'
import type { routes } from '../../shared/app/api/routes.ts'
import { noteAnswer, noteAway } from './connection.ts'

type Types<N extends RouteName> = (typeof routes)[N] extends RouteOf<infer I, infer A> ? { input: I; answer: A } : never

/** What a route takes (path, query and body together) and answers, as the API's own code has it. */
export type Input<N extends RouteName> = Types<N>['input']
export type Answer<N extends RouteName> = Types<N>['answer']

/** The API said no, and why. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly hint: string | undefined

  constructor(status: number, { code, message, hint }: { code: string; message: string; hint?: string }) {
    super(message)
    this.status = status
    this.code = code
    this.hint = hint
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

/** How a call says who makes it. */
type Badge = () => Promise<Record<string, string>>

let badge: Badge = async () => ({})

export function signCallsWith(how: Badge): void {
  badge = how
}

let signedOut = () => {}

/** What is done where the API knows nobody any more: the token has expired. */
export function whenSignedOut(then: () => void): void {
  signedOut = then
}

/** One call to the API. Throws {@link Refused} or {@link Unreachable}. */
export async function call<N extends RouteName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Answer<N>> {
  const { method, path, rest } = addressOf(name, input)
  const inBody = method === 'POST' || method === 'PUT'
  const body = inBody ? { body: JSON.stringify(rest), type: 'application/json' } : undefined
  return ask(method, inBody ? path : withQuery(path, rest), { ...body, signal })
}

/** A call whose body is packed; what else it says is in the address. */
export async function callWith<N extends RouteName>(name: N, input: Input<N>, body: Blob): Promise<Answer<N>> {
  const { method, path, rest } = addressOf(name, input)
  return ask(method, withQuery(path, rest), { body, type: 'application/gzip' })
}

function addressOf(name: string, input: unknown) {
  const [method = '', pattern = ''] = name.split(' ')
  const given = new Map(Object.entries(input as Record<string, unknown>).filter(([, value]) => value !== undefined))
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_whole, param: string) => {
    const value = String(given.get(param))
    given.delete(param)
    return encodeURIComponent(value)
  })
  return { method, path, rest: Object.fromEntries(given) }
}

function withQuery(path: string, given: Record<string, unknown>): string {
  const query = new URLSearchParams(given as Record<string, string>).toString()
  return query ? `${path}?${query}` : path
}

interface Sent {
  body?: string | Blob
  type?: string
  signal?: AbortSignal | undefined
}

async function ask<T>(method: string, path: string, { body, type, signal }: Sent): Promise<T> {
  const headers = {
    ...(await badge()),
    'accept-language': document.documentElement.lang,
    ...(type && { 'content-type': type }),
  }
  const response = await fetch(`/console${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  }).catch((error: Error) => {
    if (error.name === 'AbortError') throw error
    noteAway()
    throw new Unreachable(error.message)
  })
  noteAnswer()
  return answerIn(response)
}

async function answerIn<T>(response: Response): Promise<T> {
  const value = (await response.json().catch(() => undefined)) as
    | (T & { error?: { code: string; message: string; hint?: string } })
    | undefined
  if (response.ok && value) return value
  if (response.status === 401) signedOut()
  if (value?.error) throw new Refused(response.status, value.error)
  throw new Refused(response.status, {
    code: response.status === 401 ? 'signed-out' : 'failed',
    message: `HTTP ${response.status}`,
  })
}
