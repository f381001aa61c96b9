import type { OpeningBalance } from '../../contract/index.ts'

/**
 * An opening balance that a later one has replaced, with when it was told. What models of scores learn from of it: no cabins, no
 * discount.
 */
export interface EarlierBalance extends Omit<OpeningBalance, 'cabins' | 'averageDiscount'> {
  told: number
}

type Row = [told: number, asOf: string, flights: number, km: number, minor: number, currency: string, ...Dates]
type Dates = [first: string | null, last: string | null]

export function balanceRow({ told, asOf, flights, distanceKm, spend, ...dates }: EarlierBalance): Row {
  const { firstFlightOn = null, lastFlightOn = null } = dates
  return [told, asOf, flights, distanceKm, spend.amountMinor, spend.currency, firstFlightOn, lastFlightOn]
}

export function balanceOf([told, asOf, flights, distanceKm, amountMinor, currency, first, last]: Row): EarlierBalance {
  const dates = { ...(first !== null && { firstFlightOn: first }), ...(last !== null && { lastFlightOn: last }) }
  return { told, asOf, flights, distanceKm, spend: { amountMinor, currency }, ...dates }
}
