import { gates } from './gates.ts'
import { found } from './law.ts'
import { reasons } from './reasons.ts'

export const core = { gates, reasons, found }
