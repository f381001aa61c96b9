import type { Dated } from '../dated.ts'
import type { Licence } from '../incident.ts'
import type { Area } from './territories.ts'

/**
 * Regulation (EC) No 261/2004 and what the United Kingdom kept of it: one text in two versions. Reading it, the Court
 * of Justice put long delays beside cancellations (Sturgeon, Nelson), which has been in the British text since 2024.
 */
export interface Law261 extends Dated {
  /** Either of them suffices. */
  scope: readonly { leaves?: Area; arrives?: Area; licences?: readonly Licence[]; ref: string }[]
  /** From the shortest: the first that fits. */
  bands: readonly Band[]
  /** From the longest notice: the first that fits. */
  notice: readonly Notice[]
  /** Compensation for a delay at arrival of so much or more. */
  delayFromMin: number
  delayRef: string
  /** The fare back after so long a delay at departure. */
  refundFromMin: number
  /** What becomes of it where nobody says why: the carrier has to prove extraordinary circumstances (Art. 5(3)). */
  unknownCause: 'owed' | 'person'
}

export interface Band {
  letter: 'a' | 'b' | 'c'
  upToKm?: number
  /** Farther, too, if both ends are in this area. */
  orWithin?: Area
  amountMinor: number
  /** Half, if re-routing arrives no later than this (Art. 7(2)). */
  rerouteHalvedUpToMin: number
  /** Half, if a delay is less than this. */
  delayHalvedBelowMin?: number
  /** Meals, hotel and calls from so long a delay at departure (Art. 6(1)). */
  careFromMin: number
  /** Of the ticket (Art. 10(2)). */
  downgradePercent: number
}

export interface Notice {
  /** Told so many days before or earlier. */
  fromDays: number
  ref: string
  /** Free of compensation with re-routing like this; with any or none where absent. */
  ifReroute?: { departsEarlierUpToMin: number; arrivesLaterBelowMin: number }
}

const NOTICE: readonly Notice[] = [
  { fromDays: 14, ref: 'Art. 5(1)(c)(i)' },
  { fromDays: 7, ref: 'Art. 5(1)(c)(ii)', ifReroute: { departsEarlierUpToMin: 120, arrivesLaterBelowMin: 240 } },
  { fromDays: 0, ref: 'Art. 5(1)(c)(iii)', ifReroute: { departsEarlierUpToMin: 60, arrivesLaterBelowMin: 120 } },
]

const SHORT = { letter: 'a', upToKm: 1500, rerouteHalvedUpToMin: 120, careFromMin: 120, downgradePercent: 30 } as const
const MEDIUM = { letter: 'b', upToKm: 3500, rerouteHalvedUpToMin: 180, careFromMin: 180, downgradePercent: 50 } as const
const LONG = {
  letter: 'c',
  rerouteHalvedUpToMin: 240,
  delayHalvedBelowMin: 240,
  careFromMin: 240,
  downgradePercent: 75,
} as const

const LONG_DELAY = { notice: NOTICE, delayFromMin: 180, refundFromMin: 300, unknownCause: 'owed' } as const

const EU = {
  ...LONG_DELAY,
  source: 'Regulation (EC) No 261/2004',
  bands: [
    { ...SHORT, amountMinor: 250_00 },
    { ...MEDIUM, orWithin: 'community', amountMinor: 400_00 },
    { ...LONG, amountMinor: 600_00 },
  ],
  delayRef: 'CJEU C-402/07 & C-432/07 Sturgeon, C-581/10 & C-629/10 Nelson',
} satisfies Partial<Law261>

/** A UK licence was a Community licence until the end of the transition. */
export const EU261: readonly Law261[] = [
  {
    ...EU,
    from: '2005-02-17',
    to: '2020-12-31',
    scope: [
      { leaves: 'community', ref: 'Art. 3(1)(a)' },
      { arrives: 'community', licences: ['EU', 'UK'], ref: 'Art. 3(1)(b)' },
    ],
  },
  {
    ...EU,
    from: '2021-01-01',
    scope: [
      { leaves: 'community', ref: 'Art. 3(1)(a)' },
      { arrives: 'community', licences: ['EU'], ref: 'Art. 3(1)(b)' },
    ],
  },
]

export const UK261: readonly Law261[] = [
  {
    ...LONG_DELAY,
    from: '2021-01-01',
    source: 'Regulation (EC) No 261/2004 as kept and amended in the UK (SI 2019/278 reg. 8)',
    scope: [
      { leaves: 'uk', ref: 'Art. 3(1)(a)' },
      { arrives: 'uk', licences: ['UK', 'EU'], ref: 'Art. 3(1)(b)(i)' },
      { arrives: 'union', licences: ['UK'], ref: 'Art. 3(1)(b)(ii)' },
    ],
    bands: [
      { ...SHORT, amountMinor: 220_00 },
      { ...MEDIUM, amountMinor: 350_00 },
      { ...LONG, amountMinor: 520_00 },
    ],
    delayRef: 'Sturgeon, written into the text by SI 2023/1370',
  },
]
