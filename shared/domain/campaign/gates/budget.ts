import { type Gate, go, skip } from './gate.ts'

/** A hint that saves a trip to the ledger, which alone decides. */
export const budget: Gate = {
  name: 'budget',
  atClaim: false,
  concerns: ({ spec }) => spec.kind === 'compensation',
  ask: ({ campaign, world }) => {
    const left = world.budgetLeft[campaign.budget!]
    return left !== undefined && left <= 0
      ? skip(`budget ${campaign.budget} is spent`)
      : go(`budget ${campaign.budget} has something left`)
  },
}
