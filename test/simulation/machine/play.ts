import { openDynamoDb } from '../../../infra/local/parts/dynamodb.ts'
import { makeTable } from '../../../infra/local/parts/index.ts'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import type { Grant } from '../../../shared/domain/ledger/grant.ts'
import { decodeMember } from '../../../shared/domain/member/codec.ts'
import type { Member } from '../../../shared/domain/member/member.ts'
import type { Ports, ReactionRecord, SetAside } from '../../../shared/ports/index.ts'
import type { Story } from '../story/story.ts'
import { awsPortsOf, awsStoresOf } from './aws.ts'
import type { Services } from './gate.ts'
import { createMachine, type Machine } from './machine.ts'
import { outside } from './outside.ts'
import { pipelineSources } from './pipeline.ts'
import { compiled, packed } from './rulebooks.ts'
import type { Witness } from './witness.ts'

/** What a played story comes to: what was seen on the way, and what is stored in the end. */
export interface Played {
  story: Story
  witness: Witness
  members: Map<string, Member>
  records: Map<string, ReactionRecord[]>
  /** What the ledger holds of each card. */
  grants: Map<string, Grant[]>
  setAsides: SetAside[]
  /** Who is in each audience, as the index has it. */
  audiences: Map<string, string[]>
  queues: Record<string, { waiting: number; inFlight: number; dead: number }>
  /** Why it did not come to its end, if it did not. */
  stuck?: string
}

/** Plays a story to its end: on the adapters in memory, or on those for AWS over a DynamoDB within this process. */
export async function play(story: Story): Promise<Played> {
  const machine = createMachine(story)
  const ports = createMemoryPorts({ now: machine.now })
  const services: Services = { ports, before: new Map(), wakes: new Map() }
  for (const documents of story.rulebooks) {
    const rulebook = compiled(packed(documents))
    machine.witness.rulebooks.set(rulebook.version, rulebook)
  }
  if (story.on === 'memory') return finish(story, machine, services, ports)
  const dynamodb = await openDynamoDb({ now: machine.now })
  await makeTable(dynamodb)
  services.portsFor = (...given) => awsPortsOf(dynamodb, ...given)
  const played = await finish(story, machine, services, awsStoresOf(dynamodb, services))
  await dynamodb.close()
  return played
}

type Stores = Pick<Ports, 'members' | 'audiences' | 'records' | 'ledger' | 'setAsides'>

async function finish(story: Story, machine: Machine, services: Services, stores: Stores): Promise<Played> {
  const sources = [outside(machine, services, story), ...pipelineSources(machine, services, story.seed)]
  let stuck: string | undefined
  try {
    await machine.run(sources)
  } catch (error) {
    stuck = error instanceof Error ? error.message : String(error)
  }
  const { members, audiences, records, ledger, setAsides } = stores
  const everybody = (await members.page({ limit: 1000 })).members.map((stored) => decodeMember(stored))
  const ids = everybody.map(({ memberId }) => memberId)
  const of = async <T>(read: (id: string) => Promise<T>) =>
    new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)))
  const rulebooks = [...machine.witness.rulebooks.values()]
  const audienceIds = new Set(rulebooks.flatMap((rulebook) => rulebook.audiences.map(({ id }) => id)))
  const pages = [...audienceIds].map(async (audience) => {
    const { members: inIt } = await audiences.page({ audience, limit: 1000 })
    return [audience, inIt.map(({ memberId }) => memberId)] as const
  })
  return {
    story,
    witness: machine.witness,
    members: new Map(everybody.map((member) => [member.memberId, member])),
    records: await of((id) => records.list(id)),
    grants: await of((id) => ledger.grants([id])),
    audiences: new Map(await Promise.all(pages)),
    setAsides: (await setAsides.list({ limit: 1000 })).entries,
    queues: await services.ports.queues.depths(),
    ...(stuck && { stuck }),
  }
}
