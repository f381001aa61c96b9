import type { Fault } from '../../contract/index.ts'
import { DEPTH_AT_MOST, isTooDeep, jsonOf } from '../../standards/json.ts'
import { instantOf, iso } from '../../standards/local-time.ts'
import { readCard } from '../../standards/reference.ts'
import { type Connector, type Known, nothing, refused, type Said, type Silent, type Translation } from '../connector.ts'
import { identityOf } from '../identity.ts'
import { type NamedFlight, withFlight } from '../legs/named-flight.ts'
import { meaningOf } from '../parts.ts'
import { memberWith } from '../people.ts'
import { amiss, silence } from '../words.ts'
import type { ZendeskMapping } from './mapping.ts'
import { type Ticket, type TicketEvent, ticketEvent } from './ticket.ts'

const BYTES_AT_MOST = 1024 * 1024
const PLACE = 'ticket'
const PRIORITIES = { URGENT: 5, HIGH: 4, NORMAL: 3, LOW: 2 } as const

/** Zendesk: complaints that are filed, answered and solved, as its webhooks tell of tickets. */
export const zendesk: Connector<ZendeskMapping> = {
  parse(raw, mapping, known) {
    const read = readEvent(raw.bytes)
    if ('fault' in read) return refused(read.fault)
    const { event } = read
    const tags = event.detail.tags ?? []
    if (mapping.only !== undefined && !tags.includes(mapping.only))
      return silent(silence(PLACE, 'noTag', { tag: mapping.only }))
    const tell = TOLD[event.type]
    if (!tell) return silent(silence(PLACE, 'ticketEventIgnored', { type: event.type.slice(0, 60) }))
    const said = tell(event, mapping)
    if ('silent' in said) return silent(said.silent)
    if ('fault' in said) return refused(said.fault)
    const at = instantOf(said.at ?? event.time, 'UTC')
    if (at === undefined) return refused(badTime(said.at ?? event.time))
    const member = memberOf(event.detail, known)
    if (!('memberId' in member)) return member
    const about = {
      id: identityOf('zendesk', event.id, raw),
      occurredAt: iso(at),
      memberId: member.memberId,
      complaintId: `zendesk:${event.detail.id}`,
    }
    const told: Said = { type: said.type, detail: { ...about, ...said.detail } }
    const flight = said.type === 'complaint.filed' ? flightIn(event.detail) : undefined
    return flight ? withFlight(told, flight, PLACE, known) : { ...nothing(), events: [told] }
  },
}

type Tell =
  | { type: Said['type']; detail: Record<string, unknown>; at?: string | null | undefined }
  | { silent: Silent }
  | { fault: Fault }

/** What an event of a ticket tells, by its type. */
const TOLD: Readonly<Record<string, (event: TicketEvent, mapping: ZendeskMapping) => Tell>> = {
  'zen:event-type:ticket.created': ({ detail }, { categories, severities }) => {
    const category = byTag(detail, categories)
    if (category === undefined) return { fault: unknownTags(detail, 'categories') }
    const priority = detail.priority ?? ''
    const severity = meaningOf({ ...PRIORITIES, ...severities }, priority.toUpperCase())
    return {
      type: 'complaint.filed',
      at: detail.created_at,
      detail: {
        category,
        ...(severity !== undefined && { severity }),
        ...(detail.description && { text: detail.description }),
        ...(detail.via?.channel && { channel: detail.via.channel }),
      },
    }
  },
  'zen:event-type:ticket.comment_added': ({ event }) => {
    const { is_public: isPublic, author } = event?.comment ?? {}
    return isPublic && author?.is_staff
      ? { type: 'complaint.answered', detail: {} }
      : { silent: silence(PLACE, 'noAnswer') }
  },
  'zen:event-type:ticket.status_changed': ({ detail, event }, { outcomes }) => {
    const status = (event?.current ?? detail.status ?? '').toUpperCase()
    if (status !== 'SOLVED') return { silent: silence(PLACE, 'statusTold', { status: status.slice(0, 20) }) }
    if (!outcomes) return { silent: silence(PLACE, 'noOutcomes') }
    const outcome = byTag(detail, outcomes)
    return outcome === undefined
      ? { fault: unknownTags(detail, 'outcomes') }
      : { type: 'complaint.resolved', detail: { outcome } }
  },
}

/** Of the first tag that the table has, else what stands for all others. */
function byTag<T>({ tags }: Ticket, table: Readonly<Record<string, T>>): T | undefined {
  const known = (tags ?? []).find((each) => Object.hasOwn(table, each))
  return known === undefined ? meaningOf(table, '') : table[known]
}

/** By their card; else by their address, where it is one member's alone. */
function memberOf({ external_id: card, via }: Ticket, known: Known): { memberId: string } | Translation {
  const read = card ? readCard(card) : undefined
  return read?.ok ? { memberId: read.name } : memberWith(via?.source?.from?.address ?? '', PLACE, known)
}

/** A tag such as `flight_xw0932_20261006` names the flight. */
function flightIn({ tags }: Ticket): NamedFlight | undefined {
  const found = (tags ?? []).map((tag) => /^flight_([a-z0-9]{3,7})_(\d{4})(\d\d)(\d\d)$/.exec(tag)).find(Boolean)
  const [, number, year, month, day] = found ?? []
  return number === undefined ? undefined : { number, date: `${year}-${month}-${day}` }
}

function readEvent(bytes: Uint8Array): { event: TicketEvent } | { fault: Fault } {
  const text = Buffer.from(bytes).toString('utf8')
  if (bytes.length > BYTES_AT_MOST)
    return { fault: amiss('too-large', 'message', 'bytesTooMany', { bytes: bytes.length, most: BYTES_AT_MOST }) }
  if (isTooDeep(text)) return { fault: amiss('bad-json', 'message', 'tooDeep', { most: DEPTH_AT_MOST }) }
  const value = jsonOf(text)
  if (value === undefined) return { fault: amiss('bad-json', 'message', 'notJson') }
  const read = ticketEvent.safeParse(value)
  if (read.success) return { event: read.data }
  const path = read.error.issues[0]!.path.join('.')
  return { fault: amiss('not-this-kind', path || 'message', 'notATicket') }
}

function unknownTags({ tags }: Ticket, table: string): Fault {
  const some = (tags ?? []).slice(0, 8).join(', ').slice(0, 200)
  return amiss('unknown-code', `${PLACE}.tags`, 'tagsUnknown', { tags: some, table })
}

function badTime(written: string): Fault {
  const field = 'time'
  return amiss('bad-time', field, 'notATime', { field, said: written.slice(0, 40), like: '2026-10-01T08:30:00Z' })
}

function silent(one: Silent): Translation {
  return { ...nothing(), silent: [one] }
}
