import type { MemberEvent } from '../../contract/index.ts'
import { legOf } from '../member/legs.ts'
import type { Cause } from '../member/member.ts'

const FIELDS_AT_MOST = 16
const CHARS_AT_MOST = 64
/** Part of the cause's own name, or a person's own words. */
const LEFT_OUT = new Set(['id', 'type', 'memberId', 'occurredAt', 'text', 'comment'])

/** What a journey keeps of the event that started it. */
export function causeOf(event: MemberEvent): Cause {
  return {
    eventId: event.id,
    at: event.occurredAt,
    type: event.type,
    complaintId: 'complaintId' in event ? event.complaintId : undefined,
    leg: flightLegOf(event),
    pnr: pnrOf(event),
    fields: plainFields(event),
  }
}

function flightLegOf(event: MemberEvent): string | undefined {
  if ('flightNumber' in event) return legOf(event)
  return 'flight' in event && event.flight ? legOf(event.flight) : undefined
}

function pnrOf(event: MemberEvent): string | undefined {
  return 'pnr' in event ? event.pnr : undefined
}

function plainFields(event: MemberEvent): Cause['fields'] {
  const fields: Cause['fields'] = {}
  for (const [field, value] of Object.entries(event).slice(0, FIELDS_AT_MOST * 2)) {
    if (LEFT_OUT.has(field) || Object.keys(fields).length >= FIELDS_AT_MOST) continue
    if (typeof value === 'number' || typeof value === 'boolean') fields[field] = value
    else if (typeof value === 'string' && value.length <= CHARS_AT_MOST) fields[field] = value
  }
  return fields
}
