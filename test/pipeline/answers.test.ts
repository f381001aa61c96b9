import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, books, complains, enrols, isDisrupted } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** What members do with their mails: links, answers to offers, unsubscribing. */

let wingback: Awaited<ReturnType<typeof openRun>>
const T0 = '2026-10-05T04:00:00Z'
const T1 = '2026-10-05T05:00:00Z'

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(smallRulebook)
  await wingback.begin(T0)
  const members = ['YES', 'NO', 'LATE', 'GONE', 'AIRLINE']
  await wingback.put(members.map((memberId) => enrols(memberId, T0)))
  await wingback.drain()
  await wingback.put(members.map((memberId) => answers(memberId, T0)))
  await wingback.drain()
  await wingback.moveTo(T1)
})
afterAll(() => wingback.end())

const mailsTo = async (memberId: string) =>
  (await wingback.mails()).filter(({ destination }) => destination.to[0] === `${memberId.toLowerCase()}@example.com`)

async function linksOf(memberId: string) {
  const [mail] = await mailsTo(memberId)
  const offer = /http:\/\/127\.0\.0\.1:\d+\/o\/[\w.-]+/.exec(mail!.body.html)![0]
  return { offer, unsubscribe: unsubscribeLinkOf(mail!) }
}

const unsubscribeLinkOf = ({ headers }: { headers: readonly { name: string; value: string }[] }) =>
  headers.find(({ name }) => name === 'List-Unsubscribe')!.value.slice(1, -1)

const post = (url: string, body: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(body), redirect: 'error' })

const offerOf = async (memberId: string) => (await wingback.member(memberId)).wingback.offers[0]!

describe('the link of an offer', () => {
  test('does nothing when a mail scanner opens it, however often', async () => {
    const { offer } = await linksOf('YES')
    for (const url of [`${offer}?answer=accepted`, `${offer}?answer=declined`, offer]) {
      for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(url, { method })).status).toBe(200)
    }
    await wingback.drain()
    expect(await offerOf('YES')).toMatchObject({ acceptedAt: null, declinedAt: null })
    expect((await wingback.status()).actions.upgradeOffer).toMatchObject({ issued: 5, accepted: 0, declined: 0 })
  })

  test('accepts on POST, once, and the answer is folded into the member', async () => {
    const { offer } = await linksOf('YES')
    expect((await post(offer, { answer: 'accepted' })).status).toBe(200)
    expect((await post(offer, { answer: 'accepted' })).status).toBe(200)
    expect((await post(offer, { answer: 'declined' })).status).toBe(409)
    await wingback.drain()
    expect((await offerOf('YES')).acceptedAt).toBe(new Date(T1).toISOString())
    const { timeline } = await wingback.member('YES')
    expect(timeline.filter(({ type }) => type === 'offer.accepted')).toHaveLength(1)
    expect((await wingback.status()).actions.upgradeOffer).toMatchObject({ accepted: 1, declined: 0 })
  })

  test('declines on POST', async () => {
    const { offer } = await linksOf('NO')
    expect((await post(offer, { answer: 'declined' })).status).toBe(200)
    await wingback.drain()
    expect(await offerOf('NO')).toMatchObject({ acceptedAt: null, declinedAt: new Date(T1).toISOString() })
  })

  test('takes no other answer, and no changed token', async () => {
    const { offer } = await linksOf('LATE')
    expect((await post(offer, { answer: 'maybe' })).status).toBe(400)
    expect((await post(offer, {})).status).toBe(400)
    const [base, token] = [offer.slice(0, offer.lastIndexOf('/')), offer.slice(offer.lastIndexOf('/') + 1)]
    const [body, signature] = token.split('.') as [string, string]
    const payload = Buffer.from(body, 'base64url').toString()
    const forged = Buffer.from(payload.replace('LATE', 'GONE')).toString('base64url')
    const tampered = [`${forged}.${signature}`, `${body}.${'A'.repeat(43)}`, body, `${token}x`, '..%2f..%2fv1%2fstatus']
    for (const each of tampered) expect((await post(`${base}/${each}`, { answer: 'accepted' })).status).toBe(404)
    expect((await post(offer.replace('/o/', '/u/'), { answer: 'accepted' })).status).toBe(404)
    await wingback.drain()
    expect(await offerOf('LATE')).toMatchObject({ acceptedAt: null, declinedAt: null })
  })

  test('an answer that the airline’s own system reports counts the same', async () => {
    const { offerId } = await offerOf('AIRLINE')
    await wingback.put([
      { type: 'offer.accepted', detail: { id: 'app-1', memberId: 'AIRLINE', occurredAt: T1, offerId } },
    ])
    await wingback.drain()
    expect((await offerOf('AIRLINE')).acceptedAt).toBe(new Date(T1).toISOString())
    expect((await wingback.status()).actions.upgradeOffer).toMatchObject({ accepted: 2, declined: 1 })
  })
})

