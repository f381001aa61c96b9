import type { GateName } from './reason.ts'
import { gates } from './texts/en/gates.ts'

/** Kept apart from the types of reasons, which nearly every function imports: most need no gate's words. */
export const GATE_NAMES = Object.keys(gates) as readonly GateName[]
