import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Purpose } from '../../contract/index.ts'

/**
 * Links in mails: `/o/<token>` shows an offer, `/u/<token>` asks whether to unsubscribe. The token says who and what,
 * signed; nothing acts on GET, because mail scanners open every link.
 */
export type LinkPayload =
  /** The answer is left open: the page asks for it. `expiresAt`: epoch ms. */
  | { kind: 'offer'; memberId: string; offerId: string; expiresAt: number }
  /** From a mail of that purpose. Never expires: whoever finds an old mail may unsubscribe. */
  | { kind: 'unsubscribe'; memberId: string; purpose: Purpose }

export type Verified =
  | { ok: true; payload: LinkPayload }
  | { ok: false; why: 'malformed' | 'bad-signature' }
  /** Signed by us and too late: whose it was may be said. */
  | { ok: false; why: 'expired'; payload: LinkPayload }

const TOKEN_AT_MOST = 512
const SHAPE = /^([A-Za-z0-9_-]{4,400})\.([A-Za-z0-9_-]{43})$/
/** Binds signatures to this use of the key. */
const PURPOSE = 'wingback link 1\n'

/** A token that only a holder of the keys could have made. Signs with the first key. */
export function signLink(payload: LinkPayload, keys: readonly string[]): string {
  const body = Buffer.from(JSON.stringify(packed(payload))).toString('base64url')
  const token = `${body}.${signature(body, checkedKeys(keys)[0]!).toString('base64url')}`
  if (token.length > TOKEN_AT_MOST) throw new Error('the ids are too long for a link')
  return token
}

/** Verifies with any of the keys, so that a new one can be put first while mails signed with the old one are about. */
export function verifyLink(token: string, keys: readonly string[], now: number): Verified {
  const [, body, signed] = (token.length <= TOKEN_AT_MOST && SHAPE.exec(token)) || []
  if (!body || !signed) return { ok: false, why: 'malformed' }
  const given = Buffer.from(signed, 'base64url')
  const genuine = checkedKeys(keys).filter((key) => timingSafeEqual(signature(body, key), given)).length > 0
  if (!genuine) return { ok: false, why: 'bad-signature' }
  const payload = unpacked(body)
  if (!payload) return { ok: false, why: 'malformed' }
  if (payload.kind === 'offer' && now >= payload.expiresAt) return { ok: false, why: 'expired', payload }
  return { ok: true, payload }
}

export function unsubscribeUrl(baseUrl: string, token: string): string {
  return `${withoutSlash(baseUrl)}/u/${token}`
}

/** Both show the same page; `?answer=` puts the button that was meant first. */
export function offerUrls(baseUrl: string, token: string): { acceptUrl: string; declineUrl: string } {
  const url = `${withoutSlash(baseUrl)}/o/${token}`
  return { acceptUrl: `${url}?answer=accepted`, declineUrl: `${url}?answer=declined` }
}

function withoutSlash(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '')
}

function signature(body: string, key: string): Buffer {
  return createHmac('sha256', key).update(PURPOSE).update(body).digest()
}

function checkedKeys(keys: readonly string[]): readonly string[] {
  if (keys.length === 0 || keys.some((key) => key.length < 16)) {
    throw new Error('links need at least one key, of at least 16 characters')
  }
  return keys
}

function packed(payload: LinkPayload): unknown[] {
  return payload.kind === 'offer'
    ? ['o', payload.memberId, payload.offerId, payload.expiresAt]
    : ['u', payload.memberId, ...(payload.purpose === 'service' ? ['s'] : [])]
}

function unpacked(body: string): LinkPayload | undefined {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
  if (!Array.isArray(parts)) return undefined
  const [kind, memberId, about, expiresAt] = parts
  if (typeof memberId !== 'string') return undefined
  if (kind === 'u') return { kind: 'unsubscribe', memberId, purpose: about === 's' ? 'service' : 'marketing' }
  if (kind === 'o' && typeof about === 'string' && typeof expiresAt === 'number') {
    return { kind: 'offer', memberId, offerId: about, expiresAt }
  }
  return undefined
}
