import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'

/** Consent is withdrawn and given, preferably just when something else happens to the member. */
export function consent(author: Author, chance: Chance): void {
  for (const memberId of chance.some(author.members, 0.4)) {
    const near = chance.pick(author.instantsOf(memberId)) ?? author.instant(0, 1)
    const at = near + chance.pick([-MINUTE, 1000, 20_000, MINUTE, 2 * HOUR])
    author.event('consent.changed', memberId, at, { channel: 'email', granted: false })
    if (chance.is(0.4)) {
      author.event('consent.changed', memberId, at + chance.pick([0, 30_000, HOUR, 30 * HOUR]), {
        channel: 'email',
        granted: true,
      })
    }
  }
  for (const memberId of chance.some(author.members, 0.2)) {
    const objects = { channel: 'email', granted: chance.is(0.3), purpose: 'service' }
    author.event('consent.changed', memberId, chance.pick(author.instantsOf(memberId)) ?? author.instant(0, 1), objects)
  }
}
