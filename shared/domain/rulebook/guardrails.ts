import { readPercent } from '../audience/compile.ts'
import { HOUR } from '../calendar.ts'
import { bool, type Cursor, complain, describe, mapping, meant } from '../cursor.ts'
import { parseDuration } from '../units.ts'
import { readBlackouts } from './blackouts.ts'
import { type CapScope, readCaps } from './caps.ts'
import { readDuration, readQuietHours } from './read.ts'
import type { Guardrails, OncePer, Trigger } from './rulebook.ts'
import { hasOncePer } from './trigger.ts'

const KEYS = ['quietHours', 'atMost', 'caps', 'blackouts', 'holdout', 'oncePer', 'freshFor', 'whileCaseOpen'] as const
const ONCE_PER = ['event', 'complaint', 'flight', 'booking', 'year', 'ever'] as const

/** A campaign's guard rails; what is not said is what is usual. */
export function readGuardrails(
  cursor: Cursor | undefined,
  { service, trigger, caps }: { service: boolean; trigger: Trigger | undefined; caps: CapScope },
): Guardrails {
  const fields = (cursor && mapping(cursor, KEYS)) ?? {}
  const quietHours = fields.quietHours && readOwnQuietHours(fields.quietHours, service)
  const usual: OncePer = trigger?.kind === 'date' ? 'year' : 'event'
  return {
    ...(quietHours && { quietHours }),
    caps: fields.atMost ? readCaps(fields.atMost, caps) : [],
    ...readCapRules(fields.caps, service),
    blackouts: fields.blackouts ? readBlackouts(fields.blackouts) : [],
    holdout: (fields.holdout && readPercent(fields.holdout)) ?? 0,
    oncePer: (fields.oncePer && readOncePer(fields.oncePer, trigger)) ?? usual,
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
