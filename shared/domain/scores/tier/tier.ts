import type { Cabin } from '../../../contract/index.ts'
import { CABINS } from '../../../standards/cabin.ts'
import { faultOfVersion } from '../version.ts'
import type { TierModel } from './model.ts'
import { faultOfStanding, SHIPPED_STANDING } from './standing-rule.ts'

export type { TierModel } from './model.ts'

export type TierPart = 'flights' | 'cabins' | 'distance'

/** What was flown in those days. */
export interface Flying {
  flights: number
  distanceKm: number
  byCabin: Readonly<Record<Cabin, number>>
}

/** Flights 30 %, cabins 40 %, distance 30 %, as Air China weighs them; from how much on each is full is ours. */
export const SHIPPED_TIERS: TierModel = {
  kind: 'tier',
  version: 'shipped-1',
  days: 365,
  flights: { weight: 30, full: 40 },
  cabins: { weight: 40, full: 20, counts: { F: 1, C: 0.75, W: 0.5, Y: 0.25 } },
  distance: { weight: 30, fullKm: 80_000 },
  tiers: [
    { name: 'platinum', atLeast: 80 },
    { name: 'gold', atLeast: 50 },
    { name: 'silver', atLeast: 25 },
    { name: 'member', atLeast: 0 },
  ],
  standing: SHIPPED_STANDING,
}

const DECIMALS = 10

/** 0 to the sum of the weights, to one decimal. */
export function tierScoreOf(model: TierModel, flying: Flying): number {
  const { flights, cabins, distance } = tierParts(model, flying)
  return Math.round((flights + cabins + distance) * DECIMALS) / DECIMALS
}

/** The points of each part: together the score. */
export function tierParts({ flights, cabins, distance }: TierModel, flying: Flying): Record<TierPart, number> {
  let weighed = 0
  for (const cabin of CABINS) weighed += cabins.counts[cabin] * flying.byCabin[cabin]
  return {
    flights: part(flights.weight, flying.flights, flights.full),
    cabins: part(cabins.weight, weighed, cabins.full),
    distance: part(distance.weight, flying.distanceKm, distance.fullKm),
  }
}

function part(weight: number, amount: number, full: number): number {
  return weight * Math.min(1, Math.max(0, amount) / full)
}

export function tierOf({ tiers }: TierModel, score: number): string {
  return (tiers.find(({ atLeast }) => score >= atLeast) ?? tiers.at(-1)!).name
}

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfTierModel(value: unknown): string | undefined {
  const { kind, version, days, flights, cabins, distance, tiers, standing } = Object(value) as Record<string, unknown>
  if (kind !== 'tier') return 'kind must be "tier"'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  if (!isPositive(days) || !Number.isInteger(days)) return 'days must be a whole number above 0'
  const { counts } = Object(cabins) as Record<string, unknown>
  for (const [name, numbers] of Object.entries({
    flights: numbersIn(flights, ['weight', 'full']),
    cabins: [...numbersIn(cabins, ['weight', 'full']), ...numbersIn(counts, CABINS)],
    distance: numbersIn(distance, ['weight', 'fullKm']),
  })) {
    if (!numbers.every(isPositive)) return `${name} must have its weight, what is full, and what counts, each above 0`
  }
  if (!Array.isArray(tiers) || tiers.length === 0) return 'tiers are missing'
  const bounds = tiers.map((tier) => (Object(tier) as Record<string, unknown>).atLeast as number)
  if (tiers.some((tier) => typeof Object(tier).name !== 'string') || !bounds.every(Number.isFinite)) {
    return 'a tier has a name and atLeast'
  }
  const falls = bounds.every((bound, i) => i === 0 || bound < bounds[i - 1]!)
  if (!falls || bounds.at(-1) !== 0) return 'tiers go from the highest to the last, which is from 0 on'
  return faultOfStanding(standing)
}

function numbersIn(of: unknown, names: readonly string[]): unknown[] {
  return names.map((name) => (Object(of) as Record<string, unknown>)[name])
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
