/** An email made from a template of the rulebook. */
export interface EmailSpec {
  kind: 'email'
  template: string
  /** A locale, or `member`: the member's own at the time of sending. */
  locale: string
  /** Service email that may be sent a second time if it is unknown whether it was sent. */
  resendIfUnknown: boolean
}

export type EmailPlan = EmailSpec

declare module '../kinds.ts' {
  interface Kinds {
    email: { spec: EmailSpec; plan: EmailPlan }
  }
}
