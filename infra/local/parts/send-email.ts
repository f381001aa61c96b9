import * as z from 'zod'
import { mail as wiring } from '../../../shared/pipeline.ts'
import { jsonOf } from './http.ts'

/** What SES rejects in a `SendEmail` call and its stand-in does not. */

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

/** The parts of a call that are checked here; the stand-in checks the rest. */
const sendEmailCall = z.looseObject({
  ConfigurationSetName: z.string().optional(),
  FromEmailAddress: z.string().optional(),
  ReplyToAddresses: addresses,
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

/**
 * What SES reads as an address (RFC 5322): ASCII only, domains in Punycode, a name as words, quoted or encoded. It has no
 * SMTPUTF8, and a comma outside quotes ends an address.
 */
const WORD = "[\\w!#$%&'*+/=?^`{|}~-]+"
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const ADDRESS = `(?=[^@]{1,64}@)${WORD}(?:\\.${WORD})*@${LABEL}(?:\\.${LABEL})+`
const NAME = `(?:"(?:[^"\\\\]|\\\\.)*"|${WORD}(?: +${WORD})*)?`
const MAILBOX = new RegExp(`^(?=[\\x20-\\x7e]*$)(?:${ADDRESS}|${NAME} *<${ADDRESS}>)$`)

/** The call, or why SES would reject it. */
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
  const fault = addressFault(result.data)
  return fault === undefined ? { call: result.data } : { refusal: badRequest(fault) }
}

export function recipientsOf({ Destination: to }: SendEmailCall): string[] {
  return [...(to.ToAddresses ?? []), ...(to.CcAddresses ?? []), ...(to.BccAddresses ?? [])]
}

export function badRequest(message: string): Refusal {
  return { status: 400, type: 'BadRequestException', message }
}

function addressFault(call: SendEmailCall): string | undefined {
  const recipients = recipientsOf(call)
  if (recipients.length === 0) return 'At least one recipient is required.'
  if (recipients.length > RECIPIENTS_AT_MOST) return `Recipient count exceeds ${RECIPIENTS_AT_MOST}.`
  if (!MAILBOX.test(call.FromEmailAddress ?? '')) return 'Illegal address in FromEmailAddress'
  return [...recipients, ...call.ReplyToAddresses].every((each) => MAILBOX.test(each)) ? undefined : 'Illegal address'
}

function parse(body: Buffer): unknown {
  try {
    return jsonOf(body)
  } catch {
    return undefined
  }
}
