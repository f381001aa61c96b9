import type { Announcement } from '../../contract/announcements.ts'
import type { WingbackEventType } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { isNotedReason } from '../../contract/reason.ts'
import { type Grant, type GrantState, personIn } from '../../domain/ledger/grant.ts'
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
 * What is told of a grant as it stands: to others on the bus, and to the member, as an event. Both have ids made of the
 * action's, so that what is told twice is one. Of a grant whose person was erased nothing is told to anybody.
 */
export function noticeOf(
  grant: Grant,
  memberId: string,
  now: number,
): { announcement: Announcement; event: string } | undefined {
  if (grant.actionId === undefined) return undefined
  const type = TYPES[grant.state]
  const id = `${grant.actionId}:${type.split('.')[1]}`
  const { grantId, basis, kind, amount, currency, campaign, rulebook } = grant
  const fields = { grantId, basis, kind, amount, ...(currency !== undefined && { currency }), ...more(grant) }
  const occurredAt = new Date(now).toISOString()
  const about = { campaign, cause: grant.key, ...(grant.entry !== undefined && { entry: grant.entry }), rulebook }
  return {
    // Which fields go with which state is said below; the schemas are held against it by a test.
    announcement: { type, detail: { id, memberId, occurredAt, ...about, ...inWords(fields) } } as Announcement,
    event: ownEvent({ type, id, memberId, fields: { actionId: grant.actionId, ...about, ...fields } }, now),
  }
}

/** Others on the bus get the sentence, as the contract has it. */
function inWords(fields: Record<string, unknown>): Record<string, unknown> {
  return isNotedReason(fields.reason) ? { ...fields, reason: say(asReason(fields.reason)) } : fields
}

function more(grant: Grant): Record<string, unknown> {
  const { state, reason, until, reversed } = grant
  switch (state) {
    case 'granted':
      return { reason }
    case 'pending':
      return { until: new Date(until ?? 0).toISOString() }
    case 'refused':
      return { code: 'approval-refused', reason: { is: 'approval.refused', by: personIn(grant) } satisfies Reason }
    case 'lapsed':
      return { code: 'approval-lapsed', reason: { is: 'approval.lapsed' } satisfies Reason }
    case 'reversed':
      return { amount: reversed, reason: { is: 'approval.reversed', by: personIn(grant) } satisfies Reason }
  }
}
