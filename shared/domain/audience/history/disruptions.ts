import { type Disruption, disruptedOf } from '../../member/disrupted.ts'
import { LIMITS } from '../../member/member.ts'
import { disruptionFields } from '../fields/disruption.ts'
import { itemTest } from '../fields/field.ts'
import { historyOf, isOfEvent } from './history.ts'

/** What went wrong with the member's flights. */
export const disruptionHistory = {
  'member.disrupted': historyOf<Disruption>({
    event: 'member.disrupted',
    family: 'disruptions',
    description: { en: 'a flight of the member was disrupted', 'zh-CN': '会员的航班不正常' },
    atMost: LIMITS.disruptions,
    days: 366,
    items: disruptedOf,
    at: (disruption) => disruption.at,
    isOf: isOfEvent,
    fields: disruptionFields,
    passes: (where) => itemTest(where, disruptionFields),
  }),
}
