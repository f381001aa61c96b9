import type { Cabin } from '../../../contract/index.ts'
import type { Subject } from '../../audience/condition.ts'
import { fulfil, noteAction, pendingAction } from '../../campaign/settle.ts'
import { mapping } from '../../cursor.ts'
import { upcomingSegments } from '../../member/fold/bookings.ts'
import { legOf } from '../../member/legs.ts'
import { LIMITS } from '../../member/member.ts'
import { readDuration } from '../../rulebook/read.ts'
import { DURATION, object } from '../../rulebook/schema/parts.ts'
import type { ActionDefinition } from '../definition.ts'
import { CABIN, readHigherCabin } from './cabin.ts'

export const upgradeOfferAction = {
  queue: 'offers' as const,
  traits: {
    sells: true,
    brings: 'offer',
  },
  form: {
    read(cursor) {
      const fields = mapping(cursor, ['cabin', 'validFor'], ['cabin', 'validFor'])
      const cabin = fields?.cabin && readHigherCabin(fields.cabin)
      const validFor = fields?.validFor && readDuration(fields.validFor)
      return cabin && validFor ? { kind: 'upgradeOffer', cabin, validFor } : undefined
    },
    schema: object({ cabin: CABIN, validFor: DURATION }, ['cabin', 'validFor']),
    line: (value, _reason, { step }) => {
      const { cabin, validFor } = value as Record<string, unknown>
      return step.offer(String(cabin), String(validFor))
    },
  },
  plan: ({ cabin, validFor }, { actionId, now, subject }) => ({
    kind: 'upgradeOffer',
    offerId: `offer-${actionId}`,
    cabin,
    expiresAt: now + validFor,
    leg: nextFlightBelow(cabin, subject),
  }),
  outcomes: {
    'offer.issued': (turn, event) => {
      const action = pendingAction(turn, event.actionId)
      if (!action) return
      const { offerId, cabin, expiresAt } = event
      const offer = { offerId, campaign: action.campaign, cabin, issuedAt: turn.now, expiresAt }
      turn.draft.offers = [...turn.draft.offers, offer].slice(-LIMITS.offers)
      noteAction(turn, action, 'issued', { is: 'offer.issued', cabin })
      fulfil(turn, action, { offerId })
    },
  },
  counted: ['issued', 'accepted', 'declined'],
  example: {
    schema: object({ cabin: CABIN }, ['cabin']),
    read(cursor) {
      const at = mapping(cursor, ['cabin'], ['cabin'])?.cabin
      const cabin = at && readHigherCabin(at)
      return (
        cabin && {
          words: ({ upgrade }) => upgrade(cabin),
          isMet: ({ outcome, action }) => outcome === 'issued' && action.cabin === cabin,
        }
      )
    },
    words:
      ({ action }) =>
      ({ upgrade }) =>
        upgrade(action.cabin),
    write: ({ action }) => ({ cabin: action.cabin }),
  },
  sample: ({ cabin, validFor }, now) => ({ offer: { cabin, expiresAt: now + validFor } }),
} satisfies ActionDefinition<'upgradeOffer'>

const RANK: Record<Cabin, number> = { Y: 0, W: 1, C: 2, F: 3 }

function nextFlightBelow(cabin: Cabin, { member, now }: Subject): string | undefined {
  const next = upcomingSegments(member, now).find((segment) => RANK[segment.cabin] < RANK[cabin])
  return next && legOf({ ...next, scheduledDeparture: next.departsAt })
}
