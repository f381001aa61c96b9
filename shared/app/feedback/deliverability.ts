import { canonicalAddress } from '../../contract/address.ts'
import type { MemberEvent } from '../../contract/index.ts'
import type { Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { type MailCount, type MailTallies, type MailTally, OTHER_DOMAINS } from '../../ports/index.ts'
import type { HeardOf } from './reputation.ts'

/** By month. */
export type MailsByMonth = Record<string, MailTallies>

interface Reacted {
  event: MemberEvent
  receipts: readonly Receipt[]
  /** What receivers reported, each report once. */
  heard: readonly HeardOf[]
  monthOf(instant: number): string
}

/**
 * What one reaction says of emails: that they were sent, and what receivers reported. It counts in the month in which
 * the email was sent, for its campaign and for the member's domain of now. Reports on emails that are no longer
 * remembered are not counted.
 */
export function countMails(into: MailsByMonth, member: Member, { event, receipts, heard, monthOf }: Reacted): void {
  for (const { kind, outcome, actionId, at } of receipts)
    if (kind === 'email' && outcome === 'sent' && actionId !== undefined) count('sent', actionId, at)
  if ('actionId' in event) for (const what of heard) count(what, event.actionId)

  function count(what: MailCount, actionId: string, sentAt?: number): void {
    const mail = member.mails.find((each) => each.actionId === actionId)
    const at = mail?.claimedAt ?? sentAt
    const campaign = mail?.campaign ?? receipts.find((each) => each.actionId === actionId)?.campaign
    if (at === undefined || campaign === undefined) return
    const address = ('address' in event ? event.address : undefined) ?? profileOf(member).email
    const month = monthOf(at)
    into[month] ??= { campaigns: {}, domains: {} }
    addOne(into[month].campaigns, campaign, { [what]: 1 })
    addOne(into[month].domains, address === undefined ? OTHER_DOMAINS : domainOf(address), { [what]: 1 })
  }
}

function domainOf(address: string): string {
  const canonical = canonicalAddress(address)
  return canonical.slice(canonical.lastIndexOf('@') + 1)
}

/** Adds them up. */
export function sumMails(all: readonly MailsByMonth[]): MailsByMonth {
  const sum: MailsByMonth = {}
  for (const [month, { campaigns, domains }] of all.flatMap((each) => Object.entries(each))) {
    sum[month] ??= { campaigns: {}, domains: {} }
    for (const [campaign, tally] of Object.entries(campaigns)) addOne(sum[month].campaigns, campaign, tally)
    for (const [domain, tally] of Object.entries(domains)) addOne(sum[month].domains, domain, tally)
  }
  return sum
}

function addOne(tallies: Record<string, MailTally>, name: string, more: MailTally): void {
  tallies[name] ??= {}
  const tally = tallies[name]
  for (const [what, by] of Object.entries(more) as [MailCount, number][]) tally[what] = (tally[what] ?? 0) + by
}
