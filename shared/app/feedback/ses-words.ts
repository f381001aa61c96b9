/**
 * SES's own words for what became of a mail, and what each comes to here. From the Amazon SES Developer Guide, "Amazon SNS
 * notification contents for Amazon SES" (bounce types, complaint object) and IANA's list of feedback types (RFC 5965); as
 * a table for people: docs/decisions/what-ses-reports.md. A sub-type or feedback type that is not known yet is taken for
 * the worst it may be.
 */

export interface Bounce {
  /** The address is dead: it is never written to again. */
  permanent: boolean
  /** SES did not try, since it had the address on a list: nothing more is known than before, and nothing is counted. */
  listed: boolean
}

const NOT_TRIED = new Set<string | null | undefined>([
  'OnAccountSuppressionList',
  'OnTenantSuppressionList',
  'EmailValidationSuppressed',
])

/** `Transient` passes, of `Undetermined` nobody knows: another mail may arrive. */
export function bounceOf(type: string, subType?: string | null): Bounce {
  return { permanent: type === 'Permanent', listed: NOT_TRIED.has(subType) }
}

export type Complaint =
  /** Somebody does not want our mail. */
  | { isComplaint: true; listed: boolean }
  /** A report that is none, by its own word for what it is. */
  | { isComplaint: false; what: string }

/** By no person who did not want it: one took it out of the spam folder, a machine checked signatures or looked for viruses. */
const NO_COMPLAINT = new Set<string | null | undefined>(['not-spam', 'auth-failure', 'virus'])

export function complaintOf(feedbackType?: string | null, subType?: string | null): Complaint {
  if (NO_COMPLAINT.has(feedbackType)) return { isComplaint: false, what: feedbackType! }
  return { isComplaint: true, listed: NOT_TRIED.has(subType) }
}
