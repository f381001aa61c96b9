import type { Envelope } from '../../../shared/contract/index.ts'
import { HOUR } from '../../../shared/domain/calendar.ts'
import type { OutgoingMail } from '../../../shared/ports/index.ts'
import type { Call } from '../faults/index.ts'
import type { Meanwhile } from '../faults/meanwhile.ts'
import { iso, type Story } from '../story/story.ts'
import type { Agenda } from './agenda.ts'
import type { Services } from './gate.ts'
import type { Machine } from './machine.ts'
import type { Order } from './operators.ts'
import { reportOf } from './people.ts'

interface Doing {
  put(envelope: Envelope): void
  order(order: Order): void
}

/** What people do while a mail is on its way: each of it must hold for the claim that comes after. */
export function worstMoments(
  machine: Machine,
  services: Services,
  { rulebooks, moments }: Story,
  agenda: Agenda,
  doing: Doing,
) {
  const { witness } = machine
  // One merge a story: cards merged in a circle are no person's.
  const lifeEnds = moments.some((moment) => moment.is === 'event' && ends(moment.envelope))
  const doings: Record<Meanwhile, (memberIds: readonly string[]) => void> = {
    withdraws: (memberIds) => {
      for (const memberId of memberIds) {
        const last = witness.messagesReady.findLast(({ ready }) => ready.memberId === memberId)
        say('consent.changed', memberId, { channel: last ? 'wechat' : 'email', granted: false })
      }
    },
    moves: (memberIds) => {
      for (const memberId of memberIds) say('member.updated', memberId, { timeZone: nightZone(machine.now()) })
    },
    bounces: (memberIds) => {
      for (const memberId of memberIds) {
        const last = witness.mails.findLast(({ mail }) => mail.tags.member === memberId)
        if (!last) continue
        void services.ports.queues.send('events', [reportedOn(last.mail)])
      }
    },
    merges: ([survivor]) => {
      const last = witness.mails.findLast(({ mail }) => mail.tags.member !== survivor)
      if (last && survivor && !lifeEnds && !witness.puts.some(({ envelope }) => ends(envelope)))
        say('member.merged', last.mail.tags.member!, { into: survivor })
    },
    pauses: () => {
      doing.order({ is: 'pause', campaign: 'all' })
      agenda.add(machine.now() + 2 * HOUR, () => doing.order({ is: 'resume', campaign: 'all' }))
    },
    publishes: () => doing.order({ is: 'publish', rulebook: rulebooks.length - 1 }),
  }

  /** It bounced after all; or the member has reported it as spam, where it went to an address they had before. */
  function reportedOn(mail: OutgoingMail): string {
    const bounced = witness.mails.length % 2 === 0
    const to = bounced ? mail.to : `earlier-${mail.to}`
    machine.note(`SES: a mail to ${to} ${bounced ? 'bounced' : 'was reported as spam'} after all`)
    return reportOf(bounced ? 'Bounce' : 'Complaint', { ...mail, to })
  }

  function say(type: string, memberId: string, fields: object): void {
    const id = `meanwhile-${witness.puts.length}`
    const time = iso(machine.now())
    machine.note(`event ${type} ${id} of ${memberId} ${JSON.stringify(fields)}`)
    const detail = { id, memberId, occurredAt: time, ...fields }
    doing.put({ id: `bus-${id}`, source: 'airline.test', 'detail-type': type, time, detail })
  }

  return (what: Meanwhile, call: Pick<Call, 'args' | 'about'>) => doings[what](membersOf(call))
}

function ends({ 'detail-type': type }: Envelope): boolean {
  return type === 'member.merged' || type === 'member.erased'
}

/** Those a call is about: the orders in it name them, else the call itself. */
function membersOf({ args, about }: Pick<Call, 'args' | 'about'>): string[] {
  if (args[0] !== 'emails') return about.match(/\bM\d+\b/g) ?? []
  return (args[1] as string[]).map((body) => (JSON.parse(body) as { memberId: string }).memberId)
}

/** Zones without summer time, from 11 hours behind UTC to 12 ahead. */
const ZONES = [
  ...['Pacific/Pago_Pago', 'Pacific/Honolulu', 'Pacific/Gambier', 'Pacific/Pitcairn', 'America/Phoenix'],
  ...['America/Costa_Rica', 'America/Bogota', 'America/La_Paz', 'America/Cayenne', 'America/Noronha'],
  ...['Atlantic/Cape_Verde', 'Africa/Abidjan', 'Africa/Lagos', 'Africa/Johannesburg', 'Africa/Nairobi', 'Asia/Dubai'],
  ...['Asia/Karachi', 'Asia/Dhaka', 'Asia/Bangkok', 'Asia/Shanghai', 'Asia/Tokyo', 'Pacific/Port_Moresby'],
  ...['Pacific/Guadalcanal', 'Pacific/Tarawa'],
] as const
const HOURS_BEHIND_OF_FIRST = 11

/** A zone where it is between one and two at night. */
function nightZone(now: number): string {
  const ahead = 1 - new Date(now).getUTCHours()
  return ZONES[(ahead + HOURS_BEHIND_OF_FIRST + 24) % 24]!
}
