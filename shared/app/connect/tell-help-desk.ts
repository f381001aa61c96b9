import { ABOUT_A_COMPLAINT } from '../../bus-rule.ts'
import type { Announcement } from '../../contract/announcements.ts'
import type { Envelope } from '../../contract/index.ts'
import type { ConnectorSettings } from '../../domain/rulebook/connectors.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { ticketTextsIn } from '../../domain/texts/tickets.ts'
import { announcementBus } from '../../pipeline.ts'
import type { Ports } from '../../ports/index.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { envelopeOf, setOneAside } from '../react/set-aside.ts'
import { noteOf } from './ticket-note.ts'

export interface TellHelpDeskDependencies {
  ports: Pick<Ports, 'helpDesk' | 'members' | 'setAsides' | 'tally'>
  /** The live rulebook: its mapping says what is told. */
  rulebook: Rulebook | undefined
  now: number
  onError(error: unknown): void
}

/** Notes our tasks on the tickets of the complaints that they are about, for those who work there. */
export function tellHelpDesk(
  messages: readonly QueueMessage[],
  dependencies: TellHelpDeskDependencies,
): Promise<string[]> {
  return eachAlone(messages, (message) => tellOne(message, dependencies), dependencies.onError)
}

async function tellOne({ messageId, body }: QueueMessage, dependencies: TellHelpDeskDependencies): Promise<void> {
  const { ports, rulebook } = dependencies
  const { envelope } = envelopeOf(body, messageId)
  // Nobody but Wingback can announce: what it is not was never put there by the bus.
  if (envelope.source !== announcementBus.source || !(ABOUT_A_COMPLAINT in Object(envelope.detail)))
    throw new Error('the message is no announcement about a complaint')
  const connector = rulebook && helpDeskOf(rulebook)
  if (!connector) return
  const words = ticketTextsIn(rulebook.settings.locale.startsWith('zh') ? 'zh-CN' : 'en')
  const announcement = { type: envelope['detail-type'], detail: envelope.detail } as Announcement
  const note = noteOf(announcement, connector.mapping, words)
  if (!note) return
  const outcome = await ports.helpDesk.note(connector.name, note)
  if (outcome.is === 'refused') await giveUp(envelope, outcome.why, dependencies)
}

/** The one that takes our tasks: a complaint's id does not say which of several it is of. */
function helpDeskOf({ connectors }: Rulebook): ConnectorSettings<'zendesk'> | undefined {
  const found = Object.values(connectors).find(({ kind, mapping }) => kind === 'zendesk' && 'tasks' in mapping)
  return found as ConnectorSettings<'zendesk'> | undefined
}

async function giveUp(envelope: Envelope, why: string, { ports, now }: TellHelpDeskDependencies): Promise<void> {
  const hint = 'write it into the ticket by hand: the task itself is not lost'
  const fault = { code: 'unprocessable', path: 'complaintId', message: why, hint } as const
  if (await setOneAside({ envelope, fault }, { ports, now })) await ports.tally.add({ setAside: 1 })
}
