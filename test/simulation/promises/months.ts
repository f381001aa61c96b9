import type { RecordBody } from '../../../shared/domain/receipt.ts'
import type { CountsByMonth } from '../../../shared/domain/targets/counts.ts'
import type { Count } from '../../../shared/domain/targets/figures.ts'
import type { Played } from '../machine/play.ts'
import type { Check } from './promise.ts'

/**
 * Figures of months may be short after a crash, and never more than what happened; counted anew they are whole, also what they say of
 * those who were erased.
 */
export const months: Check = (played) => {
  if (!played.months) return []
  const { corrected, counted } = played.months
  const erased = [...played.members.values()].filter(({ erasedAt }) => erasedAt !== undefined).length
  const isWhole = [...played.members.values()].every(({ erasedAt, mergedInto }) => !erasedAt && !mergedInto)
  const sent = total(counted, 'sent')
  const told = marketingSent(played)
  const members = total(counted, 'members')
  const are = [...played.members.values()].filter((each) => each.erasedAt === undefined && !each.mergedInto).length
  return [
    ...(isWhole ? [...GROWING, 'members' as const] : GROWING).flatMap((count) => {
      const less = corrected.filter((each) => each.count === count).reduce((sum, { was, is }) => sum + was - is, 0)
      return less > 0 ? [`of ${count} ${less} more were counted than the records tell of`] : []
    }),
    // The records of those erased are gone; what they counted is not.
    ...(sent < told || (erased === 0 && sent > told)
      ? [`${sent} marketing mails are counted, and ${told} were sent`]
      : []),
    // Of those erased no record tells how they came and went: what a crash left uncounted stays so.
    ...(Math.abs(members - are) > erased ? [`${members} members are counted, and there are ${are}`] : []),
  ]
}

/** What is never taken back. */
const GROWING: readonly Count[] = ['sent', 'complaints', 'npsAnswers']

function total(months: CountsByMonth, count: Count): number {
  return Object.values(months).reduce((sum, counts) => sum + (counts[count] ?? 0), 0)
}

function marketingSent({ records, witness }: Played): number {
  const receipts = [...records.values()].flat().flatMap(({ body }) => (JSON.parse(body) as RecordBody).receipts)
  return receipts.filter(({ outcome, kind, campaign, rulebook }) => {
    const of = witness.rulebooks.get(rulebook)?.campaigns.find(({ id }) => id === campaign)
    return outcome === 'sent' && (kind === 'email' || kind === 'message') && of?.class === 'marketing'
  }).length
}
