import type { MemberEvent, MemberEventType } from '../../contract/index.ts'
import { channelIdOf } from '../actions/index.ts'
import type { Subject } from '../audience/condition.ts'
import type { Calendar } from '../calendar.ts'
import { disruptedOf } from '../member/disrupted.ts'
import { parseLeg } from '../member/legs.ts'
import type { Member } from '../member/member.ts'
import type { Audience, Campaign, Rulebook } from '../rulebook/rulebook.ts'

/** Two campaigns that write to the same members: for one event, or because these are in the audiences of both. */
export interface Overlap {
  campaigns: [string, string]
  /** The event's type; absent: by their audiences. */
  event?: string
  /** Members for whom both would begin: upon an event that is known of them, or now. Absent: such events are not kept. */
  members?: number
}

/** Campaigns that write, and that may begin for one reason: one type of event, or their audiences. */
interface Group {
  event?: MemberEventType
  campaigns: Campaign[]
}

interface Writing {
  /** Each with its place among all, which orders pairs. */
  places: ReadonlyMap<Campaign, number>
  groups: Group[]
  audiences: ReadonlyMap<string, Audience>
}

const known = new WeakMap<Rulebook, Writing>()

/** Worked out once a rulebook. */
function writingOf(rulebook: Rulebook): Writing {
  let writing = known.get(rulebook)
  if (!writing) {
    const campaigns = rulebook.campaigns.filter((each) => writes(each) && each.trigger.kind !== 'date')
    const byReason = Map.groupBy(campaigns, ({ trigger }) => (trigger.kind === 'event' ? trigger.type : undefined))
    writing = {
      places: new Map(campaigns.map((campaign, place) => [campaign, place])),
      groups: [...byReason].map(([event, of]) => ({ campaigns: of, ...(event !== undefined && { event }) })),
      audiences: new Map(rulebook.audiences.map((audience) => [audience.id, audience])),
    }
    known.set(rulebook, writing)
  }
  return writing
}

function writes({ program }: Campaign): boolean {
  return program.some((each) => each.op === 'action' && channelIdOf(each.action) !== undefined)
}

/**
 * How many of these members every pair would write to. Pairs that would write to nobody, as far as is known, are left out. Each campaign is
 * asked once a member, and not once a pair: of a thousand there are half a million.
 */
export function overlapsAmong(
  members: Iterable<Member>,
  rulebook: Rulebook,
  { now, calendar }: Pick<Subject, 'now'> & { calendar: Calendar },
): Overlap[] {
  const writing = writingOf(rulebook)
  const found = new Map<string, Found>()
  for (const { event, campaigns } of writing.groups) {
    if (event === undefined || isKept(event)) continue
    for (const pair of pairsOf(campaigns, event, writing)) found.set(pair.name, pair)
  }
  for (const member of members) {
    const subject: Subject = { member, now, calendar, until: Number.POSITIVE_INFINITY }
    const both = new Map<string, Found>()
    for (const { event, campaigns } of writing.groups)
      for (const begun of begunAtOnce(event, campaigns, subject, writing))
        for (const pair of pairsOf(begun, event, writing)) both.set(pair.name, pair)
    for (const [name, pair] of both) {
      const { members: before = 0 } = found.get(name)?.overlap ?? {}
      found.set(name, { ...pair, overlap: { ...pair.overlap, members: before + 1 } })
    }
  }
  const inOrder = [...found.values()].sort((a, b) => a.places[0] - b.places[0] || a.places[1] - b.places[1])
  return inOrder.map(({ overlap }) => overlap)
}

interface Found {
  name: string
  places: [number, number]
  overlap: Overlap
}

function pairsOf(campaigns: readonly Campaign[], event: string | undefined, { places }: Writing): Found[] {
  return campaigns.flatMap((one, index) =>
    campaigns.slice(index + 1).map((other): Found => {
      const pair: Overlap['campaigns'] = [one.id, other.id]
      return {
        name: pair.join(' '),
        places: [places.get(one)!, places.get(other)!],
        overlap: { campaigns: pair, ...(event !== undefined && { event }) },
      }
    }),
  )
}

/** Which of them would begin for this member: by their audiences, or upon each event that is known of the member. */
function begunAtOnce(
  event: MemberEventType | undefined,
  campaigns: readonly Campaign[],
  subject: Subject,
  { audiences }: Writing,
): Campaign[][] {
  if (event === undefined) return [campaigns.filter((each) => isMeant(each, subject, audiences))]
  return eventsOf(event, subject.member).map((each) => {
    const asked = { ...subject, event: each }
    return campaigns.filter(
      ({ trigger, audience }) =>
        trigger.kind === 'event' && (trigger.where?.holds(asked) ?? true) && audience.holds(asked),
    )
  })
}

function isMeant({ trigger, audience }: Campaign, subject: Subject, audiences: Writing['audiences']): boolean {
  const through = 'audience' in trigger ? audiences.get(trigger.audience) : undefined
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
