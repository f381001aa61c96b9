import type { ApiContext } from '../app/api/http.ts'
import { byIam, byToken, type Identify, type People, waysIn } from '../app/api/who.ts'
import { now } from './clock.ts'
import { rawPort } from './connect.ts'
import { env, required } from './environment.ts'
import { keyedTablePorts } from './keyed-hash.ts'
import { mailerPort } from './mailer.ts'
import { picturesPort } from './pictures.ts'
import { queuesPort } from './queues.ts'
import { rulebooks } from './world.ts'

/** What the operators' API may use: everything that is kept, the queues and the mailer; it announces nothing on the bus. */
export function apiContext(): ApiContext {
  const ports = {
    ...keyedTablePorts(),
    queues: queuesPort(),
    mailer: mailerPort(),
    raw: rawPort(),
    pictures: picturesPort(),
  }
  const identify = asDeployed
  return {
    ports,
    rulebooks: rulebooks(),
    now,
    identify,
    people: () => waysIn(people()),
    mailIdentity: env().MAIL_IDENTITY,
    picturesUrl: env().PICTURES_BASE_URL || undefined,
  }
}

/** The same for who calls from the console. */
export function consoleContext(): ApiContext {
  return { ...apiContext(), identify: asSignedIn }
}

/** People as the stage has them. */
const people = () => JSON.parse(required('PEOPLE')) as People
const asDeployed: Identify = (request, said) => byIam(people())(request, said)
const asSignedIn: Identify = (request, said) => {
  const { console } = people()
  return console ? byToken(console)(request, said) : { name: 'unknown', isPerson: false, rights: [] }
}
