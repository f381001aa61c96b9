import type { Played } from '../machine/play.ts'
import type { Told } from './told.ts'

/** Looks at what was seen from outside and says what of it breaks the promise, in words. */
export type Check = (played: Played, told: Told) => string[]
