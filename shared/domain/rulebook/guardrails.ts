import { readPercent } from '../audience/compile.ts'
import { HOUR } from '../calendar.ts'
import { bool, type Cursor, complain, describe, mapping, meant } from '../cursor.ts'
import { LIMITS } from '../member/member.ts'
import { parseDuration, parseEntries } from '../units.ts'
import { readBlackouts } from './blackouts.ts'
import { type CapScope, readCaps } from './caps.ts'
import { LONGEST, readDuration, readQuietHours } from './read.ts'
import type { Guardrails, OncePer, Trigger } from './rulebook.ts'
import { hasOncePer } from './trigger.ts'

const KEYS = [
  'quietHours',
  'atMost',
  'caps',
  'blackouts',
  'holdout',
  'oncePer',
  'overlap',
  'entries',
  'freshFor',
  'whileCaseOpen',
] as const

/** As a campaign writes them. */
export type GuardrailKey = (typeof KEYS)[number]

/** Of those remembered the others are for `oncePer`. */
const ENTRIES_COUNTED = (LIMITS.entries * 3) / 4
const ONCE_PER = ['event', 'complaint', 'flight', 'flightNews', 'booking', 'year', 'ever'] as const

/** A campaign's guard rails; what is not said is what is usual. */
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
    oncePer: (fields.oncePer && readOncePer(fields.oncePer, trigger)) ?? usual,
    overlap: (fields.overlap && bool(fields.overlap)) ?? trigger?.kind !== 'audience',
    ...(entries && { entries }),
    freshFor: (fields.freshFor && readDuration(fields.freshFor)) ?? 24 * HOUR,
    whileCaseOpen: (fields.whileCaseOpen && bool(fields.whileCaseOpen)) ?? service,
  }
}

/** Whether caps hold for its mails, and whether they count its mails: two things. Service mail does neither, unless it says so. */
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
  return service ? 'none' : complain(cursor, 'service-only', 'only a service campaign may do without quiet hours')
}

/** `3 in 365d`. All of these limits together ask for fewer entries than are remembered, so that each can be counted. */
function readEntries(cursor: Cursor, needed: { count: number }): Guardrails['entries'] {
  const limit = parseEntries(cursor.value)
  if (!limit || limit.atMost === 0 || limit.window === 0 || limit.window > LONGEST) {
    return complain(
      cursor,
      'bad-value',
      `expected a limit of entries, found ${describe(cursor.value)}`,
      'write 3 in 365d',
    )
  }
  needed.count += limit.atMost
  if (needed.count <= ENTRIES_COUNTED) return limit
  const hint = `all limits together may count ${ENTRIES_COUNTED} entries`
  return complain(cursor, 'too-many-entries', `${needed.count} entries to count, with those of other campaigns`, hint)
}

function readOncePer(cursor: Cursor, trigger: Trigger | undefined): OncePer | undefined {
  const { value } = cursor
  if (parseDuration(value)) return readDuration(cursor)
  const oncePer = ONCE_PER.find((each) => each === value)
  if (!oncePer) {
    const hint = meant(String(value), ONCE_PER) ?? `one of ${ONCE_PER.join(', ')}, or a duration such as 30d`
    return complain(cursor, 'bad-value', `once per ${describe(value)} is not known`, hint)
  }
  if (!trigger || hasOncePer(trigger, oncePer)) return oncePer
  return complain(cursor, 'once-per-does-not-fit', `the trigger speaks of no ${oncePer}`)
}
