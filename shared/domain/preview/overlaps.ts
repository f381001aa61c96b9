import type { MemberEvent, MemberEventType } from '../../contract/index.ts'
import { channelIdOf } from '../actions/index.ts'
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
  /** Members for whom both would begin: upon an event that is known of them, or now. Absent: such events are not kept. */
  members?: number
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

/** How many of these members every pair would write to. Pairs that would write to nobody, as far as is known, are left out. */
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
  return pairs.flatMap(({ campaigns: [one, other], event }, index): Overlap[] => {
    const overlap = { campaigns: [one.id, other.id] as [string, string], ...(event !== undefined && { event }) }
    if (event !== undefined && !isKept(event)) return [overlap]
    return counts[index]! === 0 ? [] : [{ ...overlap, members: counts[index]! }]
  })
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

/** What a trigger sees of the events that a member keeps. */
const KEPT = {
  'complaint.filed': ({ complaints }) =>
    complaints.flatMap(({ complaintId, filed }) => (filed ? [{ ...filed, complaintId }] : [])),
  'complaint.resolved': ({ complaints }) =>
    complaints.flatMap(({ complaintId, resolved }) => (resolved ? [{ ...resolved, complaintId }] : [])),
  'member.disrupted': (member) =>
    disruptedOf(member).map(({ leg, delayMinutes, ...each }) => {
      return { ...parseLeg(leg), ...each, arrivalDelayMinutes: delayMinutes }
    }),
  'flight.completed': ({ flights }) => flights.map((each) => ({ ...each, arrivalDelayMinutes: each.delayMinutes })),
  'booking.created': ({ bookings }) => bookings.flatMap(({ pnr, created }) => (created ? [{ ...created, pnr }] : [])),
  'booking.cancelled': ({ bookings }) =>
    bookings.flatMap(({ pnr, cancelled }) => (cancelled ? [{ at: cancelled.at, pnr }] : [])),
  'survey.answered': ({ surveys }) => surveys,
} satisfies { [T in MemberEventType]?: (member: Member) => readonly { at: number }[] }

function isKept(type: string): type is keyof typeof KEPT {
  return Object.hasOwn(KEPT, type)
}

function eventsOf(type: string, member: Member): MemberEvent[] {
  if (!isKept(type)) return []
  const about = { type, id: 'known', memberId: member.memberId }
  return KEPT[type](member).map((each) => ({ ...about, occurredAt: each.at, ...each }) as unknown as MemberEvent)
}
