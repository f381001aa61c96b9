import type { MailList, MailWord } from '../domain/sending/mail-words.ts'

/**
 * What came of mails, for who looks for them: a list of each outcome, newest first. The member's item and records are what counts;
 * these follow within moments.
 */
export interface Mails {
  /** Notes them all. Noted again, a word is there once or twice: whoever reads takes it once. */
  note(words: readonly MailWord[]): Promise<void>
  /** A page of a list: some more than `limit`, where they were noted together. */
  page(options: {
    list: MailList
    cursor?: string | undefined
    limit: number
  }): Promise<{ words: MailWord[]; cursor?: string | undefined }>
  /** One of a list, by when it came about. */
  read(mark: MailMark & { actionId: string }): Promise<MailWord | undefined>
  /** What is said of a member at these instants goes. */
  forget(memberId: string, marks: readonly MailMark[]): Promise<void>
}

/** Where a word stands. */
export type MailMark = Pick<MailWord, 'list' | 'at'>

export const MAIL_COUNTS = ['sent', 'delivered', 'bounced', 'complained'] as const
export type MailCount = (typeof MAIL_COUNTS)[number]

/** How many mails came to what; what is absent is 0. */
export type MailTally = Partial<Record<MailCount, number>>

/** The same by campaign, and by the domain that was written to. */
export interface MailTallies {
  campaigns: Record<string, MailTally>
  domains: Record<string, MailTally>
}

/** Domains of their own a month: what goes to later ones is counted together, under {@link OTHER_DOMAINS}. */
export const DOMAINS_AT_MOST = 100
export const OTHER_DOMAINS = ''

/**
 * What mails came to, by the month in which they were sent. As exact as the tally: a process that dies between a write and its
 * counting leaves them short.
 */
export interface MailCounts {
  add(month: string, tallies: MailTallies): Promise<void>
  read(month: string): Promise<MailTallies>
}
