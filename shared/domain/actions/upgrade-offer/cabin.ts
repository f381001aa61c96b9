import { readCabin } from '../../../standards/cabin.ts'
import { type Cursor, complain, text } from '../../cursor.ts'
import type { UpgradeOfferSpec } from './upgrade-offer.ts'

const OFFERED = ['F', 'C', 'W'] as const

export const CABIN = { enum: OFFERED }

/** A cabin that one can be upgraded to. */
export function readHigherCabin(cursor: Cursor): UpgradeOfferSpec['cabin'] | undefined {
  const letter = text(cursor)
  if (letter === undefined) return undefined
  const cabin = readCabin(letter)
  if (!cabin.ok) return complain(cursor, 'bad-value', cabin.message, cabin.hint)
  const higher = OFFERED.find((each) => each === cabin.name)
  return (
    higher ??
    complain(
      cursor,
      'bad-value',
      ({ problems }) => problems.nobodyIsUpgradedToEconomy,
      ({ problems }) => problems.oneOfCabins,
    )
  )
}
