import type { MemberEvent } from '../../contract/index.ts'
import { DAY, HOUR, MINUTE } from '../calendar.ts'
import { armOf } from '../campaign/arms.ts'
import { isHeldOutOfAll } from '../campaign/gates/global-holdout.ts'
import { isHeldOut } from '../campaign/gates/holdout.ts'
import type { Receipt } from '../receipt.ts'
import type { Campaign, Rulebook } from '../rulebook/rulebook.ts'
import { expectedOf, specOf } from './expected.ts'
import { instantText } from './instant-text.ts'
import { type NamelessEvent, namelessEvent, namesInOrder } from './nameless.ts'

/** One reaction of a member: what happened, and what was decided then. Times epoch ms. */
export interface Reacted {
  /** Undefined where it is not known any more. */
  event: MemberEvent | undefined
  occurredAt: number
  reactedAt: number
  receipts: readonly Receipt[]
}

/** An example as a file of examples has it. */
export interface MadeExample {
  example: string
  given: { at: string; member: Record<string, unknown>; holdout?: 'in' | 'everywhere'; arms?: Record<string, string> }
  when: Record<string, unknown>[]
  expect: 'nothing' | Record<string, unknown>[]
}

/** What of a member's life an example is made of. */
export interface Scene {
  memberId: string
  /** All that happened to the member until it ends, oldest first. */
  reactions: readonly Reacted[]
  campaign: Campaign
  /** The one that decided. */
  rulebook: Rulebook
  /** The reaction that it begins with, by its place: what was before is how the member came to be. */
  begins: number
}

export interface MakeOptions {
  name: string
  /**
   * How what was before is told. `atOnce`: all of it on the day before, dated when it was, so that it starts nothing. `inItsTime`: as
   * it happened, with all that the campaign did of it.
   */
  before: 'atOnce' | 'inItsTime'
  /** Types of events before that are left out. */
  without?: ReadonlySet<string> | undefined
  /**
   * How long it waits in the end. `aDayMore`: when a day's changes come to a member depends on their card, and this one is made up; so
   * do quiet hours, and nothing is said of them.
   */
  waits: 'toTheHour' | 'toTheMinute' | 'aDayMore'
}

const WHEN_AT_MOST = 200
/** On the day before: old enough to be known before it begins. */
const AHEAD = DAY

/**
 * Makes an example of what happened to a member: who they were, what happened, and what a campaign made of it. Without name, address,
 * texts and ids. It is of the rulebook that decided, and comes out green on it where nothing outside of it had a part: a budget that
 * was spent by others, a pause, an undelivered mail.
 */
export function madeExample(scene: Scene, options: MakeOptions): MadeExample {
  const { reactions, campaign, rulebook, begins, memberId } = scene
  const { zone } = rulebook.settings
  const atOnce = options.before === 'atOnce'
  const first = reactions[begins]!
  const starts = atOnce ? minute(first.reactedAt) - AHEAD : minute(reactions[0]!.reactedAt)
  const events = eventsOf(scene, options)
  const early = events.filter(({ at }) => at <= starts)
  const { member, rest } = memberOf(early)
  const steps = [...rest.map((each) => ({ ...each, at: starts })), ...events.slice(early.length)]
  const receipts = reactions.slice(atOnce ? begins : 0).flatMap((each) => toldIn(each, campaign, rulebook))
  const isDayMore = options.waits === 'aDayMore'
  const said = isDayMore ? receipts.filter(({ receipt }) => receipt.outcome !== 'held') : receipts
  const expect = said.map(expectedOf).filter((each) => each !== undefined)
  const last = reactions.at(-1)!.reactedAt
  const waits = { ends: isDayMore ? last + DAY : last, unit: options.waits === 'toTheMinute' ? MINUTE : HOUR }
  const isOut = isHeldOut(memberId, campaign, rulebook.settings)
  const arms = armsOf(scene)
  return {
    example: options.name,
    given: {
      at: instantText(starts, zone),
      member,
      ...(isHeldOutOfAll(memberId, rulebook.settings) ? { holdout: 'everywhere' } : isOut && { holdout: 'in' }),
      ...(Object.keys(arms).length > 0 && { arms }),
    },
    when: whenOf(steps.slice(-WHEN_AT_MOST + 1), { ...waits, starts, zone }),
    expect: expect.length > 0 ? expect : 'nothing',
  }
}

/** An event that an example tells. `at`: when it came in; `occurredAt`: when it was. */
interface Step extends NamelessEvent {
  at: number
  occurredAt: number
}

