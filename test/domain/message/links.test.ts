import { describe, expect, test } from 'vitest'
import {
  type LinkPayload,
  offerUrls,
  signLink,
  unsubscribeUrl,
  verifyLink,
} from '../../../shared/domain/message/links.ts'

const key = 'a key of thirty-two characters!!'
const other = 'another key, of the same length!'
const now = Date.UTC(2026, 8, 10)
const offer: LinkPayload = { kind: 'offer', memberId: 'CW1', offerId: 'offer-x_1', expiresAt: now + 1000 }
const unsubscribe: LinkPayload = { kind: 'unsubscribe', memberId: 'CW1', purpose: 'marketing' }
const stopService: LinkPayload = { ...unsubscribe, purpose: 'service' }

test('a token says what was signed, in letters that every mail program leaves alone', () => {
  for (const payload of [offer, unsubscribe, stopService]) {
    const token = signLink(payload, [key])
    expect(token).toMatch(/^[A-Za-z0-9_.-]{1,200}$/)
    expect(verifyLink(token, [key], now)).toEqual({ ok: true, payload })
  }
})

test('an offer ends, unsubscribing does not', () => {
  const token = signLink(offer, [key])
  expect(verifyLink(token, [key], now + 999)).toMatchObject({ ok: true })
  expect(verifyLink(token, [key], now + 1000)).toEqual({ ok: false, why: 'expired', payload: offer })
  expect(verifyLink(signLink(unsubscribe, [key]), [key], now + 1e12)).toMatchObject({ ok: true })
})

describe('rotation', () => {
  test('signs with the first key, verifies with any', () => {
    const old = signLink(offer, [key])
    expect(verifyLink(old, [other, key], now)).toMatchObject({ ok: true })
    expect(verifyLink(signLink(offer, [other, key]), [other], now)).toMatchObject({ ok: true })
  })

  test('a key that is gone counts no more', () => {
    expect(verifyLink(signLink(offer, [key]), [other], now)).toEqual({ ok: false, why: 'bad-signature' })
  })

  test('a weak key, or none, is a mistake of ours', () => {
    expect(() => signLink(offer, [])).toThrow('key')
    expect(() => verifyLink(signLink(offer, [key]), ['short'], now)).toThrow('key')
  })
})

describe('tampering', () => {
  const token = signLink(offer, [key])
  const [body, signature] = token.split('.') as [string, string]
  const bodyOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  test('each changed character is noticed', () => {
    for (let i = 0; i < body.length; i++) {
      const changed = body.slice(0, i) + (body[i] === 'A' ? 'B' : 'A') + body.slice(i + 1)
      expect(verifyLink(`${changed}.${signature}`, [key], now)).toEqual({ ok: false, why: 'bad-signature' })
    }
  })

  test('a signature belongs to its body', () => {
    const longer = bodyOf(['o', 'CW1', 'offer-x_1', now + 1e9])
    expect(verifyLink(`${longer}.${signature}`, [key], now)).toEqual({ ok: false, why: 'bad-signature' })
    expect(verifyLink(`${bodyOf(['u', 'CW1'])}.${signature}`, [key], now)).toEqual({ ok: false, why: 'bad-signature' })
  })

  test.each([
    '',
    '.',
    'x',
    `${body}.`,
    `${body}.${signature}x`,
    `.${signature}`,
    `${body} .${signature}`,
    'é'.repeat(9),
  ])('what is no token: %j', (text) => expect(verifyLink(text, [key], now)).toEqual({ ok: false, why: 'malformed' }))

  test('ten megabytes are not looked at', () => {
    expect(verifyLink('a'.repeat(10_000_000), [key], now)).toEqual({ ok: false, why: 'malformed' })
  })
})

test('addresses', () => {
  expect(unsubscribeUrl('https://links.example.com/', 't')).toBe('https://links.example.com/u/t')
  expect(offerUrls('https://links.example.com', 't')).toEqual({
    acceptUrl: 'https://links.example.com/o/t?answer=accepted',
    declineUrl: 'https://links.example.com/o/t?answer=declined',
  })
})
