import { DAY, HOUR } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import { type Documents, iso } from '../story.ts'

/** Audiences that ask for a score: which one, and how much. */
export const LIKELY_GONE = 'likely-gone'
export const AT_RISK = 'at-risk'

/** The rulebooks with models, and audiences and a campaign that ask for them; and a last one with other models under the same versions. */
export function withScores(rulebooks: readonly Documents[], chance: Chance): Documents[] {
  const [atMost, atLeast] = [chance.pick([0.3, 0.5, 0.8]), chance.pick([0.3, 0.6, 0.8])]
  const scored = rulebooks.map((documents) => ({
    ...documents,
    ...modelsOf({ alpha: chance.pick([8, 60]), usual: chance.pick([2.5, 5]) }),
    [`audiences/${LIKELY_GONE}.yaml`]: { audience: LIKELY_GONE, who: { alive: { atMost } } },
    [`audiences/${AT_RISK}.yaml`]: { audience: AT_RISK, who: { churnRisk: { atLeast } } },
    'campaigns/call-them.yaml': {
      campaign: 'call-them',
      class: 'service',
      trigger: { audience: LIKELY_GONE, on: 'entered' },
      audience: { alive: { atMost } },
      guardrails: { oncePer: '30d', whileCaseOpen: true },
      steps: [{ serviceTask: { team: 'care', title: 'Call them', detail: 'They may have left.' } }],
    },
  }))
  return [...scored, { ...scored.at(-1)!, ...modelsOf({ alpha: 20, usual: 3 }) }]
}

/** In days; so that thresholds are passed within the weeks that follow. */
function modelsOf({ alpha, usual }: { alpha: number; usual: number }): Documents {
  const visits = { r: 1.3, alpha, a: 0.6, b: 3 }
  const version = 'ours'
  return {
    'models/lifetime.json': { kind: 'lifetime', version, visits, spend: null, discountRate: 0.01 },
    'models/churn.json': {
      ...{ kind: 'churn', version, alive: visits, horizonDays: 5, intercept: 0 },
      features: { recency: { weight: 1, usual, varies: 0.5 } },
    },
  }
}

/** Members flew every few days until some time ago; some object to scores, for one card or another, and some take it back. */
export function fliesAndObjects(author: Author, chance: Chance): void {
  for (const memberId of author.members) {
    const [every, ago] = [chance.between(4, 15), chance.between(1, 30)]
    for (let n = chance.between(0, 5); n > 0; n--) {
      const told = author.instant(0.2, 0.8)
      const departed = told - (ago + every * n) * DAY
      const leg = { carrier: 'CA', flightNumber: '851', from: 'PEK', to: 'ICN', scheduledDeparture: iso(departed) }
      author.event('flight.completed', memberId, told, { ...leg, cabin: 'Y', distanceKm: 900 })
    }
    if (!chance.is(0.4)) continue
    const objected = author.instant(0.2, 0.6)
    author.event('member.updated', memberId, objected, { profiling: false })
    if (chance.is(0.3)) {
      author.event('member.updated', memberId, objected + chance.between(1, 40) * HOUR, {
        profiling: chance.pick([true, null]),
      })
    }
  }
}
