import { deliverCompensations } from '../actions/compensation.ts'
import { deliverEmails } from '../actions/email.ts'
import { deliverServiceTasks } from '../actions/service-task.ts'
import { deliverUpgradeOffers } from '../actions/upgrade-offer.ts'
import type { Alert } from '../alerts.ts'
import type { WorldHints } from '../domain/campaign/world.ts'
import type { QueueName } from '../pipeline.ts'
import type { Ports } from '../ports.ts'
import { reactToBatch } from '../reaction/batch.ts'
import { eachAlone, type Message } from '../reaction/each-alone.ts'
import { fanOut } from '../reaction/fan-out.ts'
import type { RulebookCache } from '../reaction/rulebooks.ts'
import { takeReports } from '../reaction/ses-feedback.ts'
import { sweep } from '../reaction/sweep.ts'

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
  pause(atMostMs: number): Promise<void>
}

/** Gives the ids of the messages to be tried again; where it throws, all of them are. */
type Work = (messages: Message[], surroundings: Surroundings) => Promise<string[]>

/** Links lead nowhere where nothing leaves the process; they are made all the same, so that the mails are whole. */
const LINKS = { baseUrl: 'https://rehearsal.invalid', keys: ['a rehearsal signs nothing'] }

/** What each queue's function does, without its surroundings in AWS: the same as the handlers in `functions/`. */
export const works: Record<QueueName, Work> = {
  events: (messages, { live, ...common }) => reactToBatch(messages, { ...common, rulebook: live }),
  flights: (messages, common) => fanOut(messages, common),
  emails: (messages, common) => deliverEmails(messages, { ...common, links: LINKS }),
  compensations: (messages, common) => deliverCompensations(messages, common),
  offers: (messages, common) => deliverUpgradeOffers(messages, common),
  tasks: (messages, common) => deliverServiceTasks(messages, common),
  'ses-feedback': (messages, common) => takeReports(messages, common),
  sweeps: (messages, { ports, rulebooks, live, now, onError }) =>
    eachAlone(messages, ({ body }) => sweep(body, { ports, rulebooks, live, now }), onError),
}
