import type { Fault, MemberEvent } from '../../../contract/index.ts'
import { flownLeg } from '../legs.ts'
import { LIMITS, type Member } from '../member.ts'
import { flownOf, isSummedUp } from './flights.ts'

const HINT = `the ${LIMITS.flights} flights of the latest dates are kept one by one: these can be told again`

/** Why what an event says can no longer be put into a member. It must be set aside: folded, it would count twice. */
export function refusalOf(member: Member, event: MemberEvent): Fault | undefined {
  if (event.type !== 'flight.completed') return undefined
  const flight = flownOf(event)
  const isSummed = isSummedUp(member, flight)
  if (isSummed === 'no') return undefined
  const why =
    isSummed === 'yes'
      ? 'was told before, and is a part of a sum by now'
      : 'is so far back that it is not known any more whether it was told before'
  return { code: 'too-late', path: 'scheduledDeparture', message: `${flownLeg(flight)} ${why}`, hint: HINT }
}
