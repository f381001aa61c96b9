import type { MemberEventType } from '../../contract/index.ts'
import type { TriggerContext } from '../audience/compile.ts'
import { readCondition } from '../audience/compile.ts'
import { eventFieldOf } from '../audience/event-fields.ts'
import { readEventType } from '../audience/happened.ts'
import { bool, type Cursor, child, complain, mapping, meant, oneOf, short, text, whole } from '../cursor.ts'
import { parseTimeOfDay } from '../units.ts'
import { onlyOne } from './read.ts'
import type { OncePer, Trigger } from './rulebook.ts'
import { readSchedule } from './schedule.ts'
import type { CampaignScope } from './scope.ts'

const KINDS = ['schedule', 'event', 'audience', 'date'] as const
const KEYS = [...KINDS, 'where', 'on', 'includeExisting', 'daysBefore', 'at'] as const
type Kind = (typeof KINDS)[number]
type Fields = Partial<Record<(typeof KEYS)[number], Cursor>>

/** What starts a campaign: an event type alone, or a mapping. */
export function readTrigger(cursor: Cursor, scope: CampaignScope): Trigger | undefined {
  if (typeof cursor.value === 'string') {
    const type = readEventType(cursor)
    return type && { kind: 'event', type, ...namedAs(cursor.value, type) }
  }
  const isThere = (kind: Kind) => child(cursor, kind).value !== undefined
  // A schedule names an audience, which by itself would be a kind of its own.
  const kinds = isThere('schedule') ? KINDS.filter((kind) => kind !== 'audience') : KINDS
  const [kind, ...more] = kinds.filter(isThere)
  const fields = mapping(cursor, kind && more.length === 0 ? [kind, ...byKind[kind].keys] : KEYS)
  const only = fields && onlyOne(cursor, fields, kinds)
  return only && byKind[only].read(fields, scope, cursor)
}

/** For a member, `flight.disrupted` becomes `member.disrupted`; messages use the name that was written. */
function namedAs(written: unknown, type: MemberEventType): { named?: string } {
  return typeof written === 'string' && written !== type ? { named: written } : {}
}

interface Reader {
  /** Keys that may stand beside it. */
  keys: readonly (typeof KEYS)[number][]
  read(fields: Fields, scope: CampaignScope, cursor: Cursor): Trigger | undefined
}

const byKind: Record<Kind, Reader> = {
  schedule: {
    keys: ['audience'],
    read: ({ schedule, audience }, scope, cursor) => {
      const when = readSchedule(schedule!, scope)
      if (!audience) return complain(cursor, 'missing-key', ({ problems }) => problems.audienceIsMissing)
      const id = readAudienceId(audience, scope)
      return when && id !== undefined ? { kind: 'schedule', schedule: when, audience: id } : undefined
    },
  },
  event: {
    keys: ['where'],
    read: ({ event, where }, scope) => {
      const type = readEventType(event!)
      const context: TriggerContext = type ? { type, fields: 'all' } : 'faulty'
      const condition = where && readCondition(where, { ...scope.conditions, event: context })
      return type && { kind: 'event', type, ...namedAs(event!.value, type), ...(condition && { where: condition }) }
    },
  },
  audience: {
    keys: ['on', 'includeExisting'],
    read: ({ audience, on, includeExisting }, scope) => {
      const id = readAudienceId(audience!, scope)
      const change = on ? oneOf(on, ['entered', 'left']) : 'entered'
      const existing = includeExisting ? bool(includeExisting) : false
      if (!id || !change || existing === undefined) return undefined
      return { kind: 'audience', audience: id, on: change, includeExisting: existing }
    },
  },
  date: {
    keys: ['daysBefore', 'at'],
    read: ({ date, daysBefore, at }) => {
      const which = oneOf(date!, ['birthday'])
      const days = daysBefore ? whole(daysBefore, 0, 364) : 0
      const minutes = at ? readTimeOfDay(at) : 9 * 60
      if (!which || days === undefined || minutes === undefined) return undefined
      return { kind: 'date', date: which, daysBefore: days, at: minutes }
    },
  },
}

function readAudienceId(cursor: Cursor, { conditions }: CampaignScope): string | undefined {
  const id = text(cursor)
  if (id === undefined || conditions.audienceIds.includes(id)) return id
  return complain(
    cursor,
    'unknown-audience',
    ({ problems }) => problems.noAudienceIsCalled(short(id)),
    meant(id, conditions.audienceIds),
  )
}

function readTimeOfDay(cursor: Cursor): number | undefined {
  const minutes = parseTimeOfDay(cursor.value)
  return (
    minutes ??
    complain(
      cursor,
      'bad-time',
      ({ problems }) => problems.expectedATimeOfDay(cursor.value),
      ({ problems }) => problems.writeTimeOfDay,
    )
  )
}

/** What later conditions can ask of the trigger: the plain fields that a journey keeps. */
export function laterContext(trigger: Trigger | undefined): TriggerContext | undefined {
  if (!trigger) return 'faulty'
  return trigger.kind === 'event' ? { type: trigger.type, fields: 'kept' } : undefined
}

/** Whether the trigger has what `oncePer` names. */
export function hasOncePer(trigger: Trigger, oncePer: OncePer): boolean {
  const has = (field: string) => trigger.kind === 'event' && eventFieldOf(trigger.type, field) !== undefined
  if (oncePer === 'complaint') return has('complaintId')
  if (oncePer === 'booking') return has('pnr')
  if (oncePer === 'flightNews') return has('kind') && has('arrivalDelayMinutes')
  if (oncePer === 'flight') return has('flight.carrier') || (has('carrier') && has('scheduledDeparture'))
  return true
}
