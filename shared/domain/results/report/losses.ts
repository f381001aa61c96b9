import type { Interval } from '../../measure/always-valid.ts'
import { HELD_OUT } from '../assignment.ts'
import type { Compared } from './compared.ts'

/** An arm that loses money: its net a member is below nothing, beyond chance. */
export interface Loss {
  arm: string
  /** Net a member against those held out, whole units of the currency; the interval on which the verdict rests. */
  difference: number
  interval: Interval
}

/** Against the holdout alone: an arm that is worth less than another one may be worth something all the same. */
export function lossesOf(compared: Compared | undefined): Loss[] {
  if (compared?.control !== HELD_OUT) return []
  return compared.net.flatMap(({ arm, verdict, cautious }) =>
    verdict === 'worse' && cautious ? [{ arm, difference: cautious.difference, interval: cautious.interval }] : [],
  )
}
