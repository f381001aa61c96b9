import * as z from 'zod'
import { mail as wiring } from '../../../shared/pipeline.ts'
import { bareAddress } from './mail-feedback.ts'

/** What SES refuses of a `SendEmail` call and its double does not. */

export interface Refusal {
  status: number
  type: 'BadRequestException' | 'NotFoundException' | 'MessageRejected' | 'TooManyRequestsException'
  message: string
}

const RECIPIENTS_AT_MOST = 50
const TAGS_AT_MOST = 50
const HEADERS_AT_MOST = 15
const HEADER_LENGTH_AT_MOST = 870

const addresses = z.array(z.string()).default([])
const tagText = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/)
const header = z
  .object({ Name: z.string().regex(/^[\x21-\x39\x3b-\x7e]{1,126}$/), Value: z.string().regex(/^[^\r\n]*$/) })
  .refine(({ Name, Value }) => Name.length + Value.length <= HEADER_LENGTH_AT_MOST)

/** The parts of a call that are looked at here; the double checks the rest. */
const sendEmailCall = z.looseObject({
  ConfigurationSetName: z.string().optional(),
  Destination: z.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }).partial(),
  EmailTags: z
    .array(z.object({ Name: tagText, Value: tagText }))
    .max(TAGS_AT_MOST)
    .default([]),
  Content: z.looseObject({
    Simple: z.looseObject({ Headers: z.array(header).max(HEADERS_AT_MOST).optional() }).optional(),
  }),
})
export type SendEmailCall = z.output<typeof sendEmailCall>

/** ASCII only before the @: SES has no SMTPUTF8. */
const ADDRESS = /^[\x21-\x7e]{1,64}@[^\s@]{1,255}$/

/** The call, or why SES would not take it. */
export function readSendEmail(body: Buffer): { call: SendEmailCall } | { refusal: Refusal } {
  const result = sendEmailCall.safeParse(parse(body))
  if (!result.success) {
    const [issue] = result.error.issues
    return { refusal: badRequest(`${issue?.path.join('.') || 'The body'}: ${issue?.message}`) }
  }
  const set = result.data.ConfigurationSetName
  if (set !== undefined && set !== wiring.configurationSet) {
    const message = `Configuration set <${set}> does not exist.`
    return { refusal: { status: 404, type: 'NotFoundException', message } }
  }
  const fault = recipientFault(recipientsOf(result.data))
  return fault === undefined ? { call: result.data } : { refusal: badRequest(fault) }
}

export function recipientsOf({ Destination: to }: SendEmailCall): string[] {
  return [...(to.ToAddresses ?? []), ...(to.CcAddresses ?? []), ...(to.BccAddresses ?? [])]
}

export function badRequest(message: string): Refusal {
  return { status: 400, type: 'BadRequestException', message }
}

function recipientFault(recipients: readonly string[]): string | undefined {
  if (recipients.length === 0) return 'At least one recipient is required.'
  if (recipients.length > RECIPIENTS_AT_MOST) return `Recipient count exceeds ${RECIPIENTS_AT_MOST}.`
  return recipients.every((recipient) => ADDRESS.test(bareAddress(recipient))) ? undefined : 'Illegal address'
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
