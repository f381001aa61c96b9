import * as z from 'zod'
import type { WingbackEventType } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Queues } from '../../ports/index.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
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

export interface FeedbackDependencies {
  ports: { queues: Queues }
  now: number
  onError(error: unknown): void
  /** Called with the number of reports on emails that are not ours. */
  notOurs?(count: number): void
}

/** Turns SES's reports into events about the members. Gives the ids of the messages to be tried again. */
export async function takeReports(
  messages: readonly QueueMessage[],
  { ports, now, onError, notOurs }: FeedbackDependencies,
): Promise<string[]> {
  const events: string[] = []
  let others = 0
  const failed = await eachAlone(
    messages,
    async ({ body }) => {
      const event = feedbackEvent(body, now)
      if (event === undefined) others++
      else events.push(event)
    },
    onError,
  )
  if (others > 0) notOurs?.(others)
  if (events.length > 0) await ports.queues.send('events', events)
  return failed
}

/**
 * One message of SES's topic as an event about the member, known by the email's tags. Undefined: the email is not ours
 * (a test, somebody else's), or nothing depends on this kind of report.
 */
export function feedbackEvent(body: string, now: number): string | undefined {
  const parsed = report.safeParse(unwrapped(body))
  if (!parsed.success) return undefined
  const kind = KINDS[parsed.data.eventType]
  const { action, member } = parsed.data.mail.tags
  if (!kind || !action?.[0] || !member?.[0]) return undefined
  const { type, about, fields } = kind(parsed.data)
  const id = [action[0], type.split('.')[1], ...(about ? [about] : [])].join(':')
  return ownEvent({ type, id, memberId: member[0], fields: { actionId: action[0], ...fields } }, now)
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
