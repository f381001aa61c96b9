import type { GateName } from '../../reason.ts'
import { address } from './address.ts'
import { blackout } from './blackout.ts'
import { budget } from './budget.ts'
import { consent } from './consent.ts'
import { disruption } from './disruption.ts'
import { eligible } from './eligible.ts'
import { exit } from './exit.ts'
import { frequencyCap } from './frequency-cap.ts'
import type { Gate } from './gate.ts'
import { globalHoldout } from './global-holdout.ts'
import { holdout } from './holdout.ts'
import { inAll } from './in-all.ts'
import { openCase } from './open-case.ts'
import { outbox } from './outbox.ts'
import { owed } from './owed.ts'
import { paused } from './paused.ts'
import { priority } from './priority.ts'
import { quietHours } from './quiet-hours.ts'
import { sender } from './sender.ts'
import { statutoryFirst } from './statutory-first.ts'
import { stillGranted } from './still-granted.ts'
import { suppressed } from './suppressed.ts'

export { askGates, type GateContext } from './gate.ts'
export { reachGates, standingGates } from './standing.ts'

/** Asked where a journey starts, and where the emails of a minute are counted. */
type AskedElsewhere = 'fresh' | 'oncePer' | 'sendingRate'

/** Every gate of an action, in the order they are asked. `holdout` is last, so that the arms stay comparable. */
const inOrder = {
  eligible,
  exit,
  paused,
  sender,
  owed,
  stillGranted,
  address,
  consent,
  suppressed,
  openCase,
  disruption,
  statutoryFirst,
  frequencyCap,
  blackout,
  quietHours,
  priority,
  outbox,
  inAll,
  budget,
  globalHoldout,
  holdout,
} satisfies Record<Exclude<GateName, AskedElsewhere>, Gate>

export const gates: readonly Gate[] = Object.values(inOrder)

/** Those asked again when an action is claimed. */
export const claimGates: readonly Gate[] = gates.filter((gate) => gate.atClaim)
