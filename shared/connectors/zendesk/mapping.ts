import * as z from 'zod'
import type { MappingForm } from '../connector.ts'
import { codes } from '../parts.ts'

const tag = z.string().min(1).max(100)

const status = z.enum(['as-is', 'open', 'pending', 'hold', 'solved'])

const schema = z.strictObject({
  only: tag.optional().describe('The tag that makes a ticket a complaint; without it, all tickets are'),
  categories: codes(z.string().min(1).max(64)).describe(
    'The category of a complaint by its tags: { baggage_late: baggage }. The first tag that is here counts; "*" stands for all others',
  ),
  severities: codes(z.int().min(1).max(5))
    .optional()
    .describe('By priority, 1 to 5. Usual: URGENT 5, HIGH 4, NORMAL 3, LOW 2'),
  outcomes: codes(z.enum(['upheld', 'goodwill', 'rejected']))
    .optional()
    .describe(
      'How a solved complaint ended, by its tags: { voucher_given: goodwill }; "*" stands for all others. Without it nothing is told of that',
    ),
  tasks: z
    .strictObject({ opened: status, closed: status })
    .optional()
    .describe(
      'Our tasks about a complaint are noted on its ticket, for staff; and which status the ticket has then: open, pending, hold, solved, or as-is. Without it nothing goes back',
    ),
})

export type ZendeskMapping = z.output<typeof schema>

/** https://developer.zendesk.com/documentation/webhooks/verifying/: the time and the body, one after the other. */
export const zendeskMapping: MappingForm<typeof schema> = {
  schema,
  system: 'crm',
  signature: {
    signature: 'x-zendesk-webhook-signature',
    timestamp: 'x-zendesk-webhook-signature-timestamp',
    signed: (timestamp) => timestamp,
    encoding: 'base64',
  },
}
