import type { Traits } from '../traits.ts'

/** A mail made from a template of the rulebook. */
export interface EmailSpec {
  kind: 'email'
  template: string
  /** A locale, or `member`: the member's own at the time of the send. */
  locale: string
  /** Service mail that may be sent a second time where it is unknown whether it was. */
  resendIfUnknown: boolean
}

export type EmailPlan = EmailSpec

export const email: Traits = {
  name: { en: 'email', 'zh-CN': '邮件' },
  channel: 'email',
  sells: true,
  notKnown: 'email.unknown',
}
