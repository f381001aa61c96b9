import { fareOf, madeAt } from '../../../shared/domain/member/bookings.ts'
import { isBooked } from '../../../shared/domain/member/fold/bookings.ts'
import type { Booking, Member } from '../../../shared/domain/member/member.ts'
import type { RecordBody } from '../../../shared/domain/receipt.ts'
import { inCurrency, wholeMinor } from '../../../shared/domain/results/amounts.ts'
import { type Assignment, HELD_OUT } from '../../../shared/domain/results/assignment.ts'
import { closesAt } from '../../../shared/domain/results/cohort.ts'
import type { Played } from '../machine/play.ts'
import type { Check } from './promise.ts'
import type { Told } from './told.ts'

/**
 * What campaigns came to is what the records say: who was asked for their holdout is in the analysis once, by the arm of then, with
 * what happened since; and sums are those of their members, once their time is over.
 */
export const results: Check = (played, told) => [
  ...sumsAstray(played),
  ...countedTooSoon(played),
  ...[...played.members.values()]
    .filter((member) => isOneCard(member, told))
    .flatMap((member) => ofMember(member, played, told)),
]

/** Of who is several cards, or was erased, not all records are at hand: what stays of them is in the sums. */
function isOneCard({ memberId, aliases, mergedInto, erasedAt }: Member, told: Told): boolean {
  const isOne = aliases.length === 0 && mergedInto === undefined && told.cardsOf(told.personOf(memberId)).length <= 1
  return isOne && erasedAt === undefined && !told.isErased(memberId)
}

function sumsAstray({ results: { differences }, witness: { wrongSums } }: Played): string[] {
  return [
    ...differences.map(({ analysis, day, notNoted, sums }) =>
      sums
        ? `the sums of ${analysis} on ${day} are not those of its members`
        : `${notNoted} members of ${analysis} on ${day} are not in the index`,
    ),
    ...wrongSums.map((what) => `the sums of ${what} were not those of its members at night`),
  ]
}

/** Those with quick outcomes would count, and those with slow ones would not. */
function countedTooSoon({ results: { analyses, parts } }: Played): string[] {
  return parts.flatMap(({ analysis, day, counted }) => {
    const closes = closesAt(day, analyses.find(({ id }) => id === analysis)!)
    return counted && counted.countedAt < closes ? [`${analysis} of ${day} was counted before it was closed`] : []
  })
}

interface Lived {
  receipts: RecordBody['receipts']
  events: Event[]
}

interface Event {
  type: string
  occurredAt: number
  /** When it was told. */
  at: number
  detail: Record<string, unknown>
}

function ofMember(member: Member, played: Played, told: Told): string[] {
  const { memberId, assigned } = member
  const records = (played.records.get(memberId) ?? []).map((record) => {
    return { ...record, ...(JSON.parse(record.body) as RecordBody) }
  })
  const receipts = records.sort((a, b) => a.order - b.order).flatMap((record) => record.receipts)
  const lived = { receipts, events: told.events.filter((event) => event.memberId === memberId) }
  const names = assigned.map(({ analysis }) => analysis)
  return [
    ...names.filter((name, i) => names.indexOf(name) < i).map((name) => `${memberId} is in ${name} twice`),
    ...askedAndNotAssigned(member, lived),
    ...assigned
      .filter(({ analysis }) => !analysis.startsWith('*'))
      .flatMap((assignment) => [
        ...movedArm(memberId, assignment, lived),
        ...(played.setAsides.length > 0 ? [] : otherOutcome(memberId, assignment, lived)),
        ...otherCost(memberId, assignment, played),
        ...otherMoney(member, assignment, played),
      ]),
  ]
}

/** The assignment has its function's clock. */
const CLOCKS_DIFFER_MS = 10_000

function campaignOf({ analysis }: Assignment): string {
  return analysis.slice(0, analysis.indexOf('@'))
}

const ASKED = new Set(['decided', 'heldOut'])

/** Nobody is forgotten whose holdout was asked. */
function askedAndNotAssigned({ memberId, assigned }: Member, { receipts }: Lived): string[] {
  const campaigns = new Set(assigned.map(campaignOf))
  const asked = receipts.filter(({ outcome, reason }) => ASKED.has(outcome) && reason.is !== 'globalHoldout.yes')
  return [...new Set(asked.map(({ campaign }) => campaign))]
    .filter((campaign) => !campaigns.has(campaign))
    .map((campaign) => `${memberId} was asked for the holdout of ${campaign}, and is in no analysis of it`)
}