function eventsOf({ reactions, begins }: Scene, { without }: MakeOptions): Step[] {
  const keys = namesInOrder()
  return reactions.flatMap(({ event, reactedAt, occurredAt }, index): Step[] => {
    const told = event && namelessEvent(event, keys)
    if (!told || (index < begins && without?.has(told.event))) return []
    return [{ ...told, at: minute(reactedAt), occurredAt }]
  })
}

/**
 * Who the member was by then, of what was told of them: later words win, and what they agreed to is told behind. Of a card of whom
 * nobody told, only that it has no address.
 */
function memberOf(early: readonly Step[]): { member: Record<string, unknown>; rest: Step[] } {
  const profile = early.filter(({ event }) => event === 'member.enrolled' || event === 'member.updated')
  if (profile.length === 0) return { member: { email: null, consent: null }, rest: [...early] }
  const member: Record<string, unknown> = { consent: null }
  for (const { fields } of profile)
    for (const [key, value] of Object.entries(fields)) member[key] = laidOver(member[key], value, key)
  const rest = early.filter((each) => !profile.includes(each))
  return { member, rest: [...rest.filter((each) => !isConsent(each)), ...rest.filter(isConsent)] }
}

function isConsent({ event }: Pick<Step, 'event'>): boolean {
  return event === 'consent.changed'
}

/** Consents and preferences are told each by itself. */
function laidOver(before: unknown, value: unknown, key: string): unknown {
  const each = key === 'consent' || key === 'preferences'
  return each && isObject(before) && isObject(value) ? { ...before, ...value } : value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function whenOf(
  steps: readonly Step[],
  { starts, ends, unit, zone }: { starts: number; ends: number; unit: number; zone: string },
): Record<string, unknown>[] {
  let now = starts
  const lines = steps.map(({ event, fields, at, occurredAt }) => {
    const was = minute(occurredAt)
    // What a member agreed to counts from when it is told: enrolling tells it too.
    const isDated = was < at && !isConsent({ event })
    const passes = isConsent({ event }) && at === starts ? MINUTE : Math.max(0, at - now)
    now += passes
    return {
      ...(passes > 0 && { at: laterText(passes) ?? instantText(now, zone) }),
      event,
      ...(isDated && { occurredAt: instantText(was, zone) }),
      ...withTimes(fields, zone),
    }
  })
  return ends > now ? [...lines, { wait: span(Math.ceil((ends - now) / unit) * unit) }] : lines
}

function toldIn({ event, receipts }: Reacted, campaign: Campaign, rulebook: Rulebook) {
  const grant = event?.type === 'compensation.granted' ? event : undefined
  return receipts
    .filter((receipt) => receipt.campaign === campaign.id)
    .map((receipt) => ({
      receipt,
      action: specOf(receipt, rulebook),
      ...(grant && {
        grant: { kind: grant.kind, amount: grant.amount, ...(grant.currency && { currency: grant.currency }) },
      }),
    }))
}

/** The arms of splits that the journey came to. */
function armsOf({ campaign, memberId, reactions, rulebook }: Scene): Record<string, string> {
  const met = new Set(
    reactions.flatMap(({ receipts }) =>
      receipts.flatMap(({ campaign: of, split }) => (of === campaign.id && split !== undefined ? [split] : [])),
    ),
  )
  const splits = campaign.program.flatMap((each) => (each.op === 'split' && met.has(each.split) ? [each] : []))
  return Object.fromEntries(
    splits.map(({ split, arms }) => [split, armOf(memberId, campaign, split, arms, rulebook.settings).arm]),
  )
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/

/** Instants as the airline's clocks show them. */
function withTimes<T>(value: T, zone: string): T {
  if (typeof value === 'string') return (INSTANT.test(value) ? instantText(Date.parse(value), zone) : value) as T
  if (Array.isArray(value)) return value.map((each) => withTimes(each, zone)) as T
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTimes(each, zone)])) as T
}

/** `2h later`, where that says more than an instant. */
function laterText(ms: number): string | undefined {
  return ms % HOUR === 0 || ms < 2 * HOUR ? `${span(ms)} later` : undefined
}

/** In the largest unit that gives a whole number. */
function span(ms: number): string {
  if (ms % DAY === 0) return `${ms / DAY}d`
  return ms % HOUR === 0 ? `${ms / HOUR}h` : `${ms / MINUTE}m`
}

function minute(instant: number): number {
  return Math.floor(instant / MINUTE) * MINUTE
}
