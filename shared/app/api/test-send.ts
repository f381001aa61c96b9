import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import type { Sample } from '../../domain/actions/definition.ts'
import type { EmailSpec } from '../../domain/actions/email/email.ts'
import { channelIdOf, definitionOf } from '../../domain/actions/index.ts'
import type { ActionSpec } from '../../domain/actions/kinds.ts'
import type { MessageSpec } from '../../domain/actions/message/message.ts'
import { bestForm } from '../../domain/campaign/best-form.ts'
import { channelNamed } from '../../domain/channels/index.ts'
import type { Journey, Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { compose } from '../../domain/message/compose.ts'
import { type MessageData, messageDataOf } from '../../domain/message/data.ts'
import { charactersIn, renderMessage, templateFor } from '../../domain/message/render.ts'
import { sampleData } from '../../domain/message/sample.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Campaign, Instruction, MessageTemplate, Rulebook, Template } from '../../domain/rulebook/rulebook.ts'
import type { Saying } from '../../domain/texts/saying.ts'
import type { OutgoingMail } from '../../ports/index.ts'
import { survivorOf } from '../survivor.ts'
import { ok, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'
import { noSuchMember } from './members.ts'

type ActionStep = Extract<Instruction, { op: 'action' }>
type JourneySoFar = Pick<Journey, 'cause' | 'granted' | 'offerId'>
type Made = { ok: true; mail: OutgoingMail; locale: string } | { ok: false; reason: Saying | string }

/** `compose` takes the links out of a test mail; a template must find one all the same. */
const NO_LINK = '#test'

/**
 * What a step of a campaign would send a member, over the channel that it would take. A mail is sent to a colleague: marked,
 * counted nowhere, nothing in it acts. A message is shown: its gateway knows members alone.
 */
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
    const campaign = campaignById(rulebook, order.campaign)
    if (!rulebook || !campaign) return noSuchCampaign(order.campaign, campaignsOf(rulebook))
    const steps = campaign.program.filter(isSent)
    const step = order.step === undefined ? steps[0] : steps.find((each) => each.step === order.step)
    if (!step) {
      const names = steps.map((each) => each.step).join(', ')
      const hint: Saying | undefined = names ? ({ api }) => api.stepsAre(names) : undefined
      return refuse(409, 'no-such-step', ({ api }) => api.noSuchStep(campaign.id), hint)
    }
    const { member } = await survivorOf(order.member, ports)
    if (!member) return noSuchMember(order.member)
    const { spec } = bestForm(step.action, { member, campaign, settings: rulebook.settings })
    const about = { rulebook, campaign, step, member, now: now() }
    if (spec.kind === 'message') return showMessage(spec, about)
    if (spec.kind !== 'email') throw new Error(`${spec.kind} reaches nobody`)
    const made = makeTestMail(spec, { ...about, to: order.to })
    if (!made.ok) return refuse(422, 'unrenderable', made.reason)
    const outcome = await ports.mailer.send(made.mail)
    if (!outcome.sent) return refuse(502, 'not-sent', ({ api }) => api.notSent(outcome.reason))
    const { messageId } = outcome
    return ok({ to: order.to, subject: made.mail.subject, step: step.step, locale: made.locale, messageId })
  },
)

interface About {
  rulebook: Rulebook
  campaign: Campaign
  step: ActionStep
  member: Member
  now: number
}

/** The mail as it would be, with examples where the member has not come that far in the campaign. Pure. */
function makeTestMail(spec: EmailSpec, { to, ...about }: About & { to: string }): Made {
  const { mailFrom, replyTo } = about.rulebook.settings
  const made = textFor(spec, about.rulebook.templates, about)
  if (!made) return { ok: false, reason: noText(spec, about) }
  const { template, data, locale } = made
  const composed = compose({ template, data, to, from: mailFrom, replyTo, tags: {}, test: true })
  return composed.ok ? { ok: true, mail: composed.mail, locale } : { ok: false, reason: composed.reason }
}

function showMessage(spec: MessageSpec, about: About) {
  const { settings, messages } = about.rulebook
  const made = textFor(spec, messages, about)
  if (!made) return refuse(422, 'unrenderable', noText(spec, about))
  const rendered = renderMessage(made.template, made.data)
  if (!rendered.ok) return refuse(422, 'unrenderable', rendered.reason)
  const { text } = rendered
  const { channel } = spec
  const length = { characters: charactersIn(text), atMost: channelNamed(channel, settings.channels).textAtMost ?? 0 }
  return ok({ channel, text, ...length, step: about.step.step, locale: made.locale })
}

function noText({ template, locale }: EmailSpec | MessageSpec, { rulebook }: About): Saying {
  return ({ api }) => api.noText(template, locale === 'member' ? rulebook.settings.locale : locale)
}

/** The template that would be taken, with what it would be given. */
function textFor<T extends Template | MessageTemplate>(
  { template: id, locale }: EmailSpec | MessageSpec,
  templates: Readonly<Record<string, Record<string, T>>>,
  { rulebook: { settings }, campaign, step, member, now }: About,
): { locale: string; template: T; data: MessageData } | undefined {
  const wanted = locale === 'member' ? profileOf(member).locale : locale
  const found = templateFor(templates[id] ?? {}, wanted, settings.locale)
  if (!found) return undefined
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
      now,
    }),
  }
  return { ...found, data }
}

/** What the campaign's trigger and earlier steps would have given a template to speak of. */
function examples(campaign: Campaign, step: ActionStep, now: number): Partial<MessageData> {
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
function sampleBefore(campaign: Campaign, step: ActionStep, now: number): Sample {
  return Object.assign({}, ...actionsBefore(campaign, step).map((spec) => definitionOf(spec.kind).sample?.(spec, now)))
}

function actionsBefore({ program }: Campaign, step: ActionStep): ActionSpec[] {
  const before = program.slice(0, program.indexOf(step))
  return before.flatMap((each) => (each.op === 'action' ? [each.action] : []))
}

function isSent(instruction: Instruction): instruction is ActionStep {
  return instruction.op === 'action' && channelIdOf(instruction.action) !== undefined
}
