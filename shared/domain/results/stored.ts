import type { Member } from '../member/member.ts'
import { ALL_MARKETING } from './analysis.ts'
import type { Assignment } from './assignment.ts'

/** Whose analysis it is: a campaign's, or {@link ALL_MARKETING}. */
function campaignOfAnalysis(analysis: string): string {
  return analysis.slice(0, analysis.indexOf('@'))
}

/** Whether what a campaign did counts there: for the holdout of all marketing, what any did. */
export function isOfCampaign(campaign: string, { analysis }: Pick<Assignment, 'analysis'>): boolean {
  const own = campaignOfAnalysis(analysis)
  return own === ALL_MARKETING || own === campaign
}

/**
 * The arm a member was given in a campaign, under whatever version, the last where it was measured anew. It stands: a changed
 * share moves nobody.
 */
export function storedArm({ assigned }: Pick<Member, 'assigned'>, campaign: string): Assignment | undefined {
  return assigned.findLast(({ analysis }) => campaignOfAnalysis(analysis) === campaign)
}
