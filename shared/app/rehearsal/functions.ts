import type { WorldHints } from '../../domain/campaign/world.ts'
import type { QueueName } from '../../pipeline.ts'
import type { Ports } from '../../ports/index.ts'
import type { Alert } from '../alerts.ts'
import { keepSent } from '../connect/keep-sent.ts'
import { deliverCompensations } from '../deliver/compensation.ts'
import { deliverEmails } from '../deliver/email.ts'
import { deliverMessages } from '../deliver/message.ts'
import { deliverServiceTasks } from '../deliver/service-task.ts'
import { deliverUpgradeOffers } from '../deliver/upgrade-offer.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { eraseBeside } from '../privacy/erase.ts'
import { reactToBatch } from '../react/batch.ts'
import { fanOut } from '../react/fan-out.ts'
import { setStraysAside } from '../react/strays.ts'
import { sweep } from '../rounds/sweep.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { orderIn } from './everybody/order.ts'

/** What a function finds when it is called: the ports, the world as it then is, and the time. */
export interface Surroundings {
  ports: Ports
  rulebooks: RulebookCache
  hints: WorldHints
  /** The live rulebook's version; none: facts are folded and nothing is decided. */
  live: string | undefined
  now: number
  onError(error: unknown): void
  alert(what: Alert): void
  /** As far as SES reports on mails; see `EmailDependencies`. */
  sentWaitsSeconds?: number
  pause(atMostMs: number): Promise<void>
}

/** Gives the ids of the messages to be tried again; where it throws, all of them are. */
type Work = (messages: QueueMessage[], surroundings: Surroundings) => Promise<string[]>

/** Links lead nowhere where nothing leaves the process; they are made all the same, so that the mails are whole. */
const LINKS = { baseUrl: 'https://rehearsal.invalid', keys: ['a rehearsal signs nothing'] }

/** What each queue's function does, without its surroundings in AWS: the same as the handlers in `functions/`. */
export const works: Record<QueueName, Work> = {
  events: (messages, { live, ...common }) => reactToBatch(messages, { ...common, rulebook: live }),
  flights: (messages, common) => fanOut(messages, common),
  strays: (messages, common) => setStraysAside(messages, common),
  emails: (messages, common) => deliverEmails(messages, { ...common, links: LINKS }),
  messages: (messages, common) => deliverMessages(messages, { ...common, links: LINKS }),
  compensations: (messages, common) => deliverCompensations(messages, common),
  offers: (messages, common) => deliverUpgradeOffers(messages, common),
  tasks: (messages, common) => deliverServiceTasks(messages, common),
  erasures: (messages, { ports, now, onError }) =>
    eachAlone(messages, ({ body }) => eraseBeside(body, ports, now), onError),
  inbox: (messages, common) => keepSent(messages, common),
  // Loaded when something comes: what reads files of other systems is large, and a browser that rehearses needs none of it.
  raw: async (messages, { live, rulebooks, ...common }) =>
    (await import('../connect/take.ts')).takeMessages(messages, {
      ...common,
      rulebook: live === undefined ? undefined : await rulebooks.load(live),
    }),
  'help-desk': async (messages, { live, rulebooks, ...common }) =>
    (await import('../connect/tell-help-desk.ts')).tellHelpDesk(messages, {
      ...common,
      rulebook: live === undefined ? undefined : await rulebooks.load(live),
    }),
  sweeps: (messages, { ports, rulebooks, live, now, onError }) =>
    eachAlone(messages, ({ body }) => sweep(body, { ports, rulebooks, live, now }), onError),
  // The whole pipeline again would be within itself: of an order nothing comes here but that it is read.
  rehearsals: (messages, { onError }) => eachAlone(messages, async ({ body }) => void orderIn(body), onError),
}
