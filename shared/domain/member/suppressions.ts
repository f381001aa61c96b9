import type { ReasonCode } from '../reason.ts'
import { LIMITS, type Suppression } from './member.ts'

/** Why, as a reason says it. */
export const SUPPRESSED = {
  bounce: 'suppressed.bounced',
  complaint: 'suppressed.spam',
  report: 'suppressed.reported',
} as const satisfies Record<Suppression['why'], ReasonCode>

/**
 * The newest are kept. The member's own spam report is for good, and so is the latest of each channel of the airline's own,
 * of which there are few: no number of bounced addresses makes them fall out.
 */
export function boundedSuppressions(all: readonly Suppression[]): Suppression[] {
  const ofMails = all.filter(({ channel }) => channel === undefined)
  const ofAddresses = ofMails.filter(({ why }) => why !== 'complaint')
  const own = ofMails.find(({ why }) => why === 'complaint')
  const mails = own ? [own, ...ofAddresses.slice(-(LIMITS.suppressions - 1))] : ofAddresses.slice(-LIMITS.suppressions)
  return [...mails, ...latestByChannel(all)]
}

function latestByChannel(all: readonly Suppression[]): Suppression[] {
  const latest = new Map<string, Suppression>()
  for (const each of all) {
    const { channel } = each
    if (channel !== undefined && (latest.get(channel)?.at ?? 0) < each.at) latest.set(channel, each)
  }
  return [...latest.values()]
}
