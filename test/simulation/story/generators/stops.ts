import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'

/** People at the airline end a campaign in mid-flight; some let it begin again. */
export function stops(author: Author, chance: Chance): void {
  if (author.campaigns.length === 0 || !chance.is(0.15)) return
  const campaign = chance.pick(author.campaigns)
  const at = author.instant(0.1, 0.9)
  author.happens(at, { is: 'stop', campaign })
  if (chance.is(0.5)) author.happens(at + chance.pick([MINUTE, 5 * HOUR]), { is: 'resume', campaign })
}
