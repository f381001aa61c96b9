import { type Gate, go, skip } from './gate.ts'

/** A hint that saves a call to the counter, which alone decides. A journey that has its place keeps it. */
export const inAll: Gate = {
  name: 'inAll',
  atClaim: false,
  concerns: ({ campaign }) => campaign.limits?.inAll !== undefined,
  ask: ({ campaign, journey, world }) =>
    world.full?.has(campaign.id) && !journey.counted
      ? skip({ is: 'inAll.reached', limit: campaign.limits?.inAll ?? 0 })
      : go({ is: 'inAll.left' }),
}
