import { objectsToScores } from '../../../member/profile.ts'
import { churnHistoryOf } from '../../../scores/churn/history.ts'
import { churnReasons, churnRisk as riskOf } from '../../../scores/churn/model.ts'
import { fallsOn } from '../../../scores/churn/until.ts'
import { identityOf } from '../../../scores/identity.ts'
import { flownParts, onceFor } from '../known.ts'
import type { Fact } from '../types.ts'
import { whyUnscored } from './flying.ts'

/** Reasons that a receipt names. */
const REASONS = 3
const DECIMALS = 10_000

export const churnRisk: Fact = {
  name: 'churnRisk',
  family: 'scores',
  type: { kind: 'number', probability: true },
  description: {
    en: 'how probable it is, 0 to 1, that the member does not fly in the next half year (or as far ahead as your own model looks)',
    'zh-CN': '会员未来半年（或自有模型所看的时长）内不再飞行的概率，0 至 1',
  },
  absent: {
    en: 'never flown, or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN': '从未飞行，或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'churnRisk: { atLeast: 0.6 }',
  params: {},
  measure: ({ models: { churn } }) => ({
    kind: 'score',
    at: (subject, instant) => {
      const history = historyIn(subject)
      return history && rounded(riskOf(churn, history, instant))
    },
    drifts: 'up',
    turnsOn: (subject) => {
      const history = historyIn(subject)
      return history ? fallsOn(churn, history, subject.calendar) : []
    },
    why: (subject, instant) => {
      const origin = { model: churn.version, asOf: subject.calendar.dateOf(instant) }
      const history = historyIn(subject)
      if (!history) return { ...origin, moved: [], unknown: whyUnscored(subject) }
      const moved = churnReasons(churn, history, instant).slice(0, REASONS)
      return { ...origin, moved: moved.map(({ feature, by }) => [feature, Number(by.toFixed(2))]) }
    },
    model: identityOf(churn),
  }),
}

/** As receipts show it. */
function rounded(risk: number): number {
  return Math.round(risk * DECIMALS) / DECIMALS
}

/** Undefined where there is nothing to go by, or the member objected: then nothing is worked out of them at all. */
const historyIn = onceFor(
  (subject) => {
    const { complaints, disruptions, surveys } = subject.member
    return [...flownParts(subject), complaints, disruptions, surveys]
  },
  (subject) => (objectsToScores(subject.member) ? undefined : churnHistoryOf(subject.member, subject.calendar)),
)
