import { isCurrency } from '../../../standards/currency.ts'
import { faultOfVersion } from '../version.ts'

/**
 * What a member is worth, as one of three groups: points for how often they fly and what they pay in a year, and the same points
 * for what they have shown they could be worth.
 */
export interface ValueModel {
  kind: 'value'
  version: string
  /** A year, and the latest part of it whose pace counts. */
  days: number
  paceDays: number
  /** Points of each, full at so many flights, and at so much in major units. */
  frequency: { weight: number; full: number }
  spend: { weight: number; full: number; currency: string }
  /** From so many points on a member is of high value. */
  highFrom: number
}

export const VALUE_GROUPS = ['high', 'potential', 'ordinary'] as const
export type ValueGroup = (typeof VALUE_GROUPS)[number]

/** What was flown and paid in some time; money in minor units. */
export interface Worth {
  flights: number
  spendMinor: number
}

/**
 * KLM names three groups, from frequency, spend and potential, and publishes no formula: this one is ours. Half of full is what the
 * example rulebook has always called valued: 20 flights, or 20,000 yuan.
 */
export const SHIPPED_VALUE: ValueModel = {
  kind: 'value',
  version: 'shipped-1',
  days: 365,
  paceDays: 90,
  frequency: { weight: 50, full: 20 },
  spend: { weight: 50, full: 20_000, currency: 'CNY' },
  highFrom: 50,
}

export type ValuePart = 'frequency' | 'spend' | 'yearBefore' | 'pace'

/** Of the last year, of the year before, and of the latest part of the last. */
export interface Worths {
  year: Worth
  before: Worth
  pace: Worth
}

/** The points of the last year by their parts, and of what they could be worth: by the year before, and by the pace of late. */
export function valueParts(
  model: ValueModel,
  { year, before, pace }: Worths,
  fullMinor: number,
): Record<ValuePart, number> {
  const { frequency, spend, days, paceDays } = model
  const points = ({ flights, spendMinor }: Worth, times = 1) => ({
    frequency: frequency.weight * Math.min(1, (flights * times) / frequency.full),
    spend: spend.weight * Math.min(1, (spendMinor * times) / fullMinor),
  })
  const total = (each: ReturnType<typeof points>) => each.frequency + each.spend
  return { ...points(year), yearBefore: total(points(before)), pace: total(points(pace, days / paceDays)) }
}

/** High value now; potential: they were, or would be at their pace; ordinary. */
export function valueGroupOf({ highFrom }: ValueModel, parts: Record<ValuePart, number>): ValueGroup {
  if (parts.frequency + parts.spend >= highFrom) return 'high'
  return Math.max(parts.yearBefore, parts.pace) >= highFrom ? 'potential' : 'ordinary'
}

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfValueModel(value: unknown): string | undefined {
  const { kind, version, days, paceDays, frequency, spend, highFrom } = Object(value) as Record<string, unknown>
  if (kind !== 'value') return 'kind must be "value"'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  if (!isDays(days) || !isDays(paceDays) || paceDays > days)
    return 'days and paceDays must be whole numbers above 0, paceDays not above days'
  if (!isPart(frequency)) return 'frequency must have its weight and what is full, each above 0'
  if (!isPart(spend)) return 'spend must have its weight and what is full, each above 0'
  if (!isCurrency(String(Object(spend).currency))) return 'spend: currency must be one of ISO 4217, such as CNY'
  return Number.isFinite(highFrom) ? undefined : 'highFrom must be a number'
}

function isDays(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0
}

function isPart(value: unknown): boolean {
  const { weight, full } = Object(value) as Record<string, unknown>
  return [weight, full].every((each) => typeof each === 'number' && Number.isFinite(each) && each > 0)
}
