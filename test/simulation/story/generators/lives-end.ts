import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'

/** Cards are merged into others and people ask to be forgotten, preferably while something is under way. */
export function livesEnd(author: Author, chance: Chance): void {
  const anew = chance.of('complains anew')
  const [first, second, third] = author.members
  if (first && second && chance.is(0.3)) merge(first, second)
  // Often before the bus has heard of the one that it follows.
  if (second && third && chance.is(0.25)) merge(second, third)
  const last = author.members.at(-1)!
  if (chance.is(0.12)) author.event('member.erased', last, soonAfter(last), {})

  function merge(card: string, survivor: string): void {
    const at = soonAfter(card)
    author.event('member.merged', card, at, { into: survivor })
    complainTwice(card, survivor, at)
    if (!chance.is(0.4)) return
    // Two cards that say different things of mails: the stricter one stands.
    author.event('consent.changed', card, at - 5 * HOUR, { channel: 'email', granted: false })
    author.event('consent.changed', survivor, at - 2 * HOUR, { channel: 'email', granted: true })
  }

  /** The person complains of one flight by the card that ends, and again by the one that goes on: it is paid once. */
  function complainTwice(card: string, survivor: string, mergedAt: number): void {
    const flown = anew.pick(author.told('flight.completed').filter(({ memberId }) => memberId === card))
    if (!flown || !anew.is(0.6)) return
    const { carrier, flightNumber, from, to, scheduledDeparture } = flown.detail
    const flight = { carrier, flightNumber, from, to, scheduledDeparture }
    for (const [memberId, at] of [
      [card, mergedAt - anew.pick([MINUTE, 5 * HOUR])],
      [survivor, mergedAt + anew.pick([MINUTE, 5 * HOUR, 40 * HOUR])],
    ] as const)
      author.event('complaint.filed', memberId, at, {
        complaintId: author.id('twice'),
        category: 'delay',
        severity: 4,
        flight,
      })
  }

  function soonAfter(memberId: string): number {
    const near = chance.pick(author.instantsOf(memberId)) ?? author.instant(0.3, 1)
    return near + chance.pick([1000, MINUTE, 3 * HOUR])
  }
}
