import type { Purpose } from '../../contract/index.ts'
import type { Member, Suppression } from '../member/member.ts'
import type { Measure } from '../sending/reputation.ts'

/** A way to reach members: what the gates ask of it. Which one an action takes is known before any gate is asked. */
export interface Channel {
  /** As caps, consents and events name it. */
  id: string
  /** As the airline calls it; e-mail, which all words speak of, has none. */
  name?: string
  /** The form in which a template is sent over it. */
  form: 'mail' | 'message'
  /** How many characters of a message it takes. */
  textAtMost?: number
  hasAddress(member: Member): boolean
  /** What the member has said to being reached over it for this purpose; undefined: nothing. */
  consentOf(member: Member, purpose: Purpose): boolean | undefined
  /** Why nothing more goes to the member over it, where that is so. */
  suppressionOf(member: Member): Suppression['why'] | undefined
  /** By what its sender is judged, and pauses itself. */
  measures: readonly Measure[]
  /** Instead of those of the settings. Minutes after midnight. */
  quietHours?: { from: number; to: number }
}
