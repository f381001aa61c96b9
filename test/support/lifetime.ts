import { SHIPPED_LIFETIME } from '../../shared/domain/scores/lifetime/model.ts'
import { SHIPPED_MODELS } from '../../shared/domain/scores/models.ts'
import { inAudience } from './conditions.ts'

/** A model as one airline might have learned it: none ships. */
export const TAUGHT = {
  ...SHIPPED_LIFETIME,
  version: 'taught',
  visits: { r: 1.3, alpha: 60, a: 0.6, b: 3 },
  spend: { p: 4, q: 3, gamma: 500, currency: 'CNY' },
}

/** An audience whose rulebook has that model. */
export const taught = { ...inAudience, models: { ...SHIPPED_MODELS, lifetime: TAUGHT } }
