import { fraction } from '../../standards/hash.ts'
import type { Arm, Campaign, Rulebook } from '../rulebook/rulebook.ts'

/**
 * The arm of a split that a member takes. Each arm draws a number from a hash of immutable ids, weighted by its share; the
 * highest wins. So the order of the arms does not matter, and when shares change or an arm is added, no more members change
 * arms than necessary.
 */
export function armOf(
  memberId: string,
  campaign: Pick<Campaign, 'id'>,
  split: string,
  arms: readonly Arm[],
  { holdoutSalt }: Pick<Rulebook['settings'], 'holdoutSalt'>,
): Arm {
  const draw = ({ arm, share }: Arm) =>
    Math.log(fraction([holdoutSalt, campaign.id, split, arm, memberId].join('\n'))) / share
  return arms.reduce((best, each) => (draw(each) > draw(best) ? each : best))
}
