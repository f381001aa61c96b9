import type { Grant, GrantState } from '../domain/ledger/grant.ts'
import type { WingbackEventType } from '../events/index.ts'
import type { Announcement } from '../ports.ts'
import { ownEvent } from '../reaction/own-event.ts'

const TYPES = {
  pending: 'compensation.pending',
  granted: 'compensation.granted',
  refused: 'compensation.refused',
  lapsed: 'compensation.refused',
  reversed: 'compensation.reversed',
} as const satisfies Record<GrantState, WingbackEventType>

/**
 * What is told of a grant as it stands: to others on the bus, and to the member, as an event. Both have ids made of the
 * action's, so that what is told twice is one.
 */
export function wordOf(grant: Grant, memberId: string, now: number): { announcement: Announcement; event: string } {
  const type = TYPES[grant.state]
  const id = `${grant.actionId}:${type.split('.')[1]}`
  const { grantId, basis, kind, amount, currency, campaign, rulebook } = grant
  const fields = { grantId, basis, kind, amount, ...(currency !== undefined && { currency }), ...more(grant) }
  const occurredAt = new Date(now).toISOString()
  const about = { campaign, cause: grant.key, ...(grant.entry !== undefined && { entry: grant.entry }), rulebook }
  return {
    announcement: { type, detail: { id, memberId, occurredAt, campaign, rulebook, ...fields } },
    event: ownEvent({ type, id, memberId, fields: { actionId: grant.actionId, ...about, ...fields } }, now),
  }
}

function more({ state, reason, until, settled, reversed }: Grant): Record<string, unknown> {
  const by = settled?.why ? `${settled.by}: ${settled.why}` : settled?.by
  switch (state) {
    case 'granted':
      return { reason }
    case 'pending':
      return { until: new Date(until ?? 0).toISOString() }
    case 'refused':
      return { code: 'approval-refused', reason: `not approved by ${by}` }
    case 'lapsed':
      return { code: 'approval-lapsed', reason: 'nobody approved it in time' }
    case 'reversed':
      return { amount: reversed, reason: `reversed by ${by}` }
  }
}
