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
    complainAgain(card, survivor, at)
    if (!chance.is(0.4)) return
    // Two cards that say different things of mails: the stricter one stands.
    author.event('consent.changed', card, at - 5 * HOUR, { channel: 'email', granted: false })
    author.event('consent.changed', survivor, at - 2 * HOUR, { channel: 'email', granted: true })
  }

  /** The person complains anew, by the card that goes on, of a flight that they complained of by the other one. */
  function complainAgain(card: string, survivor: string, mergedAt: number): void {
    const before = author.told('complaint.filed').filter(({ memberId, detail }) => memberId === card && detail.flight)
    const { detail } = anew.pick(before) ?? {}
    if (!detail || !anew.is(0.6)) return
    const at = mergedAt + anew.pick([MINUTE, 5 * HOUR, 40 * HOUR])
    author.event('complaint.filed', survivor, at, { ...detail, complaintId: author.id('again') })
  }

  function soonAfter(memberId: string): number {
    const near = chance.pick(author.instantsOf(memberId)) ?? author.instant(0.3, 1)
    return near + chance.pick([1000, MINUTE, 3 * HOUR])
  }
}
