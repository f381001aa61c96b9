import type { MemberEventType } from '../../../contract/index.ts'
import { bookingHistory } from './bookings.ts'
import { compensationHistory } from './compensations.ts'
import { complaintHistory } from './complaints.ts'
import { disruptionHistory } from './disruptions.ts'
import { flightHistory } from './flights.ts'
import type { History } from './history.ts'
import { mailHistory } from './mails.ts'
import { messageHistory } from './messages.ts'
import { offerHistory } from './offers.ts'
import { surveyHistory } from './surveys.ts'

export type { History } from './history.ts'

/** Event types for which a member keeps a history, in the order of the docs. */
export const histories: Partial<Record<MemberEventType, History>> = {
  ...flightHistory,
  ...bookingHistory,
  ...disruptionHistory,
  ...complaintHistory,
  ...surveyHistory,
  ...offerHistory,
  ...compensationHistory,
  ...mailHistory,
  ...messageHistory,
}
