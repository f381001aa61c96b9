import { gates } from './gates.ts'
import { reasons } from './reasons.ts'

export const core = { gates, reasons }
