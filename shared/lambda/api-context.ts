import type { ApiContext } from '../api/http.ts'
import { now } from './clock.ts'
import { keyedTablePorts } from './keyed-hash.ts'
import { mailerPort } from './mailer.ts'
import { queuesPort } from './queues.ts'
import { rulebooks } from './table.ts'

/** What the operators' API may use: everything that is kept, the queues and the mailer; it announces nothing on the bus. */
export function apiContext(): ApiContext {
  return { ports: { ...keyedTablePorts(), queues: queuesPort(), mailer: mailerPort() }, rulebooks: rulebooks(), now }
}
