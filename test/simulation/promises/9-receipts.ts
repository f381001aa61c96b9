import { DAY } from '../../../shared/domain/calendar.ts'
import type { Receipt, RecordBody } from '../../../shared/domain/receipt.ts'
import type { Campaign } from '../../../shared/domain/rulebook/rulebook.ts'
import type { Played } from '../machine/play.ts'
import { paymentsIn } from './2-money.ts'
import { processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import { sentIn } from './sent.ts'
import type { Told } from './told.ts'

/** 9. Every send and every non-send has a receipt that names the rule version and the facts. */
export const receipts: Check = (played, told) => [
  ...ofSent(played, told),
  ...ofPayments(played, told),
  ...ofOccasions(played, told),
  ...ofDecisions(played, told),
]

type Kept = Receipt & { memberId: string; recordId: string }

const all = new WeakMap<Played, Kept[]>()

/** All receipts of all members. */
export function receiptsIn(played: Played): Kept[] {
  const known = all.get(played)
  if (known) return known
  const found = [...played.records.values()]
    .flat()
    .flatMap(({ memberId, id, body }) =>
      (JSON.parse(body) as RecordBody).receipts.map((receipt) => ({ ...receipt, memberId, recordId: id })),
    )
  all.set(played, found)
  return found
}

function ofSent(played: Played, told: Told): string[] {
  const decided = new Map(
    receiptsIn(played)
      .filter(({ outcome }) => outcome === 'decided')
      .map((each) => [each.actionId, each]),
  )
  return sentIn(played).flatMap(({ about, memberId, action, rulebook, channel }) => {
    if (told.isErased(memberId)) return []
    const receipt = decided.get(action)
    if (!receipt) return [`${about}: no receipt says why`]
    if (receipt.rulebook !== rulebook) return [`${about}: the receipt names another rulebook`]
    if ((receipt.channel ?? 'email') !== channel) return [`${about}: the receipt names another channel`]
    return receipt.gates?.length && receipt.facts ? [] : [`${about}: the receipt names no gates or facts`]
  })
}

function ofPayments(played: Played, told: Told): string[] {
  const granted = new Set(
    receiptsIn(played)
      .filter(({ outcome }) => outcome === 'granted')
      .map(({ actionId }) => actionId),
  )
  return paymentsIn(played)
    .filter(({ request: { actionId, memberId: payee } }) => {
      return !granted.has(actionId) && !told.isErased(payee) && told.personOf(payee) === payee
    })
    .map(({ request: { memberId, key } }) => `${memberId} was paid for ${key}, and no receipt says so`)
}

/** Each event that triggers a campaign of the rulebook by which it was decided has begun it, or not, for a reason. */
function ofOccasions(played: Played, told: Told): string[] {
  const noted = new Set(
    receiptsIn(played)
      .filter(({ outcome }) => outcome === 'entered' || outcome === 'notEntered')
      .map(({ memberId, recordId, campaign }) => [memberId, recordId, campaign].join(' ')),
  )
  const wasErased = (memberId: string) => told.isErased(memberId)
  return [...played.records.values()].flat().flatMap(({ memberId, id, type, body }) => {
    const { rulebook } = JSON.parse(body) as RecordBody
    const campaigns = (rulebook && played.witness.rulebooks.get(rulebook)?.campaigns) || []
    const triggered = campaigns.filter((campaign) => isTriggered(campaign, type, played, id))
    return triggered
      .filter((campaign) => !wasErased(memberId) && !noted.has([memberId, id, campaign.id].join(' ')))
      .map((campaign) => `${type} ${id} of ${memberId}: no receipt says why ${campaign.id} began or did not`)
  })
}

function isTriggered({ trigger }: Campaign, type: string, played: Played, eventId: string): boolean {
  if (trigger.kind !== 'event' || trigger.type !== type) return false
  if (!trigger.where) return true
  const event = processedIn(played).find(({ id }) => id === eventId)
  // The one condition that stories give a trigger.
  return Number(event?.detail.severity) >= 3
}

/** What was decided has come to something: sent, refused, not known. What was held may be left with its campaign. */
function ofDecisions(played: Played, told: Told): string[] {
  const left = new Set(
    receiptsIn(played)
      .filter(({ outcome }) => outcome === 'exited')
      .map(({ memberId, campaign, key }) => [memberId, campaign, key].join(' ')),
  )
  const outcomes = Map.groupBy(receiptsIn(played), ({ actionId }) => actionId)
  return [...outcomes].flatMap(([actionId, some]) => {
    const [{ memberId, campaign, kind, key }] = some as [Kept]
    if (actionId === undefined || told.isErased(memberId) || told.personOf(memberId) !== memberId) return []
    const last = some.toSorted((a, b) => a.at - b.at).at(-1)!
    // Some campaigns begin every day: what began in the last ones may be held yet.
    if (last.at > played.story.endsAt - 2 * DAY) return []
    const wasLeft = last.outcome === 'held' && left.has([memberId, campaign, key].join(' '))
    return wasLeft || some.some(({ outcome }) => ENDS.has(outcome))
      ? []
      : [`${kind} ${actionId} of ${campaign} for ${memberId}: decided, and no receipt says what came of it`]
  })
}

const ENDS = new Set<Receipt['outcome']>([
  'sent',
  'skipped',
  'heldOut',
  'failed',
  'unknown',
  'expired',
  'granted',
  'refused',
  'issued',
  'opened',
])
