import type { Played } from '../machine/play.ts'
import { nothingLost } from './1-nothing-lost.ts'
import { money } from './2-money.ts'
import { consent } from './3-consent.ts'
import { once } from './4-once.ts'
import { notNow } from './5-not-now.ts'
import { nothingPromised } from './6-nothing-promised.ts'
import { holdout } from './7-holdout.ts'
import { sameFacts } from './8-same-facts.ts'
import { receipts } from './9-receipts.ts'
import { ownHarm } from './10-own-harm.ts'
import { atRest } from './at-rest.ts'
import { briefed } from './briefed.ts'
import { contract } from './contract.ts'
import { counters } from './counters.ts'
import { found } from './found.ts'
import { statutory } from './money-by-law.ts'
import { months } from './months.ts'
import type { Check } from './promise.ts'
import { reported } from './reported.ts'
import { results } from './results.ts'
import { scored } from './scored.ts'
import { toldBy } from './told.ts'

/** What docs/promises.md promises, and how each is checked from outside. */
export const promises: Record<string, Check> = {
  '1 no event is lost': nothingLost,
  '2 nobody is paid twice, no budget exceeded': money,
  '3 no mail that was withdrawn or objected to': consent,
  '4 no mail twice': once,
  '5 no mail at night or over a cap': notNow,
  '6 nobody is promised what was refused': nothingPromised,
  '7 who is held out gets nothing': holdout,
  '8 the same facts in any order': sameFacts,
  '9 a receipt for everything': receipts,
  '10 what is bad hurts only itself': ownHarm,
  'what messages report is told': reported,
  'a crew is briefed in time, and by numbers': briefed,
  'scores are of who lets them, as of their day': scored,
  'the right member is found': found,
  'what the law owes is paid on what happened': statutory,
  'results are those of the records': results,
  'figures of months are those of the records': months,
  'counters of campaigns are those of the records': counters,
  'everything comes to rest': atRest,
  'what is announced is as its schema says': contract,
}

export interface Violation {
  promise: string
  what: string
}

export function violationsOf(played: Played): Violation[] {
  const told = toldBy(played)
  return Object.entries(promises).flatMap(([promise, check]) => check(played, told).map((what) => ({ promise, what })))
}
