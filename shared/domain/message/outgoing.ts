/** A mail as it is handed to the sender. */
export interface OutgoingMail {
  to: string
  from: string
  replyTo?: string
  subject: string
  html: string
  text: string
  headers: Readonly<Record<string, string>>
  /** SES message tags: names and values of `[A-Za-z0-9_-]`. */
  tags: Readonly<Record<string, string>>
}
