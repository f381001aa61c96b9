import { type Gate, go, skip } from './gate.ts'

/** The member is still eligible for the campaign. */
export const eligible: Gate = {
  name: 'eligible',
  atClaim: false,
  concerns: () => true,
  ask: ({ campaign, subject }) =>
    campaign.audience.holds(subject) ? go({ is: 'eligible.yes' }) : skip({ is: 'eligible.noLonger' }),
}
