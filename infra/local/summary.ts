import type { Client } from '../../cli/client.ts'
import { thousands } from '../../cli/print.ts'
import type { RunInfo } from '../../shared/app/api/http.ts'
import { stopText } from '../../shared/domain/texts/say.ts'

interface Status {
  members: number
  events: { accepted: number; duplicates: number; setAside: number }
  actions: Record<string, Record<string, number>>
  skippedBy: Record<string, number>
}

/** What happened so far, and where to look: the end of `npm start`. */
export async function summaryOf(client: Client, info: RunInfo): Promise<string[]> {
  const { members, events, actions, skippedBy } = await client.call<Status>('GET', '/v1/status')
  const { email = {}, message = {}, upgradeOffer = {}, compensation = {}, entitlement = {} } = actions
  const count = (of: Record<string, number>, outcome: string) => thousands(of[outcome] ?? 0)
  const reasons = Object.entries(skippedBy).map(([gate, times]) => `${stopText(gate, 'en')} ${thousands(times)}`)
  return [
    '',
    `  members        ${thousands(members)}`,
    `  events         ${thousands(events.accepted)} accepted, ${thousands(events.duplicates)} duplicates, ${thousands(events.setAside)} set aside`,
    `  emails         ${count(email, 'sent')} sent, ${count(email, 'skipped')} skipped, ${count(email, 'heldOut')} held out, ${count(email, 'held')} waiting`,
    ...(Object.values(message).some((times) => times > 0)
      ? [
          `  messages       ${count(message, 'sent')} sent, ${count(message, 'skipped')} skipped, ${count(message, 'heldOut')} held out, ${count(message, 'expired')} not answered`,
        ]
      : []),
    `  offers         ${count(upgradeOffer, 'issued')} issued, ${count(upgradeOffer, 'accepted')} accepted, ${count(upgradeOffer, 'heldOut')} held out`,
    `  compensation   ${count(compensation, 'granted')} granted, ${count(compensation, 'refused')} refused, ${count(compensation, 'heldOut')} held out`,
    `  owed by law    ${count(entitlement, 'granted')} granted, ${count(entitlement, 'opened')} handed to staff, ${count(entitlement, 'held')} waiting`,
    `  skipped        ${reasons.join(', ') || 'nothing'}`,
    '',
    `  Emails         ${info.mail}  (messages of other channels too)`,
    `  Events to      ${info.events}  (bus ${info.bus}: aws events put-events --endpoint-url …)`,
    `  API            ${info.api}`,
    '',
    '  In another terminal:  npx wingback status   npx wingback export   npx wingback explain MEMBER',
    '  It keeps running and takes events. Stop it with Ctrl-C.',
  ]
}
