import type { Cabin } from '../../../contract/index.ts'
import { type Flying, type TierModel, tierScoreOf } from './tier.ts'

/** Nobody is told of more flights than these. */
const AT_MOST = 1000

type Tier = TierModel['tiers'][number]

/** The lowest tier with such a name. */
export function tierNamed({ tiers }: TierModel, isNamed: (name: string) => boolean): Tier | undefined {
  return tiers.findLast(({ name }) => isNamed(name))
}

/**
 * How many flights as they usually are would bring what counts up to a tier; undefined where none would: a part that is full
 * counts no more.
 */
export function flightsShortOf(
  model: TierModel,
  { atLeast }: Tier,
  counted: Flying,
  usual: Flying,
): number | undefined {
  const isEnough = (more: number) => tierScoreOf(model, withMore(counted, usual, more)) >= atLeast
  if (!isEnough(AT_MOST)) return undefined
  let [few, enough] = [-1, AT_MOST]
  while (enough - few > 1) {
    const middle = (few + enough) >> 1
    if (isEnough(middle)) enough = middle
    else few = middle
  }
  return enough
}

function withMore(counted: Flying, usual: Flying, more: number): Flying {
  const part = more / usual.flights
  const inCabin = (cabin: Cabin) => counted.byCabin[cabin] + part * usual.byCabin[cabin]
  return {
    flights: counted.flights + more,
    distanceKm: counted.distanceKm + part * usual.distanceKm,
    byCabin: { F: inCabin('F'), C: inCabin('C'), W: inCabin('W'), Y: inCabin('Y') },
  }
}
