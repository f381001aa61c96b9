import { DAY, HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'

/** People at the airline: publish another rulebook in mid-flight, take it back, pause and resume. Machines go down. */
export function operators(author: Author, chance: Chance): void {
  author.happens(author.instant(0, 0), { is: 'publish', rulebook: 0 })
  if (author.rulebooks > 1) {
    const at = author.instant(0.2, 0.9)
    author.happens(at, { is: 'publish', rulebook: 1 })
    if (chance.is(0.3)) author.happens(at + chance.pick([10_000, HOUR, 2 * DAY]), { is: 'rollback' })
  }
  if (chance.is(0.25)) {
    const campaign = chance.pick(['all', ...author.campaigns])
    const at = author.instant(0.1, 0.9)
    author.happens(at, { is: 'pause', campaign })
    author.happens(at + chance.pick([20 * MINUTE, 5 * HOUR, 2 * DAY]), { is: 'resume', campaign })
  }
  const regrets = chance.of('reversals')
  if (regrets.is(0.3)) {
    const memberId = regrets.pick(author.members)
    // Often after the cohort is closed: its sums are to move, too.
    author.happens(author.instant(0.3, 2.5), { is: 'reverse', memberId })
  }
  if (chance.is(0.15)) {
    const ms = chance.pick([5 * MINUTE, 3 * HOUR, DAY])
    author.happens(author.instant(0.1, 0.9), { is: 'outage', ms })
  }
}
