import type { MemberEvent } from '../../contract/index.ts'
import { traitsOf } from '../actions/kinds.ts'
import { HOUR } from '../calendar.ts'
import { bookingAt, bookingName, lives } from '../member/bookings.ts'
import { namesOf } from '../member/legs.ts'
import { type Booking, type Cause, type Entry, type Journey, LIMITS } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import type { GateAnswer } from '../receipt.ts'
import type { Audience, Campaign, OncePer } from '../rulebook/rulebook.ts'
import { startsOf } from '../rulebook/starts.ts'
import { causeOf } from './cause.ts'
import { newsOf } from './news.ts'
import { campaignOf, note, subjectOf, type Turn } from './turn.ts'
import { isStopped } from './world.ts'

/** What would start a journey: the event, the change of an audience, or a day. */
export interface Occasion {
  at: number
  /** Names this occasion apart from any other of the campaign. */
  id: string
  cause: Cause
  event?: MemberEvent
}

/** Asks every campaign that this event triggers. */
export function enterByEvent(turn: Turn, event: MemberEvent): void {
  const { rulebook } = turn.context
  for (const campaign of (rulebook && startsOf(rulebook).event.get(event.type)) ?? []) {
    const subject = { ...subjectOf(turn), event }
    if (campaign.trigger.where && !campaign.trigger.where.holds(subject)) continue
    enter(turn, campaign, { at: event.occurredAt, id: event.id, cause: causeOf(event), event })
  }
}

/** Asks every campaign that waits for somebody to enter or leave this audience; at first sight those that take who is in. */
export function enterByAudience(turn: Turn, audience: Audience, on: 'entered' | 'left', firstSight: boolean): void {
  const { rulebook } = turn.context
  for (const campaign of (rulebook && startsOf(rulebook).audience.get(audience.id)) ?? []) {
    const { trigger } = campaign
    if (trigger.on !== on) continue
    if (firstSight && !(trigger.includeExisting && on === 'entered')) continue
    const id = firstSight ? includedId(audience) : `${audience.id}-${on}-${turn.now}`
    enter(turn, campaign, { at: turn.now, id, cause: NO_EVENT })
  }
}

/** Names the one inclusion of those who are in an audience at the first look, or when the campaign goes live. */
export function includedId({ baseline }: Audience): string {
  return `included-${baseline}`
}

/** What begins without an event has none to speak of. */
export const NO_EVENT: Cause = { fields: {} }

/** Begins a journey, to go on in its turn, unless it is too late, has begun before, or the member is not one the campaign is for. */
export function enter(turn: Turn, campaign: Campaign, occasion: Occasion): void {
  const { rulebook } = turn.context
  if (!rulebook) return
  const key = keyOf(campaign.guardrails.oncePer, occasion, turn)
  // A report that a journey hears, which waits for the flight, is told where that is.
  const waits = turn.draft.journeys.find(
    (each) => each.campaign === campaign.id && each.endedAt === undefined && waitsForTheFlight(each, occasion, turn),
  )
  const run = { key: waits?.key ?? key, rulebook: rulebook.version }
  const subject = { ...subjectOf(turn), event: occasion.event }
  const isFor = campaign.audience.holds(subject)
  const [refused, ...further] = [...refusals(turn, campaign, occasion, key), ...(isFor ? [] : [NOT_FOR])]
  if (refused) {
    note(turn, campaign, run, {
      outcome: 'notEntered',
      reason: refused.reason,
      gates: [refused],
      ...(further.length > 0 && { further }),
      ...(!isFor && { facts: campaign.audience.observe(subject) }),
    })
    return
  }
  const journey: Journey = {
    campaign: campaign.id,
    rulebook: rulebook.version,
    key,
    enteredAt: turn.now,
    pc: 0,
    cause: occasion.cause,
    happened: {},
    ...(campaign.tellsRights && { service: true as const }),
  }
  makeRoom(turn)
  turn.draft.journeys = [...turn.draft.journeys, journey]
  remember(turn, { campaign: campaign.id, key, at: turn.now })
  note(turn, campaign, run, {
    outcome: 'entered',
    reason: { is: 'journey.entered' },
    facts: campaign.audience.observe(subject),
  })
}

/** Where all places are taken, the oldest journey that is over and only looked for its goal gives way. */
function makeRoom(turn: Turn): void {
  const { journeys } = turn.draft
  if (journeys.length < LIMITS.journeys) return
  const over = journeys.find(({ endedAt }) => endedAt !== undefined)
  const campaign = over && campaignOf(turn, over)
  if (campaign) note(turn, campaign, over, { outcome: 'ended', reason: { is: 'journey.goalGivenUp' } })
  turn.draft.journeys = journeys.filter((each) => each !== over)
}

/**
 * Notes that a campaign was entered, or that its day was seen. What falls out of memory is the oldest entry of the
 * campaign that has most of them beyond what its own rules count: one that is entered often makes no other forget.
 */
export function remember(turn: Turn, entry: Entry): void {
  const entries = [...turn.draft.entries, entry]
  if (entries.length > LIMITS.entries) {
    const beyond = (of: readonly Entry[]) => of.length - countedOf(turn, of[0]!.campaign)
    const most = [...Map.groupBy(entries, ({ campaign }) => campaign).values()].reduce((a, b) =>
      beyond(b) > beyond(a) ? b : a,
    )
    entries.splice(entries.indexOf(most[0]!), 1)
  }
  turn.draft.entries = entries
}

/** How many of its entries a campaign must be able to count. */
function countedOf({ context }: Turn, id: string): number {
  return context.rulebook?.campaigns.find((campaign) => campaign.id === id)?.guardrails.entries?.atMost ?? 1
}

