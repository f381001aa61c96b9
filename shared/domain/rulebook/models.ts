import { type Cursor, complain } from '../cursor.ts'
import { faultOfChurnModel } from '../scores/churn/model.ts'
import { faultOfCompanyModel } from '../scores/companies/companies.ts'
import { faultOfModel as faultOfComplaintModel } from '../scores/complaints/linear.ts'
import { faultOfLifetimeModel } from '../scores/lifetime/model.ts'
import { type ScoreModels, SHIPPED_MODELS } from '../scores/models.ts'
import { faultOfTierModel } from '../scores/tier/tier.ts'
import { faultOfUpgradeModel } from '../scores/upgrade/propensity.ts'
import { faultOfValueModel } from '../scores/value/group.ts'

/** Checks of models, by the name of their file: `models/churn.json`. */
const FAULTS: Record<keyof ScoreModels, (value: unknown) => string | undefined> = {
  churn: faultOfChurnModel,
  lifetime: faultOfLifetimeModel,
  tier: faultOfTierModel,
  companies: faultOfCompanyModel,
  value: faultOfValueModel,
  upgrade: faultOfUpgradeModel,
  complaints: faultOfComplaintModel,
}

/** The models of a rulebook; for those it does not have, the shipped ones. */
export function readModels(cursors: readonly Cursor[]): ScoreModels {
  const models: ScoreModels = { ...SHIPPED_MODELS }
  for (const cursor of cursors) {
    const name = /^models\/(.*)\.json$/.exec(cursor.file)?.[1] ?? ''
    if (!isModel(name)) {
      complain(
        cursor,
        'misplaced-file',
        ({ problems }) => problems.notAModel,
        ({ problems }) => problems.modelsThereAre(Object.keys(FAULTS)),
      )
      continue
    }
    const fault = FAULTS[name](cursor.value)
    if (fault === undefined) Object.assign(models, { [name]: cursor.value })
    else complain(cursor, 'bad-value', fault, ({ problems }) => problems.fitModel)
  }
  return models
}

function isModel(name: string): name is keyof ScoreModels {
  return Object.hasOwn(FAULTS, name)
}
