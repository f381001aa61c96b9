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
  /** Days of the airline's zone. */
  calendar: Calendar
  /** The event that triggers, where a campaign's `where` or `event:` asks. */
  event?: MemberEvent | undefined
  /** The journey that a step's condition belongs to. */
  journey?: Journey | undefined
  /** Lowered by `test`: the earliest instant at which the answer could differ though nothing happens; Infinity: never. */
  until: number
}

export interface Condition {
  /** The answer alone: what most ask, and several times cheaper. Pure. */
  holds(subject: Subject): boolean
  /** The answer, and until when it stands: lowers `subject.until`; otherwise pure. */
  test(subject: Subject): boolean
  /** The facts it looks at, as they are now: for receipts and explanations, not for speed. */
  observe(subject: Subject): FactUse[]
  /** How it is put together, for explanations. */
  shape: Shape
  /** Hash of the condition's source: the same condition in another version has the same. */
  hash: string
}
