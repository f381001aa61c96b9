import type { Played } from '../machine/play.ts'
import type { Seen } from '../machine/witness.ts'

/** A mail that SES took, or a message that was put on the bus for its gateway. */
export interface Sent extends Seen {
  channel: string
  /** In a line. */
  about: string
  memberId: string
  campaign: string
  rulebook: string
  action: string
  /** Of a mail. */
  to?: string
  /** When the sender last wrote the member before: its claim. */
  claim: Seen
}

/** Everything that was sent, over whatever channel, in its order. */
export function sentIn({ witness }: Pick<Played, 'witness'>): Sent[] {
  const mails = witness.mails.map(({ mail: { subject, to, tags }, claim, seq, at }): Sent => {
    const about = `mail "${subject}" of ${tags.campaign} to ${tags.member}`
    const whose = { memberId: tags.member!, campaign: tags.campaign!, rulebook: tags.rulebook!, action: tags.action! }
    return { channel: 'email', about, ...whose, to, seq, at, claim: claim ?? { seq, at } }
  })
  const messages = witness.messagesReady.map(({ ready, claim, seq, at }): Sent => {
    const { memberId, campaign, rulebook, channel, messageId } = ready
    const about = `message over ${channel} of ${campaign} to ${memberId}`
    const action = messageId.replace('message-', '')
    return { channel, about, memberId, campaign, rulebook, action, seq, at, claim: claim ?? { seq, at } }
  })
  return [...mails, ...messages].sort((a, b) => a.seq - b.seq)
}
