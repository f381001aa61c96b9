import type { Dated } from '../dated.ts'
import type { RefundTime } from '../incident.ts'

/** Minutes, unless the name says hours. Domestic: between places of the United States. */
export interface RefundRules extends Dated {
  /** A departure so much earlier, or an arrival so much later, is a significant change. */
  changeFromMin: { domestic: number; international: number }
  /** A bag that takes longer; international flights by their length. */
  bagAboveHours: { domestic: number; international: number; longFlight: number }
  longFlightAboveHours: number
  within: { creditCard: RefundTime; other: RefundTime }
}

export const US_REFUNDS: readonly RefundRules[] = [
  {
    from: '2024-10-28',
    source: '14 CFR part 260 (89 FR 32832, 89 FR 65534), 49 U.S.C. 42305',
    changeFromMin: { domestic: 180, international: 360 },
    bagAboveHours: { domestic: 12, international: 15, longFlight: 30 },
    longFlightAboveHours: 12,
    within: { creditCard: { days: 7, of: 'business' }, other: { days: 20, of: 'calendar' } },
  },
]

interface DeniedBoardingBand {
  /** The substitute arrives so much later, or more. */
  fromMin: number
  percentOfFare: number
  maxMinor: number
  ref: string
}

export interface DeniedBoardingRules extends Dated {
  /** A substitute that arrives no later than this: nothing. From the longest: the first that fits. */
  freeUpToMin: number
  domestic: readonly DeniedBoardingBand[]
  international: readonly DeniedBoardingBand[]
}

/** Part 250: only the maxima change, every few years with prices. */
export const US_DENIED_BOARDING: readonly DeniedBoardingRules[] = [
  deniedBoarding('2015-08-25', '2021-04-12', '80 FR 30144', 675_00),
  deniedBoarding('2021-04-13', '2025-01-21', '86 FR 2534', 775_00),
  deniedBoarding('2025-01-22', undefined, '89 FR 84815', 1075_00),
]

function deniedBoarding(from: string, to: string | undefined, notice: string, maxMinor: number): DeniedBoardingRules {
  const band = (fromMin: number, times: 1 | 2, ref: string) => ({
    fromMin,
    percentOfFare: 200 * times,
    maxMinor: maxMinor * times,
    ref: `250.5${ref}`,
  })
  return {
    from,
    ...(to && { to }),
    source: `14 CFR part 250 (${notice})`,
    freeUpToMin: 60,
    domestic: [band(120, 2, '(a)(3)'), band(0, 1, '(a)(2)')],
    international: [band(240, 2, '(b)(3)'), band(0, 1, '(b)(2)')],
  }
}

export interface ServiceRules extends Dated {
  waterAndFoodFromMin: number
  disembarkFromMin: { domestic: number; international: number }
  tellWithinMin: number
}

export const US_SERVICE: readonly ServiceRules[] = [
  {
    from: '2011-08-23',
    source: '14 CFR part 259',
    waterAndFoodFromMin: 120,
    disembarkFromMin: { domestic: 180, international: 240 },
    tellWithinMin: 30,
  },
]
