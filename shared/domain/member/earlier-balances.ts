import type { OpeningBalance } from '../../contract/index.ts'
import type { EarlierBalance } from './earlier-balance.ts'
import { LIMITS, type Member } from './member.ts'

/**
 * A balance replaces the one before it, but models of scores learn from members as they were half a year ago. So of each month the last
 * balance is kept, for as many months as a model looks back. The same in any order of arrival: of a month the greatest is kept, and of
 * months the newest.
 *
 * @param told all that are known, the one that stands among them
 * @param standing that one: it is in the profile
 */
export function earlierBalances(
  told: readonly EarlierBalance[],
  standing: EarlierBalance | undefined,
): EarlierBalance[] {
  const lastOf = new Map<string, EarlierBalance>()
  for (const each of told) {
    const month = each.asOf.slice(0, 7)
    const known = lastOf.get(month)
    if (!known || rankOf(each) > rankOf(known)) lastOf.set(month, each)
  }
  return [...lastOf.values()]
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
    .slice(0, LIMITS.balances)
    .filter((each) => !standing || rankOf(each) !== rankOf(standing))
}

/** By the day it was drawn up on; of one day by when it was told. */
function rankOf({ asOf, told, ...what }: EarlierBalance): string {
  const { flights, distanceKm, spend, firstFlightOn, lastFlightOn } = what
  const sums = [flights, distanceKm, spend.amountMinor, spend.currency, firstFlightOn, lastFlightOn]
  return `${asOf} ${new Date(told).toISOString()} ${sums.join(' ')}`
}

/** The one that stands, as it would be kept. */
export function standingBalance({ layers }: Pick<Member, 'layers'>): EarlierBalance | undefined {
  const layer = layers.find(({ fields }) => fields.opening)
  return layer && toKeep(layer.fields.opening!, layer.at)
}

export function toKeep(balance: OpeningBalance, told: number): EarlierBalance {
  const { cabins, averageDiscount, ...kept } = balance
  return { ...kept, told }
}
