import type { ScoreTexts } from '../../en/scores/index.ts'
import { briefing } from './briefing.ts'
import { churn } from './churn.ts'
import { clusters } from './clusters.ts'
import { columns } from './columns.ts'
import { companies } from './companies.ts'
import { fit } from './fit.ts'
import { lifetime } from './lifetime.ts'
import { satisfaction } from './satisfaction.ts'
import { triage } from './triage.ts'
import { upgrades } from './upgrades.ts'

export const scores: ScoreTexts = {
  briefing,
  churn,
  clusters,
  columns,
  companies,
  fit,
  lifetime,
  satisfaction,
  triage,
  upgrades,
}
