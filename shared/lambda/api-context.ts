import type { ApiContext } from '../app/api/http.ts'
import { byIam, type Identify, type People } from '../app/api/who.ts'
import { now } from './clock.ts'
import { env, required } from './environment.ts'
import { keyedTablePorts } from './keyed-hash.ts'
import { mailerPort } from './mailer.ts'
import { queuesPort } from './queues.ts'
import { rulebooks } from './world.ts'

/** What the operators' API may use: everything that is kept, the queues and the mailer; it announces nothing on the bus. */
export function apiContext(): ApiContext {
  const ports = { ...keyedTablePorts(), queues: queuesPort(), mailer: mailerPort() }
  return { ports, rulebooks: rulebooks(), now, identify: asDeployed, mailIdentity: env().MAIL_IDENTITY }
}

/** People as the stage has them. */
const asDeployed: Identify = (request, said) => byIam(JSON.parse(required('PEOPLE')) as People)(request, said)
