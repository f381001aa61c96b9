import type { Fault } from '../../contract/index.ts'
import { DEPTH_AT_MOST, isTooDeep, jsonOf } from '../../standards/json.ts'
import { instantOf, iso } from '../../standards/local-time.ts'
import { readCard } from '../../standards/reference.ts'
import { type Connector, type Known, nothing, refused, type Said, type Translation } from '../connector.ts'
import { identityOf } from '../identity.ts'
import { type NamedFlight, withFlight } from '../legs/named-flight.ts'
import { meaningOf } from '../parts.ts'
import { memberWith } from '../people.ts'
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
      return silent(`it has not the tag "${mapping.only}"`)
    const tell = TOLD[event.type]
    if (!tell) return silent(`nothing is told of ${event.type.slice(0, 60)}`)
    const said = tell(event, mapping)
    if ('why' in said) return silent(said.why)
    if ('fault' in said) return refused(said.fault)
    const at = instantOf(said.at ?? event.time, 'UTC')
    if (at === undefined) return refused(bad('bad-time', 'time', `"${event.time.slice(0, 40)}" is not a time`))
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
  | { why: string }
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
      : { why: 'no answer to the member' }
  },
  'zen:event-type:ticket.status_changed': ({ detail, event }, { outcomes }) => {
    const status = (event?.current ?? detail.status ?? '').toUpperCase()
    if (status !== 'SOLVED') return { why: `the status ${status.slice(0, 20) || 'is not told'}` }
    if (!outcomes) return { why: 'the mapping says nothing of outcomes' }
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
    return { fault: bad('too-large', 'message', `the message has ${bytes.length} bytes`) }
  if (isTooDeep(text)) return { fault: bad('bad-json', 'message', `it nests more than ${DEPTH_AT_MOST} levels deep`) }
  const value = jsonOf(text)
  if (value === undefined)
    return { fault: bad('bad-json', 'message', 'the message is not JSON', 'it may have been cut off') }
  const read = ticketEvent.safeParse(value)
  if (read.success) return { event: read.data }
  const path = read.error.issues[0]!.path.join('.')
  return {
    fault: bad(
      'not-this-kind',
      path || 'message',
      'the message is not an event of a ticket',
      'subscribe the webhook to ticket events',
    ),
  }
}

function unknownTags({ tags }: Ticket, table: string): Fault {
  const some = (tags ?? []).slice(0, 8).join(', ').slice(0, 200)
  return bad(
    'unknown-code',
    `${PLACE}.tags`,
    `the mapping has none of the tags ${some || '(there are none)'}`,
    `add one under ${table}, or "*"`,
  )
}

function bad(code: Fault['code'], path: string, message: string, hint?: string): Fault {
  return { code, path, message, ...(hint && { hint }) }
}

function silent(why: string): Translation {
  return { ...nothing(), silent: [{ place: PLACE, why }] }
}
