import type { Purpose } from '../../contract/index.ts'
import type { Member, Suppression } from '../member/member.ts'
import type { Measure } from '../sending/reputation.ts'

/** A way to reach members, as the gates see it. An action's channel is chosen before any gate is asked. */
export interface Channel {
  /** As caps, consents and events name it. */
  id: string
  /** The airline's name for it. Email has none. */
  name?: string
  /** The form in which a template is sent over it. */
  form: 'mail' | 'message'
  /** The most characters of a message. */
  textAtMost?: number
  hasAddress(member: Member): boolean
  /** Whether the member consented to it for this purpose. Undefined: no answer. */
  consentOf(member: Member, purpose: Purpose): boolean | undefined
  /** Why the member cannot be reached over it any more, if so. */
  suppressionOf(member: Member): Suppression['why'] | undefined
  /** The measures by which its sender pauses itself. */
  measures: readonly Measure[]
  /** Replace those of the settings. Minutes after midnight. */
  quietHours?: { from: number; to: number }
}
