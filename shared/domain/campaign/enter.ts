import type { MemberEvent } from '../../contract/index.ts'
import { traitsOf } from '../actions/index.ts'
import { HOUR } from '../calendar.ts'
import { bookingAt, bookingName, lives } from '../member/bookings.ts'
import { knownOf } from '../member/disrupted.ts'
import { namesOf } from '../member/legs.ts'
import { type Booking, type Cause, type Entry, type Journey, LIMITS } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import type { GateAnswer } from '../receipt.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Audience, Campaign, OncePer } from '../rulebook/rulebook.ts'
import { startsOf } from '../rulebook/starts.ts'
import { causeOf } from './cause.ts'
import { newsOf } from './news.ts'
import { campaignOf, note, subjectOf, type Turn } from './turn.ts'
import { isStopped } from './world.ts'

/** What would start a journey: an event, a change of an audience, or a day. */
export interface Occasion {
  at: number
  /** Distinguishes this occasion from all others of the campaign. */
  id: string
  cause: Cause
  event?: MemberEvent
}

/** Tries every campaign that this event triggers. */
export function enterByEvent(turn: Turn, event: MemberEvent): void {
  const { rulebook } = turn.context
  for (const campaign of (rulebook && startsOf(rulebook).event.get(event.type)) ?? []) {
    const subject = { ...subjectOf(turn), event }
    if (campaign.trigger.where && !campaign.trigger.where.holds(subject)) continue
    enter(turn, campaign, { at: event.occurredAt, id: event.id, cause: causeOf(event), event })
  }
}

/**
 * Tries every campaign that starts when somebody enters or leaves this audience; at the first evaluation, those that include
 * existing members.
 */
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

/** The id of the one inclusion of existing members, at the first evaluation or when the campaign goes live. */
export function includedId({ baseline }: Audience): string {
  return `included-${baseline}`
}

/** The cause of a journey that starts without an event. */
export const NO_EVENT: Cause = { fields: {} }

/**
 * Starts a journey, unless it is too late, was started before, or the campaign is not for this member. It is walked later in
 * the same reaction.
 */
export function enter(turn: Turn, campaign: Campaign, occasion: Occasion): void {
  const { rulebook } = turn.context
  if (!rulebook) return
  const key = keyOf(campaign.guardrails.oncePer, occasion, turn)
  // A journey that waits for the flight takes in a further report of it.
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

/** If all places are taken, drops the oldest journey that has ended and only watches for its goal. */
function makeRoom(turn: Turn): void {
  const { journeys } = turn.draft
  if (journeys.length < LIMITS.journeys) return
  const over = journeys.find(({ endedAt }) => endedAt !== undefined)
  const campaign = over && campaignOf(turn, over)
  if (campaign) note(turn, campaign, over, { outcome: 'ended', reason: { is: 'journey.goalGivenUp' } })
  turn.draft.journeys = journeys.filter((each) => each !== over)
}

/**
 * Records that a campaign was entered, or that its day was seen. If the list is full, the oldest entry of the campaign that
 * most exceeds what its own rules count is forgotten: a campaign that is entered often does not displace the others.
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
  return campaignById(context.rulebook, id)?.guardrails.entries?.atMost ?? 1
}

/**
 * The key that records a year's day as seen, entered or not. Its space keeps it apart from every key of `oncePer`: no id
 * contains one.
 */
export function dayKey(year: number): string {
  return `${DAY_SEEN}${year}`
}

const DAY_SEEN = 'day '

const NOT_FOR = refusal('eligible', { is: 'eligible.no' })

function refusal(gate: GateName, reason: Reason): GateAnswer {
  return { gate, answer: 'skip', reason }
}

/** Everything that keeps the campaign from starting, apart from its audience. */
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

/** Whether the journey waits to pay what the law owes for the flight, and so takes in this report. */
function waitsForTheFlight({ held, cause }: Journey, occasion: Occasion, turn: Turn): boolean {
  if (!held || !traitsOf(held.kind).owedByLaw || cause.leg === undefined) return false
  return flightNames(occasion, turn).includes(cause.leg)
}

/** Whether it waits for news of an email that may never come: that must not prevent a new start. */
function isParked(turn: Turn, { awaiting }: Journey): boolean {
  return turn.draft.pending.some(({ actionId, state }) => actionId === awaiting && state === 'unknown')
}

/** Oldest first. */
function entriesWithin(entries: readonly Entry[], { id }: Campaign, since: number): Entry[] {
  const found = entries.filter(({ campaign, key, at }) => campaign === id && at > since && !key.startsWith(DAY_SEEN))
  return found.sort((a, b) => a.at - b.at)
}

/** Finds entries for the same occasion. */
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
  // An entry made when only the PNR of the booking was known.
  return (entry) => entry.key === key || (entry.key === booking?.pnr && lives(booking, entry.at))
}

/** The booking it is about, if known. */
function bookingOf({ cause, at }: Occasion, { draft }: Turn): Booking | undefined {
  return bookingAt(draft.bookings, cause.pnr, at)
}

/** The names of the flight it is about, the one to store first. */
function flightNames({ cause }: Occasion, { draft, context }: Turn): string[] {
  const settings = context.rulebook?.settings
  return cause.leg === undefined || !settings ? [] : namesOf(cause.leg, draft, settings)
}

/** The name of a piece of news about the flight of this name. Once the flight has been put on again, all is news again. */
function ofNews(name: string, occasion: Occasion, turn: Turn): string {
  const since = putOnAgainAt(occasion, turn)
  const news = newsOf(occasion.cause, turn.context.rulebook?.settings.delayBands ?? [])
  return since === undefined ? `${name}+${news}` : `${name}+${news}+since-${new Date(since).toISOString()}`
}

/** When the flight was put on again that was cancelled, if that was before. */
function putOnAgainAt({ cause, at }: Occasion, { draft, context }: Turn): number | undefined {
  const settings = context.rulebook?.settings
  if (cause.leg === undefined || !settings) return undefined
  const reinstated = knownOf(cause.leg, draft, settings)?.words.reinstated
  return reinstated && reinstated.at < at ? reinstated.at : undefined
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
