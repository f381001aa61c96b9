import { gates } from './gates.ts'
import { found } from './law.ts'
import { reasons } from './reasons.ts'

/** Reasons of decisions: a part of the catalogue that functions carry. */
export const core = { gates, reasons, found }
