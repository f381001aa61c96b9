import stringWidth from 'string-width'
import { type Client, DEFAULT_URL } from '../../cli/client.ts'
import { thousands } from '../../cli/print.ts'
import type { RunInfo } from '../../shared/app/api/http.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { stopText } from '../../shared/domain/texts/stop-text.ts'

interface Status {
  members: number
  events: { accepted: number; duplicates: number; setAside: number }
  actions: Record<string, Record<string, number>>
  skippedBy: Record<string, number>
}

/** What happened so far, and where to look: the end of `npm start`. */
export async function summaryOf(client: Client, info: RunInfo, language: Language): Promise<string[]> {
  const { members, events, actions, skippedBy } = await client.call<Status>('GET', '/v1/status')
  const { outputs, commands, explain } = textsIn(language)
  const { rows, places, ...words } = outputs.start
  const { email = {}, message = {}, upgradeOffer = {}, compensation = {}, entitlement = {} } = actions
  const count = (of: Record<string, number>, outcome: string) => thousands(of[outcome] ?? 0)
  const counts = (of: Record<string, number>, ...outcomes: [string, string, string]) =>
    outcomes.map((outcome) => count(of, outcome)) as [string, string, string]
  const reasons = Object.entries(skippedBy).map(([gate, times]) => `${stopText(gate, language)} ${thousands(times)}`)
  const [accepted, duplicates, setAside] = [events.accepted, events.duplicates, events.setAside].map(thousands)
  return [
    '',
    row(rows.members, thousands(members)),
    row(rows.events, commands.status.counted(accepted!, duplicates!, setAside!)),
    row(rows.emails, words.emails(...counts(email, 'sent', 'skipped', 'heldOut'), count(email, 'held'))),
    ...(Object.values(message).some((times) => times > 0)
      ? [
          row(
            rows.messages,
            words.messages(...counts(message, 'sent', 'skipped', 'heldOut'), count(message, 'expired')),
          ),
        ]
      : []),
    row(rows.offers, words.offers(...counts(upgradeOffer, 'issued', 'accepted', 'heldOut'))),
    row(rows.compensation, words.compensation(...counts(compensation, 'granted', 'refused', 'heldOut'))),
    row(rows.owed, words.owed(...counts(entitlement, 'granted', 'opened', 'held'))),
    row(rows.skipped, reasons.join(explain.comma) || words.nothing),
    '',
    row(places.console, info.console),
    row(places.emails, `${info.mail}  ${words.otherMessages}`),
    row(places.events, `${info.events}  ${words.bus(info.bus)}`),
    row(places.api, info.api),
    row(places.messages, words.messagesTo(info.drop, info.api)),
    '',
    `  ${words.next(info.api === DEFAULT_URL ? undefined : info.api)}`,
    `  ${words.running}`,
  ]
}

const LABEL_WIDTH = 15

function row(label: string, text: string): string {
  return `  ${label}${' '.repeat(Math.max(1, LABEL_WIDTH - stringWidth(label)))}${text}`
}
