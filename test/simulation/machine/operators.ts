import { handleApi } from '../../../shared/app/api/index.ts'
import { bySaying } from '../../../shared/app/api/who.ts'
import { rulebookCache } from '../../../shared/app/rulebooks.ts'
import { MINUTE } from '../../../shared/domain/calendar.ts'
import { functions, type QueueName, queues } from '../../../shared/pipeline.ts'
import type { Ports } from '../../../shared/ports/index.ts'
import type { Happening, Story } from '../story/story.ts'
import type { Agenda } from './agenda.ts'
import { portsOf, type Services } from './gate.ts'
import type { Machine } from './machine.ts'
import { compiled, packed } from './rulebooks.ts'

export type Order = Exclude<Happening, { is: 'event' | 'message' | 'outage' }>

/** People at the command: one order after the other, each again where no answer comes. */
export function operators(machine: Machine, services: Services, story: Story, agenda: Agenda): (order: Order) => void {
  const orders: Order[] = []

  function give(order: Order): void {
    machine.note(`operator: ${order.is} ${'campaign' in order ? order.campaign : ''}`)
    machine.start('api', functions.api.timeoutSeconds * 1000, order.is, async (invocation) => {
      const ports = portsOf(machine, services, invocation)
      const rulebooks = rulebookCache(ports.rulebooks, compiled)
      const now = () => machine.now()
      const context = { ports, rulebooks, now, identify: bySaying }
      const request = order.is === 'reverse' ? await reversalOf(order.memberId, ports) : requestOf(order, story)
      const { status, body } = request ? await handleApi({ ...request, query: {} }, context) : NOTHING_TO_DO
      machine.note(`operator: answered ${status}`)
      const { version, waits } = JSON.parse(body) as { version?: string; waits?: boolean }
      if (version && waits) await handleApi(agreement(version), context)
      orders.shift()
      if (orders[0]) give(orders[0])
    })
    agenda.add(machine.now() + MINUTE, () => {
      if (orders[0] === order) give(order)
    })
  }

  return (order) => {
    orders.push(order)
    if (orders.length === 1) give(order)
  }
}

const NOTHING_TO_DO = { status: 204, body: '{}' }

/** Somebody sees what the member was granted last, and takes it back; where no answer came, once more. */
async function reversalOf(memberId: string, { ledger }: Pick<Ports, 'ledger'>) {
  const grant = (await ledger.grants([memberId])).findLast(({ state }) => state === 'granted' || state === 'reversed')
  if (!grant) return undefined
  const body = Buffer.from(JSON.stringify({ memberId, why: 'a mistake', by: 'somebody' }))
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', path: `/v1/ledger/grants/${grant.grantId}/reverse`, headers, body }
}

function requestOf(order: Exclude<Order, { is: 'reverse' }>, { rulebooks }: Story) {
  const json = { 'content-type': 'application/json' }
  const nothing = new Uint8Array()
  switch (order.is) {
    case 'publish': {
      const body = packed(rulebooks[order.rulebook]!)
      return { method: 'PUT', path: '/v1/rulebooks', headers: { 'content-type': 'application/gzip' }, body }
    }
    case 'replay':
      return { method: 'POST', path: '/v1/set-asides/replay', headers: json, body: Buffer.from('{}') }
    case 'rollback':
      return { method: 'POST', path: '/v1/rulebooks/rollback', headers: {}, body: nothing }
    case 'pause': {
      const body = Buffer.from(JSON.stringify({ campaign: order.campaign }))
      return { method: 'POST', path: '/v1/pauses', headers: json, body }
    }
    case 'stop': {
      const body = Buffer.from(JSON.stringify({ campaign: order.campaign }))
      return { method: 'POST', path: '/v1/stops', headers: json, body }
    }
    case 'resume':
      return { method: 'DELETE', path: `/v1/pauses/${encodeURIComponent(order.campaign)}`, headers: {}, body: nothing }
  }
}

/** What loosens approvals, budgets or caps asks for a second person, who is there in every story. */
function agreement(version: string) {
  const body = Buffer.from(JSON.stringify({ decision: 'approve', by: 'a second person' }))
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', path: `/v1/rulebooks/approvals/${version}`, headers, query: {}, body }
}

/** When the storm is over, somebody sends once more what had failed too often. */
export function redrive(machine: Machine, { ports }: Services): void {
  for (const name of Object.keys(queues) as QueueName[]) {
    const dead = ports.queues.dead(name).length
    if (dead > 0) machine.note(`operator: ${dead} dead letters of ${name} are sent once more`)
    ports.queues.redrive(name)
  }
}
