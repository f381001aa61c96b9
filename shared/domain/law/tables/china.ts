import type { Dated } from '../dated.ts'
import type { RefundTime } from '../incident.ts'

/**
 * China leaves the money for delays to each carrier's published conditions (CCAR-300 art. 17). One row a standard and
 * period: an airline adds its own here, from the day its conditions were published for.
 */
export interface ChinaStandard extends Dated {
  /** As it is called in the facts. */
  standard: string
  /** Which delay its bands count. The other stands in where that is not known. */
  counts: 'departure' | 'arrival'
  /** From the longest: the first that fits. Nothing below the last. */
  bands: readonly { fromMin: number; amountMinor: number; orInKindMinor?: number }[]
}

const HOUR = 60

export const CHINA_STANDARDS: readonly ChinaStandard[] = [
  {
    standard: 'Air China',
    from: '2017-01-01',
    source: '国航 published standard',
    counts: 'departure',
    bands: [
      { fromMin: 8 * HOUR, amountMinor: 400_00 },
      { fromMin: 4 * HOUR, amountMinor: 200_00 },
    ],
  },
  {
    // Issued in 2010: the year is known, the day is not.
    standard: 'CATA 2010',
    from: '2010-01-01',
    source: 'CATA 2010 《航空运输服务质量 不正常航班承运人服务和补偿规范(试行)》',
    counts: 'departure',
    bands: [
      { fromMin: 8 * HOUR, amountMinor: 300_00, orInKindMinor: 450_00 },
      { fromMin: 4 * HOUR, amountMinor: 200_00, orInKindMinor: 300_00 },
    ],
  },
]

/** 《航班正常管理规定》: what every carrier owes. */
export interface ChinaService extends Dated {
  /** A departure later than this is a delay. */
  delayedAboveMin: number
  tellWithinMin: number
  waterAndFoodFromMin: number
  disembarkFromMin: number
  /** What becomes of it where nobody says why: money is for what the carrier caused (art. 17), and nothing presumes that. */
  unknownCause: 'owed' | 'person'
}

export const CHINA_SERVICE: readonly ChinaService[] = [
  {
    from: '2017-01-01',
    source: '《航班正常管理规定》(CCAR-300, 交通运输部令2016年第56号)',
    delayedAboveMin: 15,
    tellWithinMin: 30,
    waterAndFoodFromMin: 2 * HOUR,
    disembarkFromMin: 3 * HOUR,
    unknownCause: 'person',
  },
]

/** 《公共航空运输旅客服务管理规定》: refunds without a fee where it was not the passenger's wish. */
export const CHINA_REFUNDS: readonly (Dated & { within: RefundTime })[] = [
  {
    from: '2021-09-01',
    source: '《公共航空运输旅客服务管理规定》(交通运输部令2021年第3号)',
    within: { days: 7, of: 'business' },
  },
]