/** The arm of the first time is that of every time. */
function movedArm(memberId: string, assignment: Assignment, { receipts }: Lived): string[] {
  const campaign = campaignOf(assignment)
  return receipts
    .filter((receipt) => receipt.campaign === campaign && ASKED.has(receipt.outcome))
    .filter(({ reason }) => reason.is !== 'globalHoldout.yes')
    .filter(({ outcome }) => (outcome === 'heldOut') !== (assignment.arm === HELD_OUT))
    .map(({ outcome }) => `${memberId} is in the arm ${assignment.arm} of ${campaign}, and was ${outcome}`)
}

/**
 * Bookings and complaints in the window, worked out anew from what the airline told. What is dated after the assignment and was
 * told before it may have been known then: it counts or does not.
 */
function otherOutcome(memberId: string, assignment: Assignment, { events }: Lived): string[] {
  const { analysis, at, until, outcome } = assignment
  const inWindow = ({ occurredAt }: Event) => occurredAt >= at && occurredAt < until
  const made = events.filter((event) => event.type === 'booking.created' && inWindow(event))
  // One that is told again is dated by its last word.
  const filed = events.filter(({ type }) => type === 'complaint.filed').sort((a, b) => a.occurredAt - b.occurredAt)
  const last = new Map(filed.map((event) => [event.detail.complaintId, event]))
  const complaints = [...last.values()].filter(inWindow)
  // A PNR that was cancelled or made twice is a booking whose life only the fold tells.
  const pnrs = events.filter(({ type }) => type.startsWith('booking.')).map(({ detail }) => detail.pnr)
  const isPlain = new Set(pnrs).size === pnrs.length
  const isWrong = (counted: number, some: readonly Event[]) =>
    counted > some.length || counted < some.filter((event) => event.at > at + CLOCKS_DIFFER_MS).length
  return [
    ...(isPlain && isWrong(outcome.bookings ?? 0, made)
      ? [`${memberId} has ${outcome.bookings ?? 0} bookings in ${analysis}, and made ${made.length}`]
      : []),
    ...(isWrong(outcome.complaints ?? 0, complaints)
      ? [`${memberId} has ${outcome.complaints ?? 0} complaints in ${analysis}, and filed ${complaints.length}`]
      : []),
  ]
}

/** Rulebooks change what things are worth. What stays counted is worth what some rulebook said, and nothing stays of what is gone. */
function otherMoney({ memberId, bookings }: Member, assignment: Assignment, { witness }: Played): string[] {
  const { analysis, at, until, currency, outcome } = assignment
  const measures = [...witness.rulebooks.values()].map(({ settings }) => settings.measure)
  const worthAtMost = (booking: Booking) => {
    const [made, fare] = [madeAt(booking)!, fareOf(booking)]
    if (!isBooked(booking) || !fare || made < at || made >= until) return 0
    const day = new Date(made).toISOString().slice(0, 10)
    const worths = measures.map((measure) => inCurrency(fare.amountMinor, fare.currency, day, measure, currency))
    return Math.max(...worths.map((worth) => (worth === 'leftOut' ? 0 : worth.minor)))
  }
  const revenue = bookings.reduce((sum, booking) => sum + worthAtMost(booking), 0)
  const { revenueMinor = 0, mailsMinor = 0, sent = 0 } = outcome
  const prices = measures.map(({ mail }) => wholeMinor(1, mail ?? { minor: 0, per: 1 }))
  const isPaid = mailsMinor >= sent * Math.min(...prices) && mailsMinor <= sent * Math.max(...prices)
  const below = MONEY.filter((count) => (outcome[count] ?? 0) < 0)
  return [
    ...below.map((count) => `${memberId} has ${outcome[count]} of ${count} in ${analysis}`),
    ...(revenueMinor > revenue ? [`${memberId} brought in ${revenueMinor} in ${analysis}, and ${revenue} stand`] : []),
    ...(isPaid ? [] : [`${sent} mails to ${memberId} cost ${mailsMinor} in ${analysis}`]),
  ]
}

const MONEY = ['revenueMinor', 'mailsMinor', 'compensationMinor', 'offersMinor', 'leftOut'] as const

/** What the campaign granted in the window and nobody took back, as the ledger has it. */
function otherCost(memberId: string, assignment: Assignment, { grants }: Played): string[] {
  const campaign = campaignOf(assignment)
  const stands = (grants.get(memberId) ?? []).filter(
    (grant) => grant.campaign === campaign && grant.state === 'granted' && grant.costCurrency === assignment.currency,
  )
  const counted = assignment.outcome.compensationMinor ?? 0
  const expected = stands.reduce((sum, { costMinor }) => sum + costMinor, 0)
  // One that was granted when the window was over does not count.
  return counted > expected
    ? [`${memberId} cost ${counted} in ${assignment.analysis}, and ${expected} were granted and not taken back`]
    : []
}
