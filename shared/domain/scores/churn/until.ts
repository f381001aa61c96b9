import { type Calendar, DAY } from '../../calendar.ts'
import { CHURN_FEATURE_NAMES, CHURN_FEATURES } from './features.ts'
import type { ChurnHistory } from './history.ts'
import type { ChurnModel } from './model.ts'

/**
 * The days, since 1970-01-01, on which something is long enough ago to count no more: the risk falls on them, and on no others.
 * Only what has a weight in the model.
 */
export function fallsOn({ features }: ChurnModel, history: ChurnHistory, calendar: Calendar): number[] {
  return CHURN_FEATURE_NAMES.flatMap((name) => {
    const { counts } = CHURN_FEATURES[name]
    if (!counts || !features[name]?.weight) return []
    return history[counts.of].map((instant) => firstDayFrom(instant + counts.days * DAY, calendar))
  })
}

/** The first day that begins at an instant or after it. */
function firstDayFrom(instant: number, calendar: Calendar): number {
  const day = calendar.dayOf(instant)
  return calendar.startOfDayNumber(day) === instant ? day : day + 1
}
