import * as z from 'zod'
import type { WingbackEventType } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import type { Reason } from '../../domain/reason.ts'
import { bounceOf, complaintOf } from './ses-words.ts'

/** What SES publishes about an email; only the fields used here. */
const report = z.object({
  eventType: z.string(),
  mail: z.object({ destination: z.array(z.string()).optional(), tags: z.record(z.string(), z.array(z.string())) }),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().nullish() }).optional(),
  complaint: z
    .object({ complaintFeedbackType: z.string().nullish(), complaintSubType: z.string().nullish() })
    .optional(),
  reject: z.object({ reason: z.string() }).optional(),
  failure: z.object({ errorMessage: z.string() }).optional(),
})

type Report = z.output<typeof report>

/** The event that a report becomes. `about` tells it from other reports of its type on the same email. */
interface Said {
  type: WingbackEventType
  about?: string
  fields?: Record<string, unknown>
}

const KINDS: Record<string, (report: Report) => Said> = {
  Delivery: () => ({ type: 'email.delivered' }),
  Open: () => ({ type: 'email.opened' }),
  Click: () => ({ type: 'email.clicked' }),
  Bounce: ({ bounce, mail }) => {
    const { bounceType = '', bounceSubType } = bounce ?? {}
    return {
      type: 'email.bounced',
      about: bounceType.toLowerCase(),
      fields: { address: writtenTo(mail), ...bounceOf(bounceType, bounceSubType) },
    }
  },
  Complaint: ({ complaint, mail }) => {
    const { complaintFeedbackType, complaintSubType } = complaint ?? {}
    const said = complaintOf(complaintFeedbackType, complaintSubType)
    return said.isComplaint
      ? { type: 'email.complained', fields: { address: writtenTo(mail), listed: said.listed, code: said.code } }
      : { type: 'email.noted', about: said.what, fields: { what: said.what } }
  },
  Reject: ({ reject }) => ({
    type: 'action.failed',
    fields: { code: 'rejected', reason: reasonOf('mail.refused', reject?.reason) },
  }),
  'Rendering Failure': ({ failure }) => ({
    type: 'action.failed',
    fields: { code: 'unrenderable', reason: reasonOf('mail.unrenderable', failure?.errorMessage) },
  }),
}

/**
 * The address that the email was sent to. A bounce or complaint may name another one: the mailbox ours was forwarded
 * to, a host, a list, or nobody. Undefined: SES does not say, and the member's own is meant.
 */
function writtenTo({ destination }: Report['mail']): string | undefined {
  return destination?.[0]?.slice(0, 320)
}

/** SES's own words, cut to what a reason holds. */
function reasonOf(is: 'mail.refused' | 'mail.unrenderable', said = 'SES gives no reason'): Reason {
  return { is, said: said.slice(0, 500) }
}

/** A message of an event as the bus hands it on has a detail type. A quote within a text is escaped, so that no text looks like one. */
const OF_THE_BUS = '"detail-type"'

/**
 * A message of SES's topic, and the event about the member that it becomes, who is known by the email's tags. No event: the email is
 * not ours (a test, somebody else's), or nothing depends on this kind of report. Undefined: the message is no report.
 */
export function reportIn(body: string, now: number): { event?: string } | undefined {
  if (body.includes(OF_THE_BUS)) return undefined
  const parsed = report.safeParse(unwrapped(body))
  if (!parsed.success) return undefined
  const kind = KINDS[parsed.data.eventType]
  const { action, member } = parsed.data.mail.tags
  if (!kind || !action?.[0] || !member?.[0]) return {}
  const { type, about, fields } = kind(parsed.data)
  const id = [action[0], type.split('.')[1], ...(about ? [about] : [])].join(':')
  return { event: ownEvent({ type, id, memberId: member[0], fields: { actionId: action[0], ...fields } }, now) }
}

/** SNS passes the report on as it is (raw delivery), or wrapped in a notification. */
function unwrapped(body: string): unknown {
  try {
    const outer: unknown = JSON.parse(body)
    const message = outer !== null && typeof outer === 'object' && 'Message' in outer ? outer.Message : undefined
    return typeof message === 'string' ? JSON.parse(message) : outer
  } catch {
    return undefined
  }
}
