import type { DraftsContext } from '../app/drafts/build.ts'
import { now } from './clock.ts'
import { env } from './environment.ts'
import { drafts, members, rulebookStore, worldStore } from './ports.ts'
import { queuesPort } from './queues.ts'

/** What makes drafts live by the clock, where nobody calls the API. */
export function draftsContext(): DraftsContext {
  const ports = {
    drafts: drafts(),
    rulebooks: rulebookStore(),
    world: worldStore(),
    members: members(),
    queues: queuesPort(),
  }
  return { ports, now, mailIdentity: env().MAIL_IDENTITY }
}
