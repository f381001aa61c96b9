import type { ChurnModel } from './churn/model.ts'
import { SHIPPED_CHURN } from './churn/shipped.ts'
import { type CompanyModel, SHIPPED_COMPANIES } from './companies/companies.ts'
import type { ComplaintModel } from './complaints/linear.ts'
import { type LifetimeModel, SHIPPED_LIFETIME } from './lifetime/model.ts'
import { SHIPPED_TIERS, type TierModel } from './tier/tier.ts'
import { SHIPPED_UPGRADE, type UpgradeModel } from './upgrade/propensity.ts'
import { SHIPPED_VALUE, type ValueModel } from './value/group.ts'

/** The models that a rulebook's conditions are answered with, and its complaints sorted. */
export interface ScoreModels {
  churn: ChurnModel
  lifetime: LifetimeModel
  tier: TierModel
  companies: CompanyModel
  value: ValueModel
  upgrade: UpgradeModel
  /** Null: complaints are sorted by the lists of words. */
  complaints: ComplaintModel | null
}

/** What holds where a rulebook brings none of its own. */
export const SHIPPED_MODELS: ScoreModels = {
  churn: SHIPPED_CHURN,
  lifetime: SHIPPED_LIFETIME,
  tier: SHIPPED_TIERS,
  companies: SHIPPED_COMPANIES,
  value: SHIPPED_VALUE,
  upgrade: SHIPPED_UPGRADE,
  complaints: null,
}
