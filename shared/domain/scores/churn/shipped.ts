import type { ChurnModel } from './model.ts'

/**
 * BG/NBD alone, half a year ahead: the parameters are those of the frequency and recency of 50,385 members of a Chinese airline,
 * 2012 to 2014. Of all that else may drive members away there are no real data at hand: it counts for nothing until an airline
 * fits a model to its own history (docs/scores.md).
 */
export const SHIPPED_CHURN: ChurnModel = {
  kind: 'churn',
  version: 'shipped-1',
  trainedOn: { cutoff: '2014-03-31', members: 50_385, lost: 0 },
  alive: { r: 1.11, alpha: 58.1, a: 0.184, b: 3.41 },
  horizonDays: 180,
  intercept: 0,
  features: { unlikely: { weight: 1, usual: 0, varies: 1 } },
}