describe('unsubscribing', () => {
  const T2 = '2026-10-05T06:00:00Z'

  test('not by looking at the page', async () => {
    const { unsubscribe } = await linksOf('GONE')
    for (const method of ['GET', 'GET', 'HEAD']) expect((await fetch(unsubscribe, { method })).status).toBe(200)
    await wingback.drain()
    expect((await wingback.member('GONE')).facts.consent).toEqual({ email: true, service: true })
  })

  test('with one click, as mail programs do it; then no marketing follows, and word of their own flight does', async () => {
    const { unsubscribe } = await linksOf('GONE')
    const answer = await post(unsubscribe, { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Mails about your own flights still come')
    await wingback.drain()
    expect((await wingback.member('GONE')).facts.consent).toEqual({ email: false, service: true })
    await wingback.moveTo(T2)
    await wingback.put([books('GONE', T2, 'PNR1'), complains('GONE', T2, 'CMP-1'), isDisrupted(['GONE', 'NO'], T2)])
    await wingback.drain()
    expect(await mailsTo('GONE')).toHaveLength(2)
    expect(await mailsTo('NO')).toHaveLength(2)
    const skipped = (await wingback.explain('GONE'))
      .flatMap(({ moments }) => moments)
      .filter((each) => each.outcome === 'skipped')
    expect(skipped.map(({ gates }) => gates.at(-1)!.gate)).toEqual(['consent', 'consent'])
  })

  test('by a link with the stop of its sentence, a slash, or its dot encoded on the way', async () => {
    const { unsubscribe } = await linksOf('NO')
    const token = unsubscribe.slice(unsubscribe.lastIndexOf('/') + 1)
    for (const written of [`${token}.`, `${token}),`, `${token}/`, token.replace('.', '%2E'), `${token}?utm_source=x`])
      expect([written, (await fetch(unsubscribe.replace(token, written))).status]).toEqual([written, 200])
  })

  test('twice is as good as once', async () => {
    const { unsubscribe } = await linksOf('GONE')
    expect((await post(unsubscribe, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    await wingback.drain()
    expect((await wingback.member('GONE')).facts.consent).toEqual({ email: false, service: true })
  })

  test('is not undone by the nightly copy of the profile', async () => {
    const copy = { id: 'sync-1', memberId: 'GONE', occurredAt: T2, tier: 'gold', consent: { email: true } }
    await wingback.put([{ type: 'member.updated', detail: copy }])
    await wingback.drain()
    expect((await wingback.member('GONE')).facts).toMatchObject({ tier: 'gold', consent: { email: false } })
  })

  test('from mails about one’s own flights too, by the button of the page, or from one with one click', async () => {
    const stops = async (memberId: string, url: string, body: Record<string, string>) => {
      const answer = await post(url, body)
      expect(await answer.text()).toContain('not about your flights either')
      await wingback.drain()
      expect((await wingback.member(memberId)).facts.consent).toEqual({ email: false, service: false })
    }
    await stops('GONE', (await linksOf('GONE')).unsubscribe, { answer: 'everything' })
    const [, care] = await mailsTo('NO')
    await stops('NO', unsubscribeLinkOf(care!), { 'List-Unsubscribe': 'One-Click' })
    await wingback.put([isDisrupted(['GONE', 'NO'], T2, { flightNumber: '9' })])
    await wingback.drain()
    expect([await mailsTo('GONE'), await mailsTo('NO')].map(({ length }) => length)).toEqual([2, 2])
  })

  test('is announced to the airline’s systems, purpose by purpose', async () => {
    const said = (await wingback.announcements())
      .filter(({ type }) => type === 'consent.changed')
      .map(({ detail: { memberId, purpose } }) => `${memberId} ${purpose}`)
    expect(new Set(said)).toEqual(new Set(['GONE marketing', 'GONE service', 'NO marketing', 'NO service']))
  })
})

describe('after an offer has expired', () => {
  test('its link says so and does nothing', async () => {
    const { offer } = await linksOf('LATE')
    await wingback.moveTo('2026-10-12T04:00:01Z')
    expect((await fetch(offer)).status).toBe(410)
    expect((await post(offer, { answer: 'accepted' })).status).toBe(410)
    await wingback.drain()
    expect(await offerOf('LATE')).toMatchObject({ acceptedAt: null, declinedAt: null })
  })

  test('an old mail’s unsubscribe link still works', async () => {
    const { unsubscribe } = await linksOf('LATE')
    expect((await post(unsubscribe, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    await wingback.drain()
    expect((await wingback.member('LATE')).facts.consent).toEqual({ email: false, service: true })
  })
})

test('nothing was an error on the way', () => {
  expect(wingback.errors).toEqual([])
})
