import { identityOf } from '../../../scores/identity.ts'
import { type TierModel, tierParts, tierScoreOf } from '../../../scores/tier/tier.ts'
import type { Scalar } from '../../matcher.ts'
import type { Measure } from '../../measures/measure.ts'
import { type Flights, flightsIn, whyUnscored } from './flying.ts'

type Timeline = Measure & { kind: 'timeline' }

/** What a fact reads of the score of a tier, with the points of its parts for receipts. */
export function tierMeasure(model: TierModel, read: (score: number) => Scalar): Measure {
  const flights = flightsIn(model)
  return {
    kind: 'timeline',
    at: (subject, instant) => {
      const flying = flights.at(subject, instant)
      return flying && read(tierScoreOf(model, flying))
    },
    changes: flights,
    ...byTierModel(model, flights),
  }
}

/** Which model a fact of a tier comes from, and the points of each part then: for receipts. */
export function byTierModel(model: TierModel, { at }: Flights): Required<Pick<Timeline, 'why' | 'model'>> {
  return {
    why: (subject, instant) => {
      const origin = { model: model.version, asOf: subject.calendar.dateOf(instant) }
      const flying = at(subject, instant)
      if (!flying) return { ...origin, moved: [], unknown: whyUnscored(subject) }
      const parts = Object.entries(tierParts(model, flying)).sort(([, a], [, b]) => b - a)
      return { ...origin, moved: parts.map(([part, points]) => [part, Number(points.toFixed(2))]) }
    },
    model: identityOf(model),
  }
}
