import type { MemberEvent } from '../../contract/index.ts'
import type { Calendar } from '../calendar.ts'
import type { Journey, Member } from '../member/member.ts'
import type { FactUse } from './fact-use.ts'
import type { Shape } from './shape.ts'

export type { FactUse } from './fact-use.ts'

/** What a condition is asked about. */
export interface Subject {
  member: Member
  /** Epoch ms. Windows end here. */
  now: number
  /** Days in the airline's zone. */
  calendar: Calendar
  /** The triggering event, for a campaign's `where` or `event:`. */
  event?: MemberEvent | undefined
  /** The journey to which the condition of a step belongs. */
  journey?: Journey | undefined
  /** Lowered by `test`: the earliest instant at which the answer could change by time alone; Infinity: never. */
  until: number
}

export interface Condition {
  /** The answer alone: enough for most callers, and several times cheaper. Pure. */
  holds(subject: Subject): boolean
  /** The answer, and how long it stands: lowers `subject.until`; otherwise pure. */
  test(subject: Subject): boolean
  /** The facts it reads, with their current values: for receipts and explanations, not for speed. */
  observe(subject: Subject): FactUse[]
  /** Its structure, for explanations. */
  shape: Shape
  /** A hash of its meaning: the same condition in another version has the same hash. */
  hash: string
}
