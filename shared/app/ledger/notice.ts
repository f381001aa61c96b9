import type { Announcement } from '../../contract/announcements.ts'
import type { WingbackEventType } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { isNotedReason } from '../../contract/reason.ts'
import { type Grant, type GrantState, personIn } from '../../domain/ledger/grant.ts'
import { grantIn } from '../../domain/ledger/in-words.ts'
import { asReason, type Reason } from '../../domain/reason.ts'
import { say } from '../../domain/texts/say.ts'

const TYPES = {
  pending: 'compensation.pending',
  granted: 'compensation.granted',
  refused: 'compensation.refused',
  lapsed: 'compensation.refused',
  reversed: 'compensation.reversed',
} as const satisfies Record<GrantState, WingbackEventType>

/**
 * What is told of a grant as it stands: an announcement on the bus, and an event for the member. Both ids are made from
 * the action's, so that telling twice is telling once. After an erasure nobody is told.
 */
export function noticeOf(
  grant: Grant,
  memberId: string,
  now: number,
): { announcement: Announcement; event: string } | undefined {
  if (grant.actionId === undefined) return undefined
  const type = TYPES[grant.state]
  const id = `${grant.actionId}:${type.split('.')[1]}`
  const { grantId, basis, kind, amount, currency, campaign, rulebook, state, costMinor, costCurrency } = grant
  const fields = { grantId, basis, kind, amount, ...(currency !== undefined && { currency }), ...more(grant) }
  const cost = state === 'granted' && { cost: { amountMinor: costMinor, currency: costCurrency } }
  const byLaw = state === 'granted' && grant.law && { law: grant.law }
  const occurredAt = new Date(now).toISOString()
  const about = { campaign, cause: grant.key, ...(grant.entry !== undefined && { entry: grant.entry }), rulebook }
  return {
    // The schemas are held against these fields by a test.
    announcement: {
      type,
      detail: { id, memberId, occurredAt, ...about, ...inWords(fields), ...byLaw },
    } as Announcement,
    event: ownEvent({ type, id, memberId, fields: { actionId: grant.actionId, ...about, ...fields, ...cost } }, now),
  }
}

/** The bus gets the reason as a sentence: the contract says so. */
function inWords(fields: Record<string, unknown>): Record<string, unknown> {
  return isNotedReason(fields.reason) ? { ...fields, reason: say(asReason(fields.reason)) } : fields
}

function more(grant: Grant): Record<string, unknown> {
  const { state, until, reversed } = grant
  switch (state) {
    case 'granted':
      return { reason: grantIn(grant).reason }
    case 'pending':
      return { until: new Date(until ?? 0).toISOString() }
    case 'refused':
      return { code: 'approval-refused', reason: { is: 'approval.refused', by: personIn(grant) } satisfies Reason }
    case 'lapsed':
      return { code: 'approval-lapsed', reason: { is: 'approval.lapsed' } satisfies Reason }
    case 'reversed':
      return { amount: reversed, reason: reversedBy(grant) }
  }
}

/** By whom, with their own words or what the law says. */
function reversedBy(grant: Grant): Reason {
  const findings = grant.settled?.because
  return { is: 'approval.reversed', by: personIn(grant), ...(findings && { findings }) }
}
