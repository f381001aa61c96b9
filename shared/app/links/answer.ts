import { PURPOSES, type Purpose } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { objectsToScores, profileOf } from '../../domain/member/profile.ts'
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
  /** The live rulebook: it has the airline's name. */
  rulebook: Rulebook | undefined
  keys: LinkKeys
  now: number
}

/** The pages behind links in emails. GET shows, only POST acts: mail scanners follow every link. */
export async function answerLink(request: HttpRequest, dependencies: LinkDependencies): Promise<HttpResponse> {
  const acts = request.method === 'POST'
  if (!acts && request.method !== 'GET' && request.method !== 'HEAD') return reply(405, '', { allow: 'GET, POST' })
  const [, kind, token = ''] = /^\/([ou])\/([^/]+)\/?$/.exec(request.path) ?? []
  const verified = await verify(tidy(token), dependencies)
  const payload = verified.ok || verified.why === 'expired' ? verified.payload : undefined
  const visit = await visitOf(payload, request, dependencies)
  if (!payload || kind !== (payload.kind === 'offer' ? 'o' : 'u')) return reply(404, pages.badLinkPage(visit))
  if (payload.kind === 'unsubscribe') {
    if (request.query.about === pages.SCORES) return answerOnScores(payload.memberId, request, visit, dependencies)
    const consentFor = dependencies.rulebook?.settings.consentFor ?? 'marketing'
    if (!acts) return reply(200, pages.unsubscribePage(visit, consentFor))
    const stops = stopsOf(request, payload.purpose)
    await unsubscribe(payload.memberId, stops, dependencies)
    return reply(200, pages.unsubscribedPage(visit, consentFor === 'everyMail' ? 'everything' : stops))
  }
  if (!verified.ok) return reply(410, pages.expiredPage(visit))
  return acts ? answerOffer(payload, request, visit, dependencies) : showOffer(payload, request, visit, dependencies)
}

/**
 * A link as it arrives: maybe with the full stop of the sentence it was copied from, or with a character encoded on the
 * way.
 */
function tidy(token: string): string {
  return token.replace(/%2e/gi, '.').replace(/[.,;:!?)\]>]+$/, '')
}

/** An email may be signed with a key that was added a moment ago. */
async function verify(token: string, { keys, now }: LinkDependencies): Promise<Verified> {
  const verified = verifyLink(token, await keys.known(), now)
  return !verified.ok && verified.why === 'bad-signature' ? verifyLink(token, await keys.anew(), now) : verified
}

type OfferLink = LinkPayload & { kind: 'offer' }
type Visit = pages.Visit & { zone: string; objected: boolean; cards: readonly string[] }

async function visitOf(
  payload: LinkPayload | undefined,
  request: HttpRequest,
  { ports, rulebook }: LinkDependencies,
): Promise<Visit> {
  // The card may have been merged since: the person is the card that goes on.
  const member = payload && (await survivorOf(payload.memberId, ports)).member
  const profile = member ? profileOf(member) : {}
  const locale = profile.locale ?? pages.pageLocale(request.headers['accept-language'])
  return {
    locale,
    airline: pages.airlineName(rulebook?.settings.airline ?? {}, locale),
    name: nameOf(profile),
    zone: profile.timeZone ?? rulebook?.settings.zone ?? 'UTC',
    objected: member !== undefined && objectsToScores(member),
    cards: member ? [member.memberId, ...member.aliases] : [],
  }
}

/**
 * Says what is computed about the member and why, with a button to object or to allow it again. Only the button acts.
 */
async function answerOnScores(
  memberId: string,
  request: HttpRequest,
  visit: Visit,
  { ports, now }: LinkDependencies,
): Promise<HttpResponse> {
  if (request.method !== 'POST') return reply(200, pages.scoresPage(visit))
  const answer = answerIn(request)
  if (answer !== 'objected' && answer !== 'allowed') return reply(400, pages.badLinkPage(visit))
  const profiling = answer === 'allowed'
  const idOf = (card: string) => `profiling:${card}:${answer}:${now}`
  // An objection of one card is one of the person; it is taken back of each.
  const cards = profiling ? new Set([memberId, ...visit.cards]) : [memberId]
  const words = [...cards].map((card) =>
    ownEvent({ type: 'member.updated', id: idOf(card), memberId: card, fields: { profiling } }, now),
  )
  await ports.queues.send('events', words)
  const id = idOf(memberId)
  const detail = { id, memberId, occurredAt: new Date(now).toISOString(), profiling, source: 'page' as const }
  await ports.bus.publish([{ type: 'profiling.changed', detail }])
  return reply(200, pages.scoresAnsweredPage(visit, answer))
}

/**
 * The button that was pressed. Without one, a mail program unsubscribes with one click: from marketing, if the email
 * was marketing. Who stops service emails stops all.
 */
function stopsOf(request: HttpRequest, purpose: Purpose): pages.Stops {
  const answer = answerIn(request)
  return pages.STOPS.find((each) => each === answer) ?? (purpose === 'marketing' ? 'marketing' : 'everything')
}

/** An event like any other: it is folded, and announced as the person's own decision. */
async function unsubscribe(memberId: string, stops: pages.Stops, { ports, now }: LinkDependencies): Promise<void> {
  const purposes = stops === 'everything' ? PURPOSES : ['marketing']
  const id = `unsubscribe:${memberId}:${stops}:${now}`
  await ports.queues.send('events', [ownEvent({ type: 'email.unsubscribed', id, memberId, fields: { purposes } }, now)])
}

/** The fields of a form. Mail programs may send none, or several parts (RFC 8058). */
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
  // With word joiners, so that no line ends between the airports.
  return leg && `${leg.number} ${leg.from}\u2060–\u2060${leg.to}`
}

function reply(status: number, body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { ...pages.PAGE_HEADERS, ...headers }, body }
}
