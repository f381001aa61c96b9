import { openDynamoDb } from '../../../infra/local/parts/dynamodb.ts'
import { makeTable } from '../../../infra/local/parts/table.ts'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { journeySet } from '../../../shared/app/react/counted.ts'
import { type Difference, recount } from '../../../shared/app/results/recount.ts'
import { type MonthCorrected, monthsOfRecords, recountMonths } from '../../../shared/app/targets/recount.ts'
import type { LegState } from '../../../shared/connectors/legs/leg.ts'
import type { Grant } from '../../../shared/domain/ledger/grant.ts'
import { decodeMember } from '../../../shared/domain/member/codec.ts'
import { byName, findersOf } from '../../../shared/domain/member/finders.ts'
import type { Member } from '../../../shared/domain/member/member.ts'
import type { Analysis } from '../../../shared/domain/results/assignment.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { MAIL_LISTS, type MailWord } from '../../../shared/domain/sending/mail-words.ts'
import type { CountsByMonth } from '../../../shared/domain/targets/counts.ts'
import type { Fit, KeptPart, Ports, ReactionRecord, SetAside } from '../../../shared/ports/index.ts'
import { REPORTED } from '../story/generators/reports.ts'
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
  /** What is known of the flight that messages of another system report on. */
  legs: LegState[]
  /** What the monthly fits of scores came to. */
  fits: Fit[]
  /** Who is in each audience, as the index has it. */
  audiences: Map<string, string[]>
  /** Who is found by each name that somebody is found by, as the index has it. */
  found: Map<string, string[]>
  results: Kept
  /** What the lists of mails have. */
  mails: MailWord[]
  /** What a recount of the months' figures put right, and what they say then; where they can be seen. */
  months?: { corrected: MonthCorrected[]; counted: CountsByMonth }
  /** What the counters of campaigns stand at, and how many mails of each are counted, by month; where they can be seen. */
  counted?: { stand: { set: string; name: string; count: number }[]; mails: { campaign: string; count: number }[] }
  queues: Record<string, { waiting: number; inFlight: number; dead: number }>
  /** Why it did not come to its end, if it did not. */
  stuck?: string
}

/** What is kept of results: every part of every day cohort, and what a recount says of it. */
export interface Kept {
  analyses: Analysis[]
  parts: KeptPart[]
  differences: Difference[]
}

/** Plays a story to its end: on the adapters in memory, or on those for AWS over a DynamoDB within this process. */
export async function play(story: Story): Promise<Played> {
  const machine = createMachine(story)
  const ports = createMemoryPorts({ now: machine.now })
  const services: Services = { ports, before: new Map(), wakes: new Map(), noted: 0 }
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

type Stores = Pick<
  Ports,
  | 'mails'
  | 'members'
  | 'audiences'
  | 'finders'
  | 'records'
  | 'results'
  | 'months'
  | 'ledger'
  | 'setAsides'
  | 'told'
  | 'counters'
  | 'fits'
  | 'mailCounts'
>

async function finish(story: Story, machine: Machine, services: Services, stores: Stores): Promise<Played> {
  const sources = [outside(machine, services, story), ...pipelineSources(machine, services, story.seed)]
  let stuck: string | undefined
  try {
    await machine.run(sources)
  } catch (error) {
    stuck = error instanceof Error ? error.message : String(error)
  }
  const { members, audiences, finders, records, ledger, setAsides, told } = stores
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
  // Of what somebody was called before, one name: those of stories are all alike.
  const names = [...new Set([...everybody.flatMap((member) => [...findersOf(member).keys()]), byName('che')])]
  const foundBy = async (name: string) =>
    [name, (await finders.by(name)).map(({ memberId }) => memberId)] as [string, string[]]
  return {
    story,
    witness: machine.witness,
    members: new Map(everybody.map((member) => [member.memberId, member])),
    records: await of((id) => records.list(id)),
    grants: await of((id) => ledger.grants([id])),
    audiences: new Map(await Promise.all(pages)),
    found: new Map(await Promise.all(names.map(foundBy))),
    results: await keptResults(stores, story.endsAt),
    mails: await mailsListed(stores),
    counted: await countersOf(stores, rulebooks, story.endsAt),
    months: await recountedMonths(stores, story.endsAt),
    legs: await told.legs({ ...REPORTED, from: '2026-01-01', to: '2027-12-31' }),
    fits: await stores.fits.list(),
    setAsides: (await setAsides.list({ limit: 1000 })).entries,
    queues: await services.ports.queues.depths(),
    ...(stuck && { stuck }),
  }
}

async function mailsListed({ mails }: Pick<Ports, 'mails'>): Promise<MailWord[]> {
  const pages = await Promise.all(MAIL_LISTS.map((list) => mails.page({ list, limit: 1000 })))
  return pages.flatMap(({ words }) => words)
}

/** Each by its set and its name, or its campaign. */
async function countersOf(
  { counters, mailCounts }: Pick<Ports, 'counters' | 'mailCounts'>,
  rulebooks: readonly Rulebook[],
  now: number,
): Promise<NonNullable<Played['counted']>> {
  const sets = [...new Set(rulebooks.flatMap(({ campaigns }) => campaigns.map(journeySet)))]
  const stand = [...(await counters.read(sets))].flatMap(([set, { counts }]) =>
    Object.entries(counts).map(([name, count]) => ({ set, name, count })),
  )
  const months = await Promise.all(monthsOfRecords(new Date(now).toISOString().slice(0, 7)).map(mailCounts.read))
  const sent = months.flatMap(({ campaigns }) => Object.entries(campaigns))
  return { stand, mails: sent.map(([campaign, { sent: count = 0 }]) => ({ campaign, count })) }
}

async function recountedMonths(stores: Pick<Ports, 'records' | 'months'>, now: number) {
  const months = monthsOfRecords(new Date(now).toISOString().slice(0, 7))
  const { corrected } = await recountMonths(stores, { months, now, atRest: true })
  return { corrected, counted: await stores.months.read(months) }
}

async function keptResults(stores: Pick<Ports, 'results' | 'members'>, now: number): Promise<Kept> {
  const analyses = await stores.results.analyses()
  const parts = (await Promise.all(analyses.map(({ id }) => stores.results.parts(id)))).flat()
  const { differences } = await recount(stores, { now, repairs: false })
  return { analyses, parts, differences }
}