/** That a year's day was seen, entered or not. The blank keeps it apart from every key of `oncePer`: no id has one. */
export function dayKey(year: number): string {
  return `${DAY_SEEN}${year}`
}

const DAY_SEEN = 'day '

const NOT_FOR = refusal('eligible', { is: 'eligible.no' })

function refusal(gate: GateName, reason: Reason): GateAnswer {
  return { gate, answer: 'skip', reason }
}

/** Everything that keeps the campaign from beginning, beside whom it is for. */
function refusals(turn: Turn, campaign: Campaign, occasion: Occasion, key: string): GateAnswer[] {
  const { oncePer, overlap, entries: limit, freshFor } = campaign.guardrails
  const { entries, journeys } = turn.draft
  const age = turn.now - occasion.at
  const found: GateAnswer[] = isStopped(turn.context.world, campaign.id)
    ? [refusal('paused', { is: 'paused.stopped' })]
    : []
  if (age > freshFor)
    found.push(
      refusal('fresh', { is: 'fresh.late', hours: Math.round(age / HOUR), within: Math.round(freshFor / HOUR) }),
    )
  const isSame = sameEntry(oncePer, occasion, key, turn)
  const before = entries.findLast((entry) => entry.campaign === campaign.id && isSame(entry))
  if (before) {
    const frees = typeof oncePer === 'number' && before.key !== key ? before.at + oncePer : undefined
    const on = turn.calendar.dateOf(before.at)
    found.push(refusal('oncePer', { is: 'oncePer.before', on, ...(frees !== undefined && { frees }) }))
  }
  const onTheWay = journeys.filter(({ endedAt }) => endedAt === undefined)
  const same = onTheWay.filter((journey) => journey.campaign === campaign.id && !isParked(turn, journey))
  if (overlap ? same.some((journey) => waitsForTheFlight(journey, occasion, turn)) : same.length > 0)
    found.push(refusal('oncePer', { is: 'oncePer.onTheWay' }))
  const within = limit ? entriesWithin(entries, campaign, turn.now - limit.window) : []
  if (limit && within.length >= limit.atMost) {
    const frees = within.at(-limit.atMost)!.at + limit.window
    found.push(refusal('oncePer', { is: 'oncePer.entries', ...limit, frees }))
  }
  if (onTheWay.length >= LIMITS.journeys) found.push(refusal('oncePer', { is: 'oncePer.tooMany' }))
  return found
}

/** It is to pay what the law owes for the flight once that is known: it hears of this report, too. */
function waitsForTheFlight({ held, cause }: Journey, occasion: Occasion, turn: Turn): boolean {
  if (!held || !traitsOf(held.kind).owedByLaw || cause.leg === undefined) return false
  return flightNames(occasion, turn).includes(cause.leg)
}

/** It waits for word on a mail that may never come: that keeps nobody from beginning again. */
function isParked(turn: Turn, { awaiting }: Journey): boolean {
  return turn.draft.pending.some(({ actionId, state }) => actionId === awaiting && state === 'unknown')
}

/** Oldest first. */
function entriesWithin(entries: readonly Entry[], { id }: Campaign, since: number): Entry[] {
  const found = entries.filter(({ campaign, key, at }) => campaign === id && at > since && !key.startsWith(DAY_SEEN))
  return found.sort((a, b) => a.at - b.at)
}

/** Which entries were for the same occasion. */
function sameEntry(oncePer: OncePer, occasion: Occasion, key: string, turn: Turn): (entry: Entry) => boolean {
  if (typeof oncePer === 'number')
    return (entry) => entry.key === key || (entry.at + oncePer > turn.now && !entry.key.startsWith(DAY_SEEN))
  if (oncePer === 'flight') {
    const names = [key, ...flightNames(occasion, turn)]
    return (entry) => names.includes(entry.key)
  }
  if (oncePer === 'flightNews') {
    const names = [key, ...flightNames(occasion, turn).map((name) => ofNews(name, occasion, turn))]
    return (entry) => names.includes(entry.key)
  }
  const booking = oncePer === 'booking' ? bookingOf(occasion, turn) : undefined
  // Under the PNR alone while nothing else was known of the booking.
  return (entry) => entry.key === key || (entry.key === booking?.pnr && lives(booking, entry.at))
}

/** The booking that it is about, where it is known. */
function bookingOf({ cause, at }: Occasion, { draft }: Turn): Booking | undefined {
  return bookingAt(draft.bookings, cause.pnr, at)
}

/** What the flight is called that it is about, the name to remember first. */
function flightNames({ cause }: Occasion, { draft, context }: Turn): string[] {
  const settings = context.rulebook?.settings
  return cause.leg === undefined || !settings ? [] : namesOf(cause.leg, draft, settings)
}

/** A piece of news of the flight of this name. */
function ofNews(name: string, { cause }: Occasion, { context }: Turn): string {
  return `${name}+${newsOf(cause, context.rulebook?.settings.delayBands ?? [])}`
}

function bookingNameOf(occasion: Occasion, turn: Turn): string | undefined {
  const booking = bookingOf(occasion, turn)
  return booking ? bookingName(booking) : occasion.cause.pnr
}

function keyOf(oncePer: OncePer, occasion: Occasion, turn: Turn): string {
  const { id, cause, at } = occasion
  switch (oncePer) {
    case 'ever':
      return 'ever'
    case 'year':
      return turn.calendar.dateOf(at).slice(0, 4)
    case 'complaint':
      return cause.complaintId ?? id
    case 'flight':
      return flightNames(occasion, turn)[0] ?? id
    case 'flightNews':
      return ofNews(flightNames(occasion, turn)[0] ?? id, occasion, turn)
    case 'booking':
      return bookingNameOf(occasion, turn) ?? id
    default:
      return id
  }
}
