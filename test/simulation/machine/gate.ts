import type { MemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { stoppedIn } from '../../../shared/app/api/pauses.ts'
import type { Announcement } from '../../../shared/contract/announcements.ts'
import type {
  GrantOutcome,
  GrantRequest,
  OutgoingMail,
  Ports,
  StoredMember,
  WorldState,
} from '../../../shared/ports/index.ts'
import type { Effect } from '../faults/index.ts'
import type { Invocation, Machine } from './machine.ts'

type Method = (...args: readonly unknown[]) => Promise<unknown>
type AnyPorts = Record<string, Record<string, Method>>

/** The stores and services themselves, and what they looked like one write ago. */
export interface Services {
  ports: MemoryPorts
  /** Members as they were before their last write. */
  before: Map<string, StoredMember | undefined>
  /** When members are due, as the index has it. */
  wakes: Map<string, number>
  /** How often departures were noted of which a briefing is to be told. */
  noted: number
  /** Makes a function's ports, where they are not those in memory. */
  portsFor?(machine: Machine, services: Services, invocation: Invocation): Ports
}

/** The ports as a function has them: every call waits for its turn at the machine, and is seen. */
export function portsOf(machine: Machine, services: Services, invocation: Invocation): Ports {
  return services.portsFor?.(machine, services, invocation) ?? gated(machine, services, invocation)
}

/** The ports in memory, behind the machine. */
export function gated(machine: Machine, services: Services, invocation: Invocation): Ports {
  const ports = services.ports as unknown as AnyPorts
  const gated = Object.entries(ports).map(([port, methods]) => {
    const calls = Object.keys(methods).map((method) => [
      method,
      (...args: readonly unknown[]) => {
        const call = { port, method, args, about: aboutOf(args) }
        return machine.call(invocation, call, async (effect) => {
          const result = await perform(services, port, method, args, effect)
          see(machine, services, invocation, port, method, args, result)
          return result
        })
      },
    ])
    return [port, Object.fromEntries(calls)]
  })
  return Object.fromEntries(gated) as Ports
}

async function perform(
  services: Services,
  port: string,
  method: string,
  args: readonly unknown[],
  effect: Effect | undefined,
): Promise<unknown> {
  const { ports, before, wakes } = services
  const service = (ports as unknown as AnyPorts)[port]!
  const go = (given: readonly unknown[]) => service[method]!(...given)
  if (port === 'members' && method === 'write') {
    const { memberId, wakeAt = Number.POSITIVE_INFINITY } = args[0] as StoredMember
    const stored = (await ports.members.read([memberId])).get(memberId)
    const written = await go(args)
    if (written === 'written') {
      before.set(memberId, stored)
      wakes.set(memberId, wakeAt)
    }
    return written
  }
  switch (effect?.is) {
    case 'part': {
      await go(args.map((each) => (Array.isArray(each) ? each.slice(0, Math.floor(each.length * effect.share)) : each)))
      throw new Error('simulated: some were not taken')
    }
    case 'stale': {
      if (port === 'records') return new Map()
      const ids = args[0] as string[]
      const current = (await go(args)) as Map<string, StoredMember>
      const were = ids.map((id) => [id, before.has(id) ? before.get(id) : current.get(id)] as const)
      return new Map(were.filter(([, stored]) => stored !== undefined))
    }
    case 'twice':
      await go(args)
      return go([args[0], args[1], { delaySeconds: effect.ms / 1000 }])
    case 'late':
      return go([args[0], args[1], { delaySeconds: effect.ms / 1000 }])
    case 'mail': {
      ports.mailer.decideFate(() => effect.fate)
      const answer = await go(args)
      ports.mailer.decideFate(() => 'taken')
      return answer
    }
    default:
      return go(args)
  }
}

/** What is seen from outside of a call that was done, whether or not its caller lives to hear of it. */
export function see(
  machine: Machine,
  services: Services,
  invocation: Invocation,
  port: string,
  method: string,
  args: readonly unknown[],
  result: unknown,
): void {
  const { witness } = machine
  const [first] = args
  if (port === 'members' && method === 'write' && result === 'written') {
    invocation.wrote.set((first as StoredMember).memberId, { ...machine.see(), at: invocation.startedAt })
  }
  if (port === 'mailer') {
    const mail = first as OutgoingMail
    const claim = invocation.wrote.get(mail.tags.member!)
    const { sent, why } = result as { sent: boolean; why?: string }
    machine.note(`mail "${mail.subject}" of ${mail.tags.campaign} to ${mail.to}: ${sent ? 'taken' : why}`)
    // A mail goes out with its addresses as the wire has them: it is another object.
    const taken = services.ports.mailer.mails.length > witness.mails.length
    if (taken) witness.mails.push({ ...machine.see(), mail, claim, answered: sent })
  }
  if (port === 'ledger' && method === 'grant') {
    const request = first as GrantRequest
    const outcome = result as GrantOutcome
    witness.grants.push({ ...machine.see(), request, outcome })
    const answer = outcome.granted ? `granted${outcome.again ? ' (again)' : ''}` : outcome.code
    machine.note(`ledger: ${request.amount} ${request.kind} to ${request.memberId} for ${request.key}: ${answer}`)
  }
  if (port === 'bus') {
    for (const announcement of first as Announcement[]) {
      const seen = machine.see()
      witness.announcements.push({ ...seen, announcement })
      if (announcement.type !== 'message.ready') continue
      const { detail: ready } = announcement
      const claim = invocation.wrote.get(ready.memberId)
      machine.note(`message over ${ready.channel} of ${ready.campaign} to ${ready.memberId} is on the bus`)
      witness.messagesReady.push({ ...seen, ready, claim })
    }
  }
  if (port === 'departures' && method === 'note') services.noted++
  if (port === 'world' && method === 'write' && result === 'written') {
    const state = first as WorldState
    const { rulebook, paused } = state
    witness.worlds.push({ ...machine.see(), rulebook, paused: Object.keys({ ...paused, ...stoppedIn(state) }) })
  }
}

/** Which member, action or event a call is about: what names it among others of its kind. */
export function aboutOf(args: readonly unknown[]): string {
  return args.map(nameOf).filter(Boolean).join(' ').slice(0, 120)
}

const NAMES = ['actionId', 'memberId', 'id', 'key', 'offerId', 'taskId', 'type'] as const

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value.startsWith('{') ? nameOf(JSON.parse(value)) : value.slice(0, 60)
  if (Array.isArray(value)) return value.slice(0, 3).map(nameOf).join(',')
  if (value === null || typeof value !== 'object') return ''
  const { detail, tags } = value as { detail?: unknown; tags?: { member?: string } }
  if (tags?.member) return tags.member
  if (detail !== null && typeof detail === 'object') return nameOf(detail)
  const name = NAMES.find((each) => typeof (value as Record<string, unknown>)[each] === 'string')
  return name ? String((value as Record<string, unknown>)[name]) : ''
}
