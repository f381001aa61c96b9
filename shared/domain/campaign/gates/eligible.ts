import { type Gate, go, skip } from './gate.ts'

/** Still one of those the campaign is for. */
export const eligible: Gate = {
  name: 'eligible',
  atClaim: false,
  concerns: () => true,
  ask: ({ campaign, subject }) =>
    campaign.audience.holds(subject) ? go({ is: 'eligible.yes' }) : skip({ is: 'eligible.noLonger' }),
}
