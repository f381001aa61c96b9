import { PURPOSES, type Purpose } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { flightOfLeg } from '../../domain/message/data.ts'
import type { LinkPayload, Verified } from '../../domain/message/links.ts'
import { verifyLink } from '../../domain/message/links.ts'
import { nameOf } from '../../domain/message/name.ts'
import * as pages from '../../domain/message/pages.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { OfferRecord, Ports } from '../../ports/index.ts'
import type { HttpRequest, HttpResponse } from '../http.ts'
import { survivorOf } from '../survivor.ts'
import type { LinkKeys } from './keys.ts'

export interface LinkDependencies {
  ports: Pick<Ports, 'members' | 'offers' | 'queues' | 'bus'>
  /** The live rulebook, for the airline's name. */
  rulebook: Rulebook | undefined
  keys: LinkKeys
  now: number
}

/** The pages behind the links in mails. GET shows; only POST acts, because mail scanners follow every link. */
export async function answerLink(request: HttpRequest, dependencies: LinkDependencies): Promise<HttpResponse> {
  const acts = request.method === 'POST'
  if (!acts && request.method !== 'GET' && request.method !== 'HEAD') return reply(405, '', { allow: 'GET, POST' })
  const [, kind, token = ''] = /^\/([ou])\/([^/]+)\/?$/.exec(request.path) ?? []
  const verified = await verify(tidy(token), dependencies)
  const payload = verified.ok || verified.why === 'expired' ? verified.payload : undefined
  const visit = await visitOf(payload, request, dependencies)
  if (!payload || kind !== (payload.kind === 'offer' ? 'o' : 'u')) return reply(404, pages.badLinkPage(visit))
  if (payload.kind === 'unsubscribe') {
    const consentFor = dependencies.rulebook?.settings.consentFor ?? 'marketing'
    if (!acts) return reply(200, pages.unsubscribePage(visit, consentFor))
    const stops = stopsOf(request, payload.purpose)
    await unsubscribe(payload.memberId, stops, dependencies)
    return reply(200, pages.unsubscribedPage(visit, consentFor === 'everyMail' ? 'everything' : stops))
  }
  if (!verified.ok) return reply(410, pages.expiredPage(visit))
  return acts ? answerOffer(payload, request, visit, dependencies) : showOffer(payload, request, visit, dependencies)
}

/** A link as it arrives: with the stop of the sentence it was copied from, or a character that somebody on the way encoded. */
function tidy(token: string): string {
  return token.replace(/%2e/gi, '.').replace(/[.,;:!?)\]>]+$/, '')
}

/** A mail may be signed with a key that was put first a moment ago. */
async function verify(token: string, { keys, now }: LinkDependencies): Promise<Verified> {
  const verified = verifyLink(token, await keys.known(), now)
  return !verified.ok && verified.why === 'bad-signature' ? verifyLink(token, await keys.anew(), now) : verified
}

type OfferLink = LinkPayload & { kind: 'offer' }
type Visit = pages.Visit & { zone: string }

async function visitOf(
  payload: LinkPayload | undefined,
  request: HttpRequest,
  { ports, rulebook }: LinkDependencies,
): Promise<Visit> {
  // The card may have been merged since the mail: whoever goes on is the person.
  const member = payload && (await survivorOf(payload.memberId, ports)).member
  const profile = member ? profileOf(member) : {}
  const locale = profile.locale ?? pages.pageLocale(request.headers['accept-language'])
  return {
    locale,
    airline: pages.airlineName(rulebook?.settings.airline ?? {}, locale),
    name: nameOf(profile),
    zone: profile.timeZone ?? rulebook?.settings.zone ?? 'UTC',
  }
}

/**
 * The button that was pressed. Without one it is a mail program that unsubscribes with one click: from marketing, where that
 * is what the mail was; who stops even mails about their own flights wants no others.
 */
function stopsOf(request: HttpRequest, purpose: Purpose): pages.Stops {
  const answer = answerIn(request)
  return pages.STOPS.find((each) => each === answer) ?? (purpose === 'marketing' ? 'marketing' : 'everything')
}

/** An event like any other: what it says is folded, and announced, as the person's own word. */
async function unsubscribe(memberId: string, stops: pages.Stops, { ports, now }: LinkDependencies): Promise<void> {
  const purposes = stops === 'everything' ? PURPOSES : ['marketing']
  const id = `unsubscribe:${memberId}:${stops}:${now}`
  await ports.queues.send('events', [ownEvent({ type: 'email.unsubscribed', id, memberId, fields: { purposes } }, now)])
}

/** What a form was sent with. Mail programs send one without, or several parts (RFC 8058). */
function answerIn({ body }: HttpRequest): string | null {
  return new URLSearchParams(Buffer.from(body).toString('utf8').slice(0, 1000)).get('answer')
}

async function showOffer(
  { offerId, memberId }: OfferLink,
  request: HttpRequest,
  visit: Visit,
  { ports }: LinkDependencies,
): Promise<HttpResponse> {
  const offer = await ports.offers.read(memberId, offerId)
  if (!offer) return reply(404, pages.badLinkPage(visit))
  if (offer.state !== 'issued') return reply(200, pages.answeredPage(visit, offer.state))
  return reply(
    200,
    pages.offerPage({
      ...visit,
      cabin: offer.cabin,
      expiresAt: offer.expiresAt,
      flight: flightLine(offer),
      asked: request.query.answer,
    }),
  )
}

async function answerOffer(
  { offerId, memberId }: OfferLink,
  request: HttpRequest,
  visit: Visit,
  { ports, now }: LinkDependencies,
): Promise<HttpResponse> {
  const answer = answerIn(request)
  if (answer !== 'accepted' && answer !== 'declined') return reply(400, pages.badLinkPage(visit))
  const taken = await ports.offers.answer(memberId, offerId, answer, now)
  switch (taken) {
    case 'unknown':
      return reply(404, pages.badLinkPage(visit))
    case 'expired':
      return reply(410, pages.expiredPage(visit))
    case 'answered-otherwise':
      return reply(409, pages.answeredBeforePage(visit))
    case 'answered': {
      const type = `offer.${answer}` as const
      const id = `${offerId}:${answer}`
      await ports.queues.send('events', [ownEvent({ type, id, memberId, fields: { offerId } }, now)])
      await ports.bus.publish([{ type, detail: { id, memberId, offerId, occurredAt: new Date(now).toISOString() } }])
      return reply(200, pages.answeredPage(visit, answer))
    }
  }
}

function flightLine({ flight }: OfferRecord): string | undefined {
  const leg = flight === undefined ? undefined : flightOfLeg(flight)
  // With word joiners: a line does not end between the airports.
  return leg && `${leg.number} ${leg.from}\u2060–\u2060${leg.to}`
}

function reply(status: number, body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { ...pages.PAGE_HEADERS, ...headers }, body }
}
