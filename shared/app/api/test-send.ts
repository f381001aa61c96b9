import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import type { Sample } from '../../domain/actions/definition.ts'
import type { EmailSpec } from '../../domain/actions/email/email.ts'
import { definitionOf } from '../../domain/actions/index.ts'
import type { ActionSpec } from '../../domain/actions/specs.ts'
import type { Journey, Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { compose } from '../../domain/message/compose.ts'
import { type MessageData, messageDataOf } from '../../domain/message/data.ts'
import { templateFor } from '../../domain/message/render.ts'
import { sampleData } from '../../domain/message/sample.ts'
import type { Campaign, Instruction, Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { OutgoingMail } from '../../ports/index.ts'
import { survivorOf } from '../survivor.ts'
import { ok, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'
import { noSuchMember } from './members.ts'

type ActionStep = Extract<Instruction, { op: 'action' }>
type EmailStep = ActionStep & { action: EmailSpec }
type JourneySoFar = Pick<Journey, 'cause' | 'granted' | 'offerId'>
type Made = { ok: true; mail: OutgoingMail; locale: string } | { ok: false; reason: string }

/** `compose` takes the links out of a test mail; a template must find one all the same. */
const NO_LINK = '#test'

/** The real mail of a campaign, made for a member and sent to a colleague: marked, counted nowhere, nothing in it acts. */
export const testSend = route(
  z.object({
    campaign: z.string().min(1).max(100),
    to: fields.email,
    member: fields.memberId,
    step: z.string().min(1).max(100).optional(),
  }),
  async (order, context) => {
    const { ports, now } = context
    const rulebook = await liveRulebook(context)
    const campaign = rulebook?.campaigns.find((each) => each.id === order.campaign)
    if (!rulebook || !campaign) return noSuchCampaign(order.campaign, campaignsOf(rulebook))
    const emails = campaign.program.filter(isEmail)
    const step = order.step === undefined ? emails[0] : emails.find((each) => each.step === order.step)
    if (!step) {
      const hint =
        emails.length === 0 ? undefined : `its email steps are: ${emails.map((each) => each.step).join(', ')}`
      return refuse(409, 'no-such-step', `campaign "${campaign.id}" has no such email step`, hint)
    }
    const { member } = await survivorOf(order.member, ports)
    if (!member) return noSuchMember(order.member)
    const made = makeTestMail({ rulebook, campaign, step, member, to: order.to, now: now() })
    if (!made.ok) return refuse(422, 'unrenderable', made.reason)
    const outcome = await ports.mailer.send(made.mail)
    if (!outcome.sent) return refuse(502, 'not-sent', `the mail service did not take it: ${outcome.reason}`)
    const { messageId } = outcome
    return ok({ to: order.to, subject: made.mail.subject, step: step.step, locale: made.locale, messageId })
  },
)

/** The mail as it would be, with examples where the member has not come that far in the campaign. Pure. */
function makeTestMail(from: {
  rulebook: Rulebook
  campaign: Campaign
  step: EmailStep
  member: Member
  to: string
  now: number
}): Made {
  const { rulebook, campaign, step, member, to, now } = from
  const { settings } = rulebook
  const { template: id, locale } = step.action
  const wanted = locale === 'member' ? profileOf(member).locale : locale
  const found = templateFor(rulebook.templates[id] ?? {}, wanted, settings.locale)
  if (!found) return { ok: false, reason: `template "${id}" has no text in ${wanted ?? settings.locale}` }
  const { granted } = sampleBefore(campaign, step, now)
  const journey: JourneySoFar = member.journeys.findLast((each) => each.campaign === campaign.id) ?? {
    cause: { fields: {} },
    ...(granted && { granted }),
  }
  const data = {
    ...examples(campaign, step, now),
    ...messageDataOf({
      member,
      journey,
      campaign,
      settings,
      templateLocale: found.locale,
      links: { unsubscribeUrl: NO_LINK, offer: { acceptUrl: NO_LINK, declineUrl: NO_LINK } },
    }),
  }
  const { mailFrom, replyTo } = settings
  const composed = compose({ template: found.template, data, to, from: mailFrom, replyTo, tags: {}, test: true })
  return composed.ok ? { ok: true, mail: composed.mail, locale: found.locale } : { ok: false, reason: composed.reason }
}

/** What the campaign's trigger and earlier steps would have given a template to speak of. */
function examples(campaign: Campaign, step: EmailStep, now: number): Partial<MessageData> {
  const { complaint, flight, disruption } = sampleData('', {})
  const type = campaign.trigger.kind === 'event' ? campaign.trigger.type : undefined
  const { offer } = sampleBefore(campaign, step, now)
  return {
    ...(type === 'complaint.filed' && { complaint, flight }),
    ...(type === 'member.disrupted' && { disruption, flight }),
    ...(offer && { offer: { ...offer, acceptUrl: NO_LINK, declineUrl: NO_LINK } }),
  }
}

/** The latest of each that the steps before it would have brought about. */
function sampleBefore(campaign: Campaign, step: EmailStep, now: number): Sample {
  return Object.assign({}, ...actionsBefore(campaign, step).map((spec) => definitionOf(spec.kind).sample?.(spec, now)))
}

function actionsBefore({ program }: Campaign, step: EmailStep): ActionSpec[] {
  const before = program.slice(0, program.indexOf(step))
  return before.flatMap((each) => (each.op === 'action' ? [each.action] : []))
}

function isEmail(instruction: Instruction): instruction is EmailStep {
  return instruction.op === 'action' && instruction.action.kind === 'email'
}
