import { LIMITS, type Suppression } from './member.ts'

/** The newest are kept. The member's own spam report is for good: no number of bounced addresses makes it fall out. */
export function boundedSuppressions(all: readonly Suppression[]): Suppression[] {
  const ofAddresses = all.filter(({ why }) => why !== 'complaint')
  const own = all.find(({ why }) => why === 'complaint')
  return own ? [own, ...ofAddresses.slice(-(LIMITS.suppressions - 1))] : ofAddresses.slice(-LIMITS.suppressions)
}
