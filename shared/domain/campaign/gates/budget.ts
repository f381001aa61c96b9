import { type Gate, go, paysFromBudget, skip } from './gate.ts'

/** A hint that saves a call to the ledger, which alone decides. */
export const budget: Gate = {
  name: 'budget',
  atClaim: false,
  concerns: paysFromBudget,
  ask: ({ campaign, world }) => {
    const budget = campaign.budget!
    const left = world.budgetLeft[budget]
    return left !== undefined && left <= 0 ? skip({ is: 'budget.spent', budget }) : go({ is: 'budget.left', budget })
  },
}
