import { address } from './address.ts'
import { consent } from './consent.ts'
import type { Gate, StandingContext } from './gate.ts'
import { globalHoldout } from './global-holdout.ts'
import { holdout } from './holdout.ts'
import { suppressed } from './suppressed.ts'

/** Gates that decide whether a channel reaches the member, and so which of several channels an action takes. */
export const reachGates: readonly Gate<StandingContext>[] = [address, consent, suppressed]

/** Gates that can be asked before a journey starts: they read only the member, the campaign and the settings. */
export const standingGates: readonly Gate<StandingContext>[] = [...reachGates, globalHoldout, holdout]
