import { faultOfVersion } from '../version.ts'
/** How the companies under whose contracts members travel are weighed: points of a hundred for each, and who is a key account. */
export interface CompanyModel {
  kind: 'companies'
  version: string
  /** A company's points: half for what it buys centrally, half for what flies under its contract in a year. */
  weights: { centralPurchase: number; trips: number; distance: number }
  /** From how much on a part is full. */
  full: { trips: number; distanceKm: number }
  /** From so many points on it is a key account. */
  keyFrom: number
  /** Points by company. */
  companies: Readonly<Record<string, number>>
}

/** A year of a company. */
export interface CompanyYear {
  companyId: string
  /** The share of its trips that its own travel office bought, 0 to 1. */
  centralPurchase: number
  trips: number
  distanceKm: number
}

export const COMPANY_CLASSES = ['keyAccount', 'smallAndMedium'] as const
export type CompanyClass = (typeof COMPANY_CLASSES)[number]

/** More than these are no list of contracts any more. */
export const COMPANIES_AT_MOST = 5000

/**
 * Central purchase 50 %, yearly volume and miles 50 %, as Air China weighs companies; from how much on each is full, and from
 * where on a company is a key account, is ours. No company is known before an airline says so.
 */
export const SHIPPED_COMPANIES: CompanyModel = {
  kind: 'companies',
  version: 'shipped-1',
  weights: { centralPurchase: 50, trips: 25, distance: 25 },
  full: { trips: 1000, distanceKm: 1_500_000 },
  keyFrom: 50,
  companies: {},
}

const DECIMALS = 10

/** 0 to the sum of the weights, to one decimal. */
export function companyScore({ weights, full }: CompanyModel, year: CompanyYear): number {
  const points =
    weights.centralPurchase * Math.min(1, year.centralPurchase) +
    weights.trips * Math.min(1, year.trips / full.trips) +
    weights.distance * Math.min(1, year.distanceKm / full.distanceKm)
  return Math.round(points * DECIMALS) / DECIMALS
}

/** Undefined: nothing is known of the company, or there is none. */
export function companyClassOf({ companies, keyFrom }: CompanyModel, id: string | undefined): CompanyClass | undefined {
  if (id === undefined || !Object.hasOwn(companies, id)) return undefined
  return companies[id]! >= keyFrom ? 'keyAccount' : 'smallAndMedium'
}

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfCompanyModel(value: unknown): string | undefined {
  const { kind, version, weights, full, keyFrom, companies } = Object(value) as Record<string, unknown>
  if (kind !== 'companies') return 'kind must be "companies"'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  if (!areNumbers(weights, ['centralPurchase', 'trips', 'distance'], (value) => value >= 0))
    return 'weights must have centralPurchase, trips and distance, none below 0'
  if (!areNumbers(full, ['trips', 'distanceKm'], (value) => value > 0))
    return 'full must have trips and distanceKm, each above 0'
  if (!Number.isFinite(keyFrom)) return 'keyFrom must be a number'
  const points = Object.values(Object(companies) as object)
  if (typeof companies !== 'object' || !points.every(Number.isFinite)) return 'companies must have a number each'
  return points.length > COMPANIES_AT_MOST ? `companies: at most ${COMPANIES_AT_MOST}` : undefined
}

function areNumbers(of: unknown, names: readonly string[], isRight: (value: number) => boolean): boolean {
  return names.every((name) => {
    const value = (Object(of) as Record<string, unknown>)[name]
    return typeof value === 'number' && Number.isFinite(value) && isRight(value)
  })
}
