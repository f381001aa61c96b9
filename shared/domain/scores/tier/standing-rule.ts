import type { StandingRule, TierModel } from './model.ts'

/**
 * Months as Air China's PhoenixMiles has them (notice of 2025-12-19 and rules for elite members): 24 from the month of a rise, 12
 * after each time it is kept or lost. That nobody falls by more than a grade at once is ours.
 */
export const SHIPPED_STANDING: StandingRule = { decides: 'airline', riseMonths: 24, keepMonths: 12, fallsAtMost: 1 }

export function standingRule({ standing }: TierModel): StandingRule {
  return { ...SHIPPED_STANDING, ...standing }
}

/** What is wrong with the part of a model from a file; undefined: nothing. */
export function faultOfStanding(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const { decides, ...numbers } = { ...SHIPPED_STANDING, ...Object(value) } as Record<string, unknown>
  if (decides !== 'airline' && decides !== 'flying') return 'standing: decides is airline or flying'
  for (const [name, number] of Object.entries(numbers)) {
    if (!Object.hasOwn(SHIPPED_STANDING, name)) return `standing: "${name}" is not one of ${WORDS}`
    if (!Number.isInteger(number) || (number as number) < 1 || (number as number) > AT_MOST)
      return `standing: ${name} must be a whole number from 1 to ${AT_MOST}`
  }
  return undefined
}

const AT_MOST = 120
const WORDS = Object.keys(SHIPPED_STANDING).join(', ')
