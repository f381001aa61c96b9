import type { RuleEventType } from '../../audience/event-fields.ts'

/** What happened, as a clause of a reason: of each event that a rule can name. */
const happenings: Record<RuleEventType, string> = {
  'member.enrolled': 'the member enrolled',
  'member.updated': 'the profile was changed',
  'consent.changed': 'consent was changed',
  'booking.created': 'a flight was booked',
  'booking.cancelled': 'a booking was cancelled',
  'flight.completed': 'a flight was flown',
  'flight.disrupted': 'a flight was disrupted',
  'flight.reinstated': 'a cancelled flight was reinstated',
  'flight.rescheduled': 'a flight was rescheduled',
  'flight.boarded': 'a flight was boarded',
  'flight.rebooked': 'the member was rebooked to another flight',
  'member.disrupted': 'a flight was disrupted',
  'member.reinstated': 'a cancelled flight was reinstated',
  'member.rescheduled': 'a flight was rescheduled',
  'member.boarded': 'a flight was boarded',
  'complaint.filed': 'a complaint was filed',
  'complaint.answered': 'a complaint was answered',
  'complaint.resolved': 'a complaint was resolved',
  'survey.answered': 'a survey was answered',
  'offer.accepted': 'an offer was accepted',
  'offer.declined': 'an offer was declined',
  'message.sent': 'a message was sent',
  'message.delivered': 'a message was delivered',
  'message.opened': 'a message was opened',
  'message.replied': 'a message was replied to',
  'message.failed': 'a message failed',
  'email.sent': 'an email was sent',
  'email.delivered': 'an email was delivered',
  'email.opened': 'an email was opened',
  'email.clicked': 'a link in an email was followed',
  'compensation.granted': 'compensation was granted',
  'compensation.refused': 'compensation was refused',
  'offer.issued': 'an upgrade was offered',
  'task.opened': 'a task was opened',
  'task.taken': 'a task was taken',
  'task.noted': 'a task was noted on',
  'task.closed': 'a task was closed',
  'task.overdue': 'a task was overdue',
  'tier.changed': 'the tier changed',
}

/** An event of a later version than this one stands for itself. */
export function happened(event: string): string {
  return happenings[event as RuleEventType] ?? event
}

const NOT_PASSIVE: Readonly<Record<string, string>> = {
  'member.enrolled': 'the member enrols',
  'message.failed': 'a message fails',
  'tier.changed': 'the tier changes',
}

/** The same, of what is waited for. */
export function awaited(event: string): string {
  return NOT_PASSIVE[event] ?? happened(event).replace(' was ', ' is ')
}
