import { answersTo } from '../../../shared/app/rehearsal/gateway.ts'
import type { Announcement } from '../../../shared/contract/announcements.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import type { Mail } from './mail.ts'

/**
 * Stands for the airline's gateways: shows each message once, beside the emails, and answers each time that it was sent and
 * delivered. Returns the answers, for the airline's bus.
 */
export function openGateway(mail: Pick<Mail, 'show'>, now: () => number): (announced: Announcement) => Envelope[] {
  return (announced) => {
    if (announced.type !== 'message.ready') return []
    const { messageId, memberId, channel, campaign, text } = announced.detail
    const at = now()
    mail.show({ messageId, from: `${channel} (${campaign})`, to: memberId, subject: firstLine(text), text, at })
    return answersTo(announced, ['message.sent', 'message.delivered'], at)
  }
}

const LINE_AT_MOST = 60

function firstLine(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.length > LINE_AT_MOST ? `${line.slice(0, LINE_AT_MOST)}…` : line
}
