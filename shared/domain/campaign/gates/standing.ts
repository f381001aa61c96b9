import { address } from './address.ts'
import { consent } from './consent.ts'
import type { Gate, StandingContext } from './gate.ts'
import { globalHoldout } from './global-holdout.ts'
import { holdout } from './holdout.ts'
import { suppressed } from './suppressed.ts'

/** Whether a channel reaches the member: which of several an action takes. */
export const reachGates: readonly Gate<StandingContext>[] = [address, consent, suppressed]

/** Those that can be asked though no journey began: they look at the member, the campaign and the settings alone. */
export const standingGates: readonly Gate<StandingContext>[] = [...reachGates, globalHoldout, holdout]
