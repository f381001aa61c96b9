import type { Interval } from '../../measure/always-valid.ts'
import { HELD_OUT } from '../assignment.ts'
import type { Compared } from './compared.ts'

/** An arm that loses money: its net a member is below nothing, beyond chance. */
export interface Loss {
  arm: string
  /** Net a member, compared with those held out, in whole units of the currency. */
  difference: number
  interval: Interval
}

/** Only against the holdout: an arm that earns less than another arm may still earn something. */
export function lossesOf(compared: Compared | undefined): Loss[] {
  if (compared?.control !== HELD_OUT) return []
  return compared.net.flatMap(({ arm, verdict, cautious }) =>
    verdict === 'worse' && cautious ? [{ arm, difference: cautious.difference, interval: cautious.interval }] : [],
  )
}
