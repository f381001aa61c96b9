import type { BounceCode, ComplaintCode } from '../../contract/wingback.ts'

/**
 * SES's words for what became of an email, and what each means here. From the Amazon SES Developer Guide, "Amazon SNS
 * notification contents for Amazon SES" (bounce types, complaint object), and IANA's list of feedback types (RFC 5965);
 * as a table for people: docs/decisions/what-ses-reports.md. An unknown sub-type or feedback type is taken for the
 * worst it may be.
 */

export interface Bounce {
  /** The address is dead: nobody writes to it again. */
  permanent: boolean
  /** SES did not try, because the address is on its list: nothing new is known, and nothing is counted. */
  listed: boolean
  code: BounceCode
}

const NOT_TRIED = new Set<string | null | undefined>([
  'OnAccountSuppressionList',
  'OnTenantSuppressionList',
  'EmailValidationSuppressed',
])

/** `Transient` passes, and `Undetermined` is unclear: another email may arrive. */
export function bounceOf(type: string, subType?: string | null): Bounce {
  const permanent = type === 'Permanent'
  const known = permanent ? CODES_FOR_GOOD : type === 'Transient' ? CODES_THAT_PASS : {}
  const code = NOT_TRIED.has(subType) ? 'onSuppressionList' : known[subType ?? '']
  return { permanent, listed: NOT_TRIED.has(subType), code: code ?? 'notKnown' }
}

const CODES_FOR_GOOD: Readonly<Record<string, BounceCode>> = {
  General: 'noSuchMailbox',
  NoEmail: 'noSuchMailbox',
  Suppressed: 'suppressedBySes',
}

const CODES_THAT_PASS: Readonly<Record<string, BounceCode>> = {
  General: 'passing',
  MailboxFull: 'mailboxFull',
  MessageTooLarge: 'messageTooLarge',
  ContentRejected: 'contentRejected',
  AttachmentRejected: 'attachmentRejected',
  CustomTimeoutExceeded: 'timedOut',
}

export type Complaint =
  /** Somebody does not want our mail. */
  | { isComplaint: true; listed: boolean; code: ComplaintCode }
  /** A report that says itself that it is no spam report. */
  | { isComplaint: false; what: string }

/**
 * Not from somebody who did not want the email: a person took it out of the spam folder, or a machine checked
 * signatures or viruses.
 */
const NO_COMPLAINT = new Set<string | null | undefined>(['not-spam', 'auth-failure', 'virus'])

export function complaintOf(feedbackType?: string | null, subType?: string | null): Complaint {
  if (NO_COMPLAINT.has(feedbackType)) return { isComplaint: false, what: feedbackType! }
  const listed = NOT_TRIED.has(subType)
  return { isComplaint: true, listed, code: listed ? 'onSuppressionList' : complaintCode(feedbackType) }
}

function complaintCode(feedbackType: string | null | undefined): ComplaintCode {
  if (!feedbackType) return 'notSaid'
  return feedbackType === 'abuse' || feedbackType === 'fraud' ? feedbackType : 'other'
}
