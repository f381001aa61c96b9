import { MARK } from '../../../shared/contract/identity.ts'
import { HOUR } from '../../../shared/domain/calendar.ts'
import type { Budget } from '../../../shared/domain/rulebook/rulebook.ts'
import type { GrantRequest } from '../../../shared/ports/index.ts'
import type { Played } from '../machine/play.ts'
import { processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import { legOf, type Told } from './told.ts'

/** 2. No compensation is granted twice for one cause, and no budget is ever exceeded. */
export const money: Check = (played, told) => [
  ...paidTwice(played, told),
  ...morePaymentsThanCauses(played, told),
  ...budgetsExceeded(played),
  ...booksDiffer(played),
]

/** Grants that moved money, in their order. */
export function paymentsIn({ witness }: Played) {
  return witness.grants.filter(({ outcome }) => outcome.granted && !outcome.again)
}

/** Cards are one person's from when the merge was taken, whether or not the survivor was told so by then. */
function paidTwice(played: Played, told: Told): string[] {
  const merges = processedIn(played).filter(({ type }) => type === 'member.merged')
  const payments = paymentsIn(played)
  return payments.flatMap(({ request, seq }, i) => {
    const payee = request.memberId
    const complaint = complaintOf(played, told, request)
    const before = payments.slice(0, i).filter((other) => {
      const isOfComplaint = complaint !== undefined && complaintOf(played, told, other.request) === complaint
      return isOfComplaint || other.request.key === request.key
    })
    const taken = merges.filter(({ doneAt }) => doneAt < seq)
    const into = new Map(taken.map(({ card, detail }) => [card, String(detail.into)]))
    const survivorOf = (card: string): string => (into.has(card) ? survivorOf(into.get(card)!) : card)
    const twice = before.find((other) => survivorOf(other.request.memberId) === survivorOf(payee))
    return twice
      ? [`${payee} was paid for ${request.key} by ${request.campaign}, and before by ${twice.request.campaign}`]
      : []
  })
}

/** The complaint that a journey was begun for, whichever flight it was said to be of: by its entry. */
function complaintOf(played: Played, told: Told, request: GrantRequest): string | undefined {
  if (triggerOf(played, request) !== 'complaint.filed') return undefined
  const [entry] = (request.entry ?? '').split(MARK)
  const filed = told.events.find(({ detail }) => detail.id === entry || detail.complaintId === entry)
  return filed && String(filed.detail.complaintId)
}

/**
 * Goodwill is paid for flights, complaints and other occasions that there were, each once. So is what the law owes, whose
 * later reports may add to it.
 */
function morePaymentsThanCauses(played: Played, told: Told): string[] {
  const causes = Map.groupBy(told.events, ({ memberId }) => told.personOf(memberId))
  const paid = Map.groupBy(
    paymentsIn(played).filter(({ request }) => CAUSED.has(triggerOf(played, request))),
    ({ request }) => `${request.basis} ${told.personOf(request.memberId)}`,
  )
  return [...paid.values()].flatMap((payments) => {
    const [{ basis, memberId }] = payments.map(({ request }) => request) as [GrantRequest]
    const person = told.personOf(memberId)
    const distinct = new Set((causes.get(person) ?? []).flatMap(causeOf))
    const most = distinct.size * Math.max(1, told.cardsOf(person).length)
    const times = basis === 'goodwill' ? payments.length : new Set(payments.map(({ request }) => paidFor(request))).size
    return times > most ? [`${person} was paid ${times} times as ${basis} for ${distinct.size} causes`] : []
  })
}

/** The flight by its name in the key, which for a difference also says what was paid before. */
function paidFor({ key }: GrantRequest): string {
  return key.slice(0, key.indexOf('+'))
}

const CAUSED = new Set(['complaint.filed', 'member.disrupted'])

function triggerOf({ witness }: Played, { campaign, rulebook }: { campaign: string; rulebook: string }): string {
  const trigger = witness.rulebooks.get(rulebook)?.campaigns.find(({ id }) => id === campaign)?.trigger
  return trigger?.kind === 'event' ? trigger.type : ''
}

/** A complaint about a flight has that flight's leg for its cause. */
function causeOf({ type, detail }: Told['events'][number]): string[] {
  if (type === 'member.disrupted') return [legOf(detail)]
  if (type !== 'complaint.filed') return []
  return [detail.flight ? legOf(detail.flight as Record<string, unknown>) : String(detail.complaintId)]
}

/**
 * Limits are those of the rulebook that was live when the ledger was asked, or had been a moment before. What somebody took
 * back may be spent again.
 */
function budgetsExceeded(played: Played): string[] {
  const spent = new Map<string, Spent[]>()
  const years = new Map<string, Spent[]>()
  const reversals = reversalsIn(played)
  return paymentsIn(played).flatMap(({ request, at }) => {
    if (request.basis !== 'goodwill') return []
    const { id } = request.budget
    const own = played.witness.rulebooks.get(request.rulebook)!.budgets[id]!
    const budgets = budgetsAround(played, at, id)
    const cost = request.kind === 'miles' ? worthOf(request.amount, own.mileValues.at(-1)!.value) : request.amount
    const payment = { cost, takenBackAt: reversals.get(request.actionId) ?? Number.POSITIVE_INFINITY }
    spent.set(id, [...(spent.get(id) ?? []), payment])
    const sum = sumAt(spent.get(id)!, at)
    const year = `${request.memberId} ${new Date(at + 8 * HOUR).getUTCFullYear()}`
    const ofYear = [...(years.get(year) ?? []), payment]
    const inYear = sumAt(ofYear, at)
    const limit = Math.max(...budgets.map(({ limitMinor }) => limitMinor))
    const most = Math.max(...budgets.map(({ perMemberYearMinor = Number.POSITIVE_INFINITY }) => perMemberYearMinor))
    // What was granted while there was no yearly limit is not counted by one that comes later.
    if (budgets.some(({ perMemberYearMinor }) => perMemberYearMinor !== undefined)) years.set(year, ofYear)
    return [
      ...(sum > limit ? [`budget ${id} has ${limit}, and ${sum} was granted`] : []),
      ...(inYear > most ? [`${year} was granted ${inYear}, at most ${most} a year`] : []),
    ]
  })
}

interface Spent {
  cost: number
  takenBackAt: number
}

function sumAt(payments: readonly Spent[], at: number): number {
  return payments.reduce((sum, { cost, takenBackAt }) => sum + (takenBackAt > at ? cost : 0), 0)
}

/** When which action's grant was taken back. */
function reversalsIn({ grants }: Played): Map<string, number> {
  const reversed = [...grants.values()].flat().filter(({ state }) => state === 'reversed')
  return new Map(
    reversed.flatMap(({ actionId, settled }) => (actionId && settled ? [[actionId, settled.at] as const] : [])),
  )
}

function worthOf(miles: number, { minor, per }: { minor: number; per: number }): number {
  return Number((BigInt(miles) * BigInt(minor) + BigInt(per - 1)) / BigInt(per))
}

/** What the ledger is asked with may be as old as its function. */
const FUNCTION_MS = 31_000

function budgetsAround({ witness }: Played, at: number, id: string): Budget[] {
  const { worlds, rulebooks } = witness
  const first = worlds.findLast((world) => world.at < at - FUNCTION_MS)
  const around = worlds.filter((world) => world === first || (world.at >= at - FUNCTION_MS && world.at <= at))
  return around.flatMap(({ rulebook }) => rulebooks.get(rulebook ?? '')?.budgets[id] ?? [])
}

/** What the ledger holds is what it said that it granted. A grant whose person was erased does not say for which action. */
function booksDiffer(played: Played): string[] {
  const held = new Map([...played.grants.values()].flat().map((grant) => [grant.action, grant]))
  const said = new Set(paymentsIn(played).map(({ request }) => request.actionId))
  const unsaid = [...held.values()].filter(({ actionId }) => actionId !== undefined && !said.has(actionId))
  return held.size === said.size && unsaid.length === 0
    ? []
    : [`the ledger holds ${held.size} grants, and made ${said.size}`]
}
