import { readPercent } from '../audience/compile.ts'
import { HOUR } from '../calendar.ts'
import { bool, type Cursor, complain, mapping, meant, oneOf } from '../cursor.ts'
import { LIMITS } from '../member/member.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { parseDuration, parseEntries } from '../units.ts'
import { readBlackouts } from './blackouts.ts'
import { type CapScope, readCaps } from './caps.ts'
import { LONGEST, readDuration, readQuietHours } from './read.ts'
import { type Guardrails, HOLDOUT_BY, type OncePer, type Trigger } from './rulebook.ts'
import { hasOncePer } from './trigger.ts'

const KEYS = [
  'quietHours',
  'atMost',
  'caps',
  'blackouts',
  'holdout',
  'holdoutBy',
  'oncePer',
  'overlap',
  'entries',
  'freshFor',
  'whileCaseOpen',
] as const

/** As a campaign writes them. */
export type GuardrailKey = (typeof KEYS)[number]

/** The other remembered entries are for `oncePer`. */
const ENTRIES_COUNTED = (LIMITS.entries * 3) / 4
const ONCE_PER = ['event', 'complaint', 'flight', 'flightNews', 'booking', 'year', 'ever'] as const

/** A campaign's guard rails, with defaults for those it does not mention. */
export function readGuardrails(
  cursor: Cursor | undefined,
  {
    service,
    trigger,
    caps,
    entriesNeeded,
  }: { service: boolean; trigger: Trigger | undefined; caps: CapScope; entriesNeeded: { count: number } },
): Guardrails {
  const fields = (cursor && mapping(cursor, KEYS)) ?? {}
  const quietHours = fields.quietHours && readOwnQuietHours(fields.quietHours, service)
  const entries = fields.entries && readEntries(fields.entries, entriesNeeded)
  const usual: OncePer = trigger?.kind === 'date' ? 'year' : 'event'
  return {
    ...(quietHours && { quietHours }),
    caps: fields.atMost ? readCaps(fields.atMost, caps) : [],
    ...readCapRules(fields.caps, service),
    blackouts: fields.blackouts ? readBlackouts(fields.blackouts) : [],
    holdout: (fields.holdout && readPercent(fields.holdout)) ?? 0,
    holdoutBy: (fields.holdoutBy && readHoldoutBy(fields.holdoutBy, trigger)) ?? 'member',
    oncePer: (fields.oncePer && readOncePer(fields.oncePer, trigger)) ?? usual,
    overlap: (fields.overlap && bool(fields.overlap)) ?? trigger?.kind !== 'audience',
    ...(entries && { entries }),
    freshFor: (fields.freshFor && readDuration(fields.freshFor)) ?? 24 * HOUR,
    whileCaseOpen: (fields.whileCaseOpen && bool(fields.whileCaseOpen)) ?? service,
  }
}

/**
 * Whether caps apply to its emails, and whether its emails count towards caps: two things. For service email neither, unless
 * it says so.
 */
function readCapRules(
  cursor: Cursor | undefined,
  service: boolean,
): Pick<Guardrails, 'bypassesCaps' | 'countsTowardCaps'> {
  const fields = (cursor && mapping(cursor, ['bypass', 'counts'])) ?? {}
  return {
    bypassesCaps: (fields.bypass && bool(fields.bypass)) ?? service,
    countsTowardCaps: (fields.counts && bool(fields.counts)) ?? !service,
  }
}

function readOwnQuietHours(cursor: Cursor, service: boolean): Guardrails['quietHours'] {
  if (cursor.value !== 'none') return readQuietHours(cursor)
  return service ? 'none' : complain(cursor, 'service-only', ({ problems }) => problems.quietHoursServiceOnly)
}

/** `3 in 365d`. All these limits together need fewer entries than are remembered, so that each can be counted. */
function readEntries(cursor: Cursor, needed: { count: number }): Guardrails['entries'] {
  const limit = parseEntries(cursor.value)
  if (!limit || limit.atMost === 0 || limit.window === 0 || limit.window > LONGEST) {
    return complain(
      cursor,
      'bad-value',
      ({ problems }) => problems.expectedALimitOfEntries(cursor.value),
      ({ problems }) => problems.writeEntries,
    )
  }
  needed.count += limit.atMost
  if (needed.count <= ENTRIES_COUNTED) return limit
  const hint: Wording = ({ problems }) => problems.entriesInAll(ENTRIES_COUNTED)
  return complain(cursor, 'too-many-entries', ({ problems }) => problems.tooManyEntries(needed.count), hint)
}

/** Companions on one booking are held out together or not at all: they would hear of each other's offers. */
function readHoldoutBy(cursor: Cursor, trigger: Trigger | undefined): Guardrails['holdoutBy'] | undefined {
  const by = oneOf(cursor, HOLDOUT_BY)
  if (by !== 'booking' || !trigger || hasOncePer(trigger, 'booking')) return by
  return complain(cursor, 'once-per-does-not-fit', ({ problems }) => problems.triggerHasNo('booking'))
}

function readOncePer(cursor: Cursor, trigger: Trigger | undefined): OncePer | undefined {
  const { value } = cursor
  if (parseDuration(value)) return readDuration(cursor)
  const oncePer = ONCE_PER.find((each) => each === value)
  if (!oncePer) {
    const hint: Wording = meant(String(value), ONCE_PER) ?? (({ problems }) => problems.oncePerIs(ONCE_PER.join(', ')))
    return complain(cursor, 'bad-value', ({ problems }) => problems.unknownOncePer(value), hint)
  }
  if (!trigger || hasOncePer(trigger, oncePer)) return oncePer
  const fitting = ONCE_PER.filter((each) => hasOncePer(trigger, each)).join(', ')
  const hint: Wording = ({ problems }) => problems.oncePerIs(fitting)
  return complain(cursor, 'once-per-does-not-fit', ({ problems }) => problems.triggerHasNo(oncePer), hint)
}
