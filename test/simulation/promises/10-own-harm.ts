import { RAW_SOURCE } from '../../../shared/contract/raw-source.ts'
import { UNREADABLE } from '../story/generators/flights.ts'
import type { Check } from './promise.ts'
import { lacksCard } from './told.ts'

/** 10. A bad event hurts only itself: nothing sound is set aside with it. */
export const ownHarm: Check = ({ witness, setAsides }) => {
  const poison = new Set(witness.puts.filter((put) => put.poison).map(({ envelope }) => envelope.id))
  return (
    setAsides
      .filter(
        ({ envelope, fault }) => !poison.has(envelope.id) && !isUnreadable(envelope.detail) && !ASIDE.has(fault.path),
      )
      // What messages of other systems come to is held against them by itself.
      .filter(({ envelope }) => !envelope.source.startsWith(RAW_SOURCE))
      .filter(({ envelope, fault }) => fault.code !== 'unknown-member' || !lacksCard(envelope))
      .map(
        ({ envelope, fault }) =>
          `${envelope['detail-type']} ${envelope.id} is sound, and was set aside: ${fault.message}`,
      )
  )
}

/** Fields that stories make unreadable: all else of the event was taken. */
const ASIDE: ReadonlySet<string> = new Set(['toldAt'])

/** A flight as it is set aside for the passengers that cannot be read, who are all that is left of it. */
function isUnreadable(detail: unknown): boolean {
  const passengers: { memberId: string }[] = Object(detail).passengers ?? []
  return passengers.length > 0 && passengers.every(({ memberId }) => memberId === UNREADABLE)
}
