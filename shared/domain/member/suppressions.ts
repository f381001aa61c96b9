import { LIMITS, type Suppression } from './member.ts'

/** The newest are kept. A spam report is the member's for good: no number of bounced addresses makes it fall out. */
export function boundedSuppressions(all: readonly Suppression[]): Suppression[] {
  const bounces = all.filter(({ why }) => why === 'bounce')
  const report = all.find(({ why }) => why === 'complaint')
  return report ? [report, ...bounces.slice(-(LIMITS.suppressions - 1))] : bounces.slice(-LIMITS.suppressions)
}
