import type { WingbackEventType } from '../../contract/index.ts'
import type { EmailPlan } from '../../domain/actions/email/email.ts'
import { MINUTE } from '../../domain/calendar.ts'
import { addressHash } from '../../domain/member/address.ts'
import type { Member, PendingAction } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { compose } from '../../domain/message/compose.ts'
import { isTooLate } from '../../domain/message/data.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { MailOutcome, OutgoingMail, Ports, SuppressedAddress } from '../../ports/index.ts'
import { hash32 } from '../../standards/hash.ts'
import type { Alert } from '../alerts.ts'
import type { QueueMessage } from '../each-alone.ts'
import { asWrite, type DeliveryDependencies, deliver, type OutcomeFields, outcomeOf, type Performs } from './deliver.ts'
import type { LinkSettings } from './links-of.ts'
import { release } from './release.ts'
import { textOf } from './text-of.ts'

export interface EmailDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'suppressions' | 'queues' | 'bus' | 'mailer'>
  links: LinkSettings
  /**
   * Seconds to wait before saying "sent": SES usually reports within seconds, and then our word changes nothing and
   * costs no write. 0 where SES does not report.
   */
  sentWaitsSeconds?: number
  /** Raises an alarm that a person sees. */
  alert(what: Alert): void
}

type NotTaken = Extract<MailOutcome, { why: 'later' }>

const RATE_WAIT = MINUTE
const LASTING_WAIT = 15 * MINUTE
/** Emails that are held together come back spread over this time. */
const SPREAD = 4 * MINUTE

/**
 * Makes emails, claims them, and sends each once. Gives the ids of the messages to be tried again.
 * An email that SES does not take now is held and goes through all its gates again later, each at a time of its own. So
 * sending slows down, messages do not use up their receives, and nothing is lost.
 */
export function deliverEmails(messages: readonly QueueMessage[], dependencies: EmailDependencies): Promise<string[]> {
  const { ports, rulebooks, links, sentWaitsSeconds = 0, now, alert, hints } = dependencies
  const performs: Performs<'email'> = {
    email: async (_, { member, action, campaign }, stored, isFresh) => {
      const decidedBy = await rulebooks.load(action.rulebook)
      const live = hints.rulebook === undefined ? decidedBy : await rulebooks.load(hints.rulebook)
      const made = makeMail(member, action, campaign, { decidedBy, live, links }, now)
      if (!made.ok && !isFresh) return 'conflict'
      if (!made.ok) return [outcome('action.failed', { code: made.code, reason: made.reason })]
      const claimed = asWrite(member, stored)
      if ((await ports.members.write(claimed)) === 'conflict') return 'conflict'
      const dead = await suppressionOf(made.mail.to)
      if (dead) {
        await release(claimed, action.actionId, ports)
        const why = dead.why === 'bounce' ? 'bounce' : 'report'
        return [outcome('email.suppressed', { address: addressHash(made.mail.to), why })]
      }
      const sent = await ports.mailer.send(made.mail)
      if (!sent.sent && sent.why === 'later') {
        if (sent.lasting) alert('mail-not-taken')
        await release(claimed, action.actionId, ports)
        return [held(sent)]
      }
      return sent.sent
        ? [{ event: outcome('email.sent', { messageId: sent.messageId }), afterSeconds: sentWaitsSeconds }]
        : [report(sent)]

      function outcome<T extends WingbackEventType>(type: T, fields: OutcomeFields<T>): string {
        return outcomeOf({ memberId: member.memberId, actionId: action.actionId }, type, fields, now)
      }

      /**
       * What another card has learnt about the address. Read after the claim, so that a report handled before it is
       * seen.
       */
      async function suppressionOf(address: string): Promise<SuppressedAddress | undefined> {
        try {
          return await ports.suppressions.read(address)
        } catch (error) {
          await release(claimed, action.actionId, ports)
          throw error
        }
      }

      function held({ reason, lasting }: NotTaken): string {
        const until = now + (lasting ? LASTING_WAIT : RATE_WAIT) + (hash32(action.actionId) % SPREAD)
        return outcome('action.held', {
          gate: 'sender',
          reason: { is: 'sender.notTaken', said: reason },
          until: new Date(until).toISOString(),
        })
      }

      function report(sent: Exclude<MailOutcome, NotTaken | { sent: true }>): string {
        const { reason: said } = sent
        if (sent.why === 'refused')
          return outcome('action.failed', { code: sent.code, reason: { is: 'mail.refused', said } })
        return outcome('email.unknown', { reason: { is: 'mail.unanswered', said } })
      }
    },
  }
  return deliver('emails', messages, dependencies, performs, { writesFirst: true })
}

type Made = { ok: true; mail: OutgoingMail } | { ok: false; code: string; reason: Reason }

/**
 * The email as it goes out: as decided, with the member's language and address of now, and the live rulebook's sender,
 * so that a sender that was corrected holds up no email that was decided before.
 */
function makeMail(
  member: Member,
  action: PendingAction & { plan: EmailPlan },
  campaign: Campaign,
  { decidedBy: rulebook, live, links }: { decidedBy: Rulebook; live: Rulebook; links: LinkSettings },
  now: number,
): Made {
  const { plan } = action
  const journey = member.journeys.find((each) => each.awaiting === action.actionId)
  const { email } = profileOf(member)
  if (!journey || !email) return { ok: false, code: 'unaddressed', reason: { is: 'mail.noAddress' } }
  const { settings } = rulebook
  const text = textOf(plan, rulebook.templates, { member, journey, campaign, settings, links, now })
  if (!text.ok) return text
  const tags = { action: action.actionId, member: member.memberId, campaign: campaign.id, rulebook: rulebook.version }
  const composed = compose({
    template: text.template,
    data: text.data,
    to: email,
    from: live.settings.mailFrom,
    replyTo: live.settings.replyTo,
    tags,
  })
  if (composed.ok) return composed
  if (isTooLate(member, journey, now)) return { ok: false, code: composed.code, reason: { is: 'mail.offerExpired' } }
  return { ok: false, code: composed.code, reason: { is: 'mail.unrenderable', said: composed.reason } }
}
