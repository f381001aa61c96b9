import type { MemberEvent } from '../../contract/index.ts'
import { channelIdOf } from '../actions/kinds.ts'
import type { Subject } from '../audience/condition.ts'
import type { Calendar } from '../calendar.ts'
import { disruptedOf } from '../member/disrupted.ts'
import { parseLeg } from '../member/legs.ts'
import type { Member } from '../member/member.ts'
import type { Campaign, Rulebook, Trigger } from '../rulebook/rulebook.ts'

/** Two campaigns that write to the same members: for one event, or because these are in the audiences of both. */
export interface Overlap {
  campaigns: [string, string]
  /** The event's type; absent: by their audiences. */
  event?: string
  /** Members for whom both would begin: upon an event that is known of them, or now. */
  members: number
}

interface Pair {
  campaigns: [Campaign, Campaign]
  event?: string
}

const known = new WeakMap<Rulebook, Pair[]>()

/** Campaigns that may begin for one reason: worked out once a rulebook. */
function pairsOf(rulebook: Rulebook): Pair[] {
  let pairs = known.get(rulebook)
  if (!pairs) {
    const writing = rulebook.campaigns.filter(writes)
    pairs = writing.flatMap((one, index) =>
      writing.slice(index + 1).flatMap((other): Pair[] => {
        const reason = sharedBy(one.trigger, other.trigger)
        return reason ? [{ campaigns: [one, other], ...reason }] : []
      }),
    )
    known.set(rulebook, pairs)
  }
  return pairs
}

function writes({ program }: Campaign): boolean {
  return program.some((each) => each.op === 'action' && channelIdOf(each.action) !== undefined)
}

function sharedBy(one: Trigger, other: Trigger): Pick<Pair, 'event'> | undefined {
  if (one.kind === 'event' || other.kind === 'event')
    return one.kind === 'event' && other.kind === 'event' && one.type === other.type ? { event: one.type } : undefined
  const byAudience = (trigger: Trigger) => trigger.kind === 'audience' || trigger.kind === 'schedule'
  return byAudience(one) && byAudience(other) ? {} : undefined
}

/** How many of these members every pair would write to. Pairs that would write to nobody are left out. */
export function overlapsAmong(
  members: Iterable<Member>,
  rulebook: Rulebook,
  { now, calendar }: Pick<Subject, 'now'> & { calendar: Calendar },
): Overlap[] {
  const pairs = pairsOf(rulebook)
  const counts = pairs.map(() => 0)
  for (const member of members) {
    const subject: Subject = { member, now, calendar, until: Number.POSITIVE_INFINITY }
    for (const [index, pair] of pairs.entries()) if (concernsBoth(pair, subject, rulebook)) counts[index]! += 1
  }
  return pairs.flatMap(({ campaigns: [one, other], event }, index) =>
    counts[index]! === 0
      ? []
      : [{ campaigns: [one.id, other.id], ...(event !== undefined && { event }), members: counts[index]! }],
  )
}

function concernsBoth({ campaigns, event }: Pair, subject: Subject, rulebook: Rulebook): boolean {
  if (event === undefined) return campaigns.every((each) => isMeant(each, subject, rulebook))
  return eventsOf(event, subject.member).some((each) =>
    campaigns.every(({ trigger, audience }) => {
      const asked = { ...subject, event: each }
      return trigger.kind === 'event' && (trigger.where?.holds(asked) ?? true) && audience.holds(asked)
    }),
  )
}

function isMeant({ trigger, audience }: Campaign, subject: Subject, { audiences }: Rulebook): boolean {
  const through = 'audience' in trigger ? audiences.find(({ id }) => id === trigger.audience) : undefined
  return audience.holds(subject) && (through?.condition.holds(subject) ?? true)
}

/** What is known of the events of a type that a member has had, as a trigger sees them. */
function eventsOf(type: string, member: Member): MemberEvent[] {
  const event = (occurredAt: number, fields: object) =>
    ({ type, id: 'known', memberId: member.memberId, occurredAt, ...fields }) as MemberEvent
  switch (type) {
    case 'complaint.filed':
      return member.complaints.flatMap(({ complaintId, filed }) =>
        filed ? [event(filed.at, { ...filed, complaintId })] : [],
      )
    case 'complaint.resolved':
      return member.complaints.flatMap(({ complaintId, resolved }) =>
        resolved ? [event(resolved.at, { ...resolved, complaintId })] : [],
      )
    case 'member.disrupted':
      return disruptedOf(member).map(({ leg, delayMinutes, ...each }) =>
        event(each.at, { ...parseLeg(leg), ...each, arrivalDelayMinutes: delayMinutes }),
      )
    case 'flight.completed':
      return member.flights.map((each) => event(each.at, { ...each, arrivalDelayMinutes: each.delayMinutes }))
    case 'booking.created':
      return member.bookings.flatMap(({ pnr, created }) => (created ? [event(created.at, { ...created, pnr })] : []))
    case 'booking.cancelled':
      return member.bookings.flatMap(({ pnr, cancelled }) => (cancelled ? [event(cancelled.at, { pnr })] : []))
    case 'survey.answered':
      return member.surveys.map((each) => event(each.at, each))
    default:
      return []
  }
}
