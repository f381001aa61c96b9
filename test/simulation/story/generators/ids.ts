import { DAY, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/** So long after an event was told last, everybody has it. */
const SURELY_TOLD = 9 * DAY

/** Ids that are taken: by another system, which is another event; by the same one with other words, which is none. */
export function ids(author: Author, chance: Chance): void {
  for (const { at, memberId, detail } of chance.some(author.told('member.enrolled'), 0.2)) {
    const own = { id: detail.id, memberId, occurredAt: iso(at + MINUTE) }
    author.from('airline.crm', 'consent.changed', { ...own, channel: 'email', granted: false }, at + MINUTE)
  }
  for (const { at, detail } of chance.some(author.told('survey.answered'), 0.2)) {
    const reused = { ...detail, nps: (Number(detail.nps) + 1) % 11 }
    author.raw('survey.answered', reused, at + SURELY_TOLD, 'poison event')
  }
}
