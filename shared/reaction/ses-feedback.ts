import * as z from 'zod'
import type { Reason } from '../domain/words/reason.ts'
import type { WingbackEventType } from '../events/index.ts'
import { ownEvent } from './own-event.ts'

/** What SES publishes of a mail over its configuration set; only what is used of it. */
const report = z.object({
  eventType: z.string(),
  mail: z.object({ destination: z.array(z.string()), tags: z.record(z.string(), z.array(z.string())) }),
  bounce: z
    .object({ bounceType: z.string(), bouncedRecipients: z.array(z.object({ emailAddress: z.string() })) })
    .optional(),
  complaint: z.object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })) }).optional(),
  reject: z.object({ reason: z.string() }).optional(),
  failure: z.object({ errorMessage: z.string() }).optional(),
})

type Report = z.output<typeof report>

const KINDS: Record<string, { type: WingbackEventType; fields(report: Report): Record<string, unknown> }> = {
  Delivery: { type: 'email.delivered', fields: () => ({}) },
  Open: { type: 'email.opened', fields: () => ({}) },
  Click: { type: 'email.clicked', fields: () => ({}) },
  Bounce: {
    type: 'email.bounced',
    fields: ({ bounce, mail }) => ({
      address: bare(bounce?.bouncedRecipients[0]?.emailAddress ?? mail.destination[0]!),
      permanent: bounce?.bounceType === 'Permanent',
    }),
  },
  Complaint: {
    type: 'email.complained',
    fields: ({ complaint, mail }) => ({
      address: bare(complaint?.complainedRecipients[0]?.emailAddress ?? mail.destination[0]!),
    }),
  },
  Reject: {
    type: 'action.failed',
    fields: ({ reject }) => ({ code: 'rejected', reason: reasonOf('mail.refused', reject?.reason) }),
  },
  'Rendering Failure': {
    type: 'action.failed',
    fields: ({ failure }) => ({
      code: 'unrenderable',
      reason: reasonOf('mail.unrenderable', failure?.errorMessage),
    }),
  },
}

/** SES's own words, as far as a reason holds them. */
function reasonOf(is: 'mail.refused' | 'mail.unrenderable', said = 'SES gives no reason'): Reason {
  return { is, said: said.slice(0, 500) }
}

/**
 * One message from SES's topic as an event about the member, by the tags the mail was sent with. Undefined: it is not
 * about a mail of ours (a test, somebody else's), or of a kind that nothing depends on.
 */
export function feedbackEvent(body: string, now: number): string | undefined {
  const parsed = report.safeParse(unwrapped(body))
  if (!parsed.success) return undefined
  const kind = KINDS[parsed.data.eventType]
  const { action, member } = parsed.data.mail.tags
  if (!kind || !action?.[0] || !member?.[0]) return undefined
  const id = `${action[0]}:${kind.type.split('.')[1]}`
  return ownEvent(
    { type: kind.type, id, memberId: member[0], fields: { actionId: action[0], ...kind.fields(parsed.data) } },
    now,
  )
}

/** SNS hands on the report itself (raw delivery), or wrapped in a notification. */
function unwrapped(body: string): unknown {
  try {
    const outer: unknown = JSON.parse(body)
    const message = outer !== null && typeof outer === 'object' && 'Message' in outer ? outer.Message : undefined
    return typeof message === 'string' ? JSON.parse(message) : outer
  } catch {
    return undefined
  }
}

/** `Name <address>` → `address`. */
function bare(address: string): string {
  return /<([^<>]+)>/.exec(address)?.[1] ?? address.trim()
}
