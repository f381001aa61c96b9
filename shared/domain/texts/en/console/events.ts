import type { MemberEventType } from '../../../../contract/index.ts'
import { en as actions } from '../../../actions/words.ts'

/** What airline systems say of a flight as a whole. */
type OfFlight = `flight.${'disrupted' | 'boarded' | 'reinstated' | 'rescheduled'}`

/** What happened, as a line of a timeline begins. */
export const events: Record<MemberEventType | OfFlight, string> = {
  'member.enrolled': 'Enrolled',
  'member.updated': 'Profile changed',
  'member.merged': 'Merged into another card',
  'member.erased': 'Erased',
  'consent.changed': 'Consent changed',
  'booking.created': 'Booked',
  'booking.cancelled': 'Booking cancelled',
  'flight.completed': 'Flew',
  'flight.rebooked': 'Rebooked to another flight',
  'member.disrupted': 'Flight disrupted',
  'member.boarded': 'Boarding',
  'member.reinstated': 'Flight goes ahead after all',
  'member.rescheduled': 'Flight rescheduled',
  'complaint.filed': 'Complained',
  'complaint.resolved': 'Complaint resolved',
  'complaint.answered': 'Complaint answered',
  'survey.answered': 'Answered a survey',
  'member.woken': 'It was time',
  'campaign.due': 'Campaign reached the member',
  'member.absorbed': 'Took over another card',
  'member.released': 'Gave a card back',
  'member.forgotten': 'Forgotten',
  'action.held': 'On hold',
  'action.skipped': 'Skipped',
  'action.failed': 'Failed',
  'consent.told': 'Consent told to a colleague',
  'tier.changed': 'Tier changed',
  // As airline systems send them, before members are looked for.
  'flight.disrupted': 'Flight disrupted',
  'flight.boarded': 'Boarding',
  'flight.reinstated': 'Flight goes ahead after all',
  'flight.rescheduled': 'Flight rescheduled',
  ...actions.events,
}
