import { bestForm } from '../../domain/campaign/best-form.ts'
import { causeOf } from '../../domain/campaign/cause.ts'
import { NO_EVENT } from '../../domain/campaign/enter.ts'
import type { Cause, Granted, Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { type MessageData, messageDataOf } from '../../domain/message/data.ts'
import { render, templateFor } from '../../domain/message/render.ts'
import { sampleData } from '../../domain/message/sample.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { eventOf, memberAt } from './member-at.ts'
import type { Reaction } from './reactions.ts'

/** A mail as it was read. */
export interface AsSent {
  from: string
  replyTo?: string | undefined
  to: string
  subject: string
  html: string
  text: string
  template: string
  locale: string
}

interface Kept {
  member: Member
  /** Everything that is recorded of the member, oldest first. */
  reactions: readonly Reaction[]
  actionId: string
  /** Any version that is still to be had. */
  rulebookOf(version: string): Rulebook | undefined
}

/** Its links do nothing: a colleague who follows one must not answer for the member. */
const NO_LINK = '#'

/**
 * A mail made again as it was sent: by the rulebook that decided it, the member as they were known at that instant, and what its
 * journey had come to by then. Nothing of a mail itself is kept. Undefined: too little is kept to make it.
 */
export function mailAsSent(kept: Kept, masked = false): AsSent | undefined {
  const found = receiptOf(kept)
  if (!found) return undefined
  const { receipt, rulebook, campaign, live, at } = found
  const member = memberAt(kept.member, kept.reactions, at)
  const spec = emailSpecOf(receipt, { rulebook, campaign, member })
  if (!spec) return undefined
  const { settings, templates } = rulebook
  const { locale: usual } = settings
  const wanted = spec.locale === 'member' ? profileOf(member).locale : spec.locale
  const template = templateFor(templates[spec.template] ?? {}, wanted, usual)
  if (!template) return undefined
  const real = messageDataOf({
    member,
    journey: journeyOf(kept, receipt, campaign, at),
    campaign,
    settings,
    templateLocale: template.locale,
    links: { unsubscribeUrl: NO_LINK, offer: { acceptUrl: NO_LINK, declineUrl: NO_LINK } },
    now: at,
  })
  const rendered = render(template.template, masked ? maskedData(real) : real)
  if (!rendered.ok) return undefined
  const { subject, html, text } = rendered
  const { mailFrom: from, replyTo } = live.settings
  const to = masked ? '' : (profileOf(member).email ?? '')
  return { from, replyTo, to, subject, html, text, template: spec.template, locale: template.locale }
}

/** The last that was decided of it before it went out, by which version, and when it went out. */
function receiptOf({ member, reactions, actionId, rulebookOf }: Kept) {
  const about = reactions.flatMap((reaction) =>
    reaction.receipts.filter((each) => each.actionId === actionId).map((receipt) => ({ receipt, reaction })),
  )
  const decided = about.findLast(({ receipt }) => receipt.outcome === 'decided')
  const rulebook = decided && rulebookOf(decided.receipt.rulebook)
  const campaign = campaignById(rulebook, decided?.receipt.campaign)
  if (!decided || !rulebook || !campaign) return undefined
  const { claimedAt } = member.mails.find((each) => each.actionId === actionId) ?? {}
  const at = claimedAt ?? about.at(-1)!.receipt.at
  const version = reactions.findLast((each) => each.reactedAt <= at && each.rulebook !== undefined)?.rulebook
  return { ...decided, rulebook, campaign, live: (version && rulebookOf(version)) || rulebook, at }
}

/** Versions by which a member's mails may have been made. */
export function versionsOf(reactions: readonly Reaction[]): string[] {
  const versions = reactions.flatMap(({ rulebook, receipts }) => [rulebook, ...receipts.map((each) => each.rulebook)])
  return [...new Set(versions)].filter((version) => version !== undefined && version !== '') as string[]
}

function emailSpecOf(
  { step }: Receipt,
  { rulebook: { settings }, campaign, member }: { rulebook: Rulebook; campaign: Campaign; member: Member },
) {
  const instruction = campaign.program.find((each) => each.op === 'action' && each.step === step)
  if (instruction?.op !== 'action') return undefined
  const { spec } = bestForm(instruction.action, { member, campaign, settings })
  return spec.kind === 'email' ? spec : undefined
}

/** What its journey had come to by then: what had begun it, what it had granted and offered. */
function journeyOf({ reactions }: Kept, { campaign: id, key }: Receipt, campaign: Campaign, at: number) {
  const before = reactions.filter(({ reactedAt }) => reactedAt <= at)
  const isOf = (receipt: Receipt) => receipt.campaign === id && receipt.key === key
  const own = new Set(before.flatMap(({ receipts }) => receipts.filter(isOf).map((each) => each.actionId)))
  const ofOwn = (type: string) => before.findLast((each) => each.type === type && own.has(String(each.detail.actionId)))
  const entered = before.findLast(({ receipts }) => receipts.some((each) => isOf(each) && each.outcome === 'entered'))
  const granted = ofOwn('compensation.granted')
  const offerId = ofOwn('offer.issued')?.detail.offerId
  return {
    cause: entered ? causeIn(entered, campaign) : NO_EVENT,
    ...(granted && { granted: grantedIn(granted) }),
    ...(typeof offerId === 'string' && { offerId }),
  }
}

function causeIn(reaction: Reaction, { trigger }: Campaign): Cause {
  const event = trigger.kind === 'event' && trigger.type === reaction.type ? eventOf('', reaction) : undefined
  return event ? causeOf(event) : NO_EVENT
}

function grantedIn({ detail, receipts }: Reaction): Granted {
  const { kind, amount, currency } = detail as Pick<Granted, 'kind' | 'amount' | 'currency'>
  const owed = receipts.map(({ reason }) => reason).find((reason) => reason.is === 'compensation.owed')
  return { kind, amount, currency, ...(owed && { law: { regime: owed.regime, source: owed.source } }) }
}

/** The same mail to nobody: what could tell who it was to is of a made-up member. */
function maskedData(real: MessageData): MessageData {
  const sample = sampleData(real.locale, real.airline)
  return {
    ...real,
    zone: sample.zone,
    member: { ...sample.member, tier: real.member.tier },
    ...(real.complaint && { complaint: { ...real.complaint, id: sample.complaint!.id } }),
    ...(real.flight && { flight: sample.flight }),
  }
}
