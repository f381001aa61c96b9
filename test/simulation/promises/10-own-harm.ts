import { UNREADABLE } from '../story/generators/flights.ts'
import type { Check } from './promise.ts'

/** 10. A bad event hurts only itself: nothing sound is set aside with it. */
export const ownHarm: Check = ({ witness, setAsides }) => {
  const poison = new Set(witness.puts.filter((put) => put.poison).map(({ envelope }) => envelope.id))
  return setAsides
    .filter(({ envelope }) => !poison.has(envelope.id) && !isUnreadable(envelope.detail))
    .map(
      ({ envelope, fault }) =>
        `${envelope['detail-type']} ${envelope.id} is sound, and was set aside: ${fault.message}`,
    )
}

/** A flight as it is set aside for the passengers that cannot be read, who are all that is left of it. */
function isUnreadable(detail: unknown): boolean {
  const passengers: { memberId: string }[] = Object(detail).passengers ?? []
  return passengers.length > 0 && passengers.every(({ memberId }) => memberId === UNREADABLE)
}
