import { type SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import type { Mailer, MailOutcome, OutgoingMail } from '../../ports/index.ts'
import { addressed } from '../addressed.ts'
import { failureOf } from './retry.ts'

/** SES errors that mean: this message or this sender will never be accepted. */
const REFUSED = new Set([
  'MessageRejected',
  'BadRequestException',
  'NotFoundException',
  'MailFromDomainNotVerifiedException',
])

/** No connection was made, so nothing was sent. */
const UNCONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** Email through SES v2. The client must not retry: see {@link Mailer}. */
export function createMailer(settings: { client: SESv2Client; configurationSet?: string | undefined }): Mailer {
  return {
    async send(written) {
      const mail = addressed(written)
      if ('sent' in mail) return mail
      try {
        const { MessageId } = await settings.client.send(
          new SendEmailCommand(requestOf(mail, settings.configurationSet)),
        )
        return { sent: true, messageId: MessageId! }
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

function requestOf(mail: OutgoingMail, configurationSet: string | undefined): SendEmailCommandInput {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })
  return {
    FromEmailAddress: mail.from,
    Destination: { ToAddresses: [mail.to] },
    ...(mail.replyTo && { ReplyToAddresses: [mail.replyTo] }),
    Content: {
      Simple: {
        Subject: utf8(mail.subject),
        Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
        Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
      },
    },
    EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
    ...(configurationSet && { ConfigurationSetName: configurationSet }),
  }
}

/**
 * What an error means for the email. An answer below 500: SES did not accept it. A time-out, a broken connection or an error
 * within SES: unknown.
 */
export function outcomeOf(error: unknown): MailOutcome {
  const { name = 'Error', message = '', code = '', $metadata } = failureOf(error)
  const reason = `${name}: ${message}`.slice(0, 500)
  if (REFUSED.has(name)) return { sent: false, why: 'refused', code: name, reason }
  const status = $metadata?.httpStatusCode ?? 0
  const untaken = (status >= 400 && status < 500) || UNCONNECTED.has(code) || name === 'CredentialsProviderError'
  if (!untaken) return { sent: false, why: 'unknown', reason }
  return { sent: false, why: 'later', reason, lasting: !isRate(name, message) && !UNCONNECTED.has(code) }
}

/** More emails a second than the account may send. The daily quota has the same error name, but lasts longer. */
function isRate(name: string, message: string): boolean {
  return (name === 'TooManyRequestsException' || name === 'ThrottlingException') && !/quota/i.test(message)
}
