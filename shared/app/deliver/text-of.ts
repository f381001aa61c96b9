import type { EmailPlan } from '../../domain/actions/email/email.ts'
import type { MessagePlan } from '../../domain/actions/message/message.ts'
import type { Journey, Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { type MessageData, messageDataOf } from '../../domain/message/data.ts'
import { templateFor } from '../../domain/message/render.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Campaign, MessageTemplate, Settings, Template } from '../../domain/rulebook/rulebook.ts'
import { type LinkSettings, linksOf } from './links-of.ts'

export interface TextFor {
  member: Member
  journey: Journey
  campaign: Campaign
  /** From the rulebook that decided. */
  settings: Settings
  links: LinkSettings
  now: number
}

export type Text<T> =
  | { ok: true; template: T; locale: string; data: MessageData }
  | { ok: false; code: string; reason: Reason }

/** The template of an email or message in the member's language of now, and its variables. */
export function textOf<T extends Template | MessageTemplate>(
  { template: id, locale }: Pick<EmailPlan | MessagePlan, 'template' | 'locale'>,
  templates: Readonly<Record<string, Record<string, T>>>,
  { member, journey, campaign, settings, links, now }: TextFor,
): Text<T> {
  const wanted = locale === 'member' ? profileOf(member).locale : locale
  const found = templateFor(templates[id] ?? {}, wanted, settings.locale)
  if (!found)
    return { ok: false, code: 'no-template', reason: { is: 'mail.noTemplate', template: id, locale: settings.locale } }
  const data = messageDataOf({
    member,
    journey,
    campaign,
    settings,
    templateLocale: found.locale,
    links: linksOf(member, journey, campaign.class, links),
    now,
  })
  return { ok: true, template: found.template, locale: found.locale, data }
}
