import type { MailOutcome, OutgoingMail } from '../ports/index.ts'
import { readMailAddress, readSender } from '../standards/mail-address.ts'

/**
 * An email with its addresses as they go over the wire, or why it cannot be sent. This is the last check: nothing else gets
 * into a header.
 */
export function addressed(mail: OutgoingMail): OutgoingMail | Extract<MailOutcome, { why: 'refused' }> {
  const headers = {
    to: readMailAddress(mail.to),
    from: readSender(mail.from),
    ...(mail.replyTo !== undefined && { replyTo: readSender(mail.replyTo) }),
  }
  const ready: Partial<OutgoingMail> = {}
  for (const header of ['to', 'from', 'replyTo'] as const) {
    const read = headers[header]
    if (read?.ok === false)
      return { sent: false, why: 'refused', code: 'IllegalAddress', reason: `${header} ${read.message}` }
    if (read) ready[header] = read.name
  }
  return { ...mail, ...ready }
}
