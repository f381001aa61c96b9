import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { iso } from '../story.ts'

/** A typo in a source, and somebody who takes himself for Wingback. */
const STRAY = ['airlines.ops', 'Airline.ops', 'wingback']

/** Events that no rule can be made of: each is to be set aside, whole, and to hurt nobody else. */
export function poison(author: Author, chance: Chance): void {
  for (let count = chance.pick([0, 0, 1, 2]); count > 0; count--) {
    const at = author.instant(0, 1)
    const detail = { id: author.id('poison'), memberId: chance.pick(author.members), occurredAt: iso(at) }
    const [type, broken] = chance.pick<[string, unknown]>([
      ['member.updatet', detail],
      ['booking.cancelled', detail],
      ['complaint.filed', { ...detail, complaintId: 'not an id', severity: 'five' }],
      ['survey.answered', { ...detail, occurredAt: 'yesterday' }],
      ['consent.changed', { ...detail, memberId: '../..', channel: 'email', granted: true }],
      ['member.erased', { ...detail, occurredAt: iso(at + 400 * 24 * 3_600_000) }],
      ['flight.completed', 'not an object'],
      ['flight.disrupted', { ...detail, passengers: 'everybody' }],
      ['complaint.filed', { ...detail, complaintId: 'not an id', severity: 'five', text: 'long '.repeat(120_000) }],
      [`survey.answered${'x'.repeat(50_000)}`, detail],
      ['complaint.filed', { ...detail, complaintId: nested(chance.pick([20, 900])), text: '\ud83d' }],
    ])
    author.raw(type, broken, at, 'poison event')
    if (chance.is(0.3))
      author.stray(chance.pick(STRAY), 'booking.cancelled', { ...detail, id: author.id('stray'), pnr: 'ABC123' }, at)
  }
}

function nested(depth: number): unknown {
  return depth === 0 ? {} : [nested(depth - 1)]
}
