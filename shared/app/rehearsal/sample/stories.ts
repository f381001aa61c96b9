import type { Condition } from '../../../domain/audience/condition.ts'
import { smallestChanges } from '../../../domain/audience/smallest-changes.ts'
import type { Receipt } from '../../../domain/receipt.ts'
import type { Campaign } from '../../../domain/rulebook/rulebook.ts'
import type { Ran } from './run.ts'
import type { CampaignTally, Outside } from './tally.ts'

/** What happened to one member of the sample. */
export interface Story {
  memberId: string
  receipts: Receipt[]
  /** What did not hold, where that is not the campaign's own audience. */
  condition?: Condition
}

/** Somebody's receipts, and of those who did not enter the one that says why, the nearest first. */
export interface Stories {
  inside: Story[]
  outside: Story[]
}

const STORIES = 10

/** Of one campaign, when it is looked at: who was near takes long to find out of a thousand campaigns. */
export function storiesOf(campaign: Campaign, { campaigns }: Ran): Stories {
  const tally = campaigns.get(campaign.id)
  if (!tally) return { inside: [], outside: [] }
  return {
    inside: [...tally.inside].map(([memberId, receipts]) => ({ memberId, receipts })),
    outside: nearest(campaign, tally),
  }
}

/** Those of whom the least would have had to be different: facts of the audience count one by one, another gate as one thing. */
function nearest({ audience }: Campaign, { outside, inside, entered }: CampaignTally): Story[] {
  const isIn = new Set(entered.map(({ memberId }) => memberId))
  const away = ({ receipt: { gates = [], further = [], facts }, condition = audience }: Outside) => {
    const isNotFor = [...gates, ...further].some(({ gate }) => gate === 'eligible')
    const ways = isNotFor && facts ? smallestChanges(condition.shape, facts, true) : undefined
    const others = gates.length + further.length - (isNotFor ? 1 : 0)
    return others + (isNotFor ? Math.min(...(ways ?? []).map((changes) => changes.length), FAR) : 0)
  }
  return [...outside]
    .filter(([memberId]) => !isIn.has(memberId) && !inside.has(memberId))
    .map(([memberId, each]) => {
      const { receipt, condition } = each
      // Whom it passed by may be kept from it by more, which nobody asked.
      const further = condition ? 0.5 : 0
      return { memberId, receipts: [receipt], ...(condition && { condition }), away: away(each) + further }
    })
    .sort((a, b) => a.away - b.away)
    .slice(0, STORIES)
    .map(({ away: _, ...story }) => story)
}

const FAR = 99
