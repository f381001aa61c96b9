import { OF_A_FLIGHT } from '../../../shared/contract/of-a-flight.ts'
import { nothingLeft } from '../promises/at-rest.ts'
import { promises, type Violation } from '../promises/index.ts'
import type { Check } from '../promises/promise.ts'
import { toldBy } from '../promises/told.ts'
import { writeStory } from '../story/write.ts'
import type { End } from './end.ts'
import { playReal } from './play.ts'

export interface RealOutcome {
  seed: number
  puts: number
  kills: number
  /** Of these, those that cut something off. */
  amidWork: number
  mails: number
  grants: number
  /** Mails of which a kill left it open whether they went out. */
  unknown: number
  violations: Violation[]
}

/** What was announced on the bus is not seen here: nobody listens to it. */
const checks: Record<string, Check> = { ...promises, 'everything comes to rest': nothingLeft }

/** The same story, the same promises, and what the run says of itself. */
export async function runReal(seed: number): Promise<RealOutcome> {
  const end = await playReal(writeStory(seed))
  const { witness } = end.played
  const told = toldBy(end.played)
  const broken = Object.entries(checks).flatMap(([promise, check]) =>
    check(end.played, told).map((what) => ({ promise, what })),
  )
  return {
    seed,
    puts: witness.puts.length,
    kills: witness.strikes.length,
    amidWork: witness.strikes.filter(({ kind }) => kind === 'killed amid work').length,
    mails: witness.mails.length,
    grants: witness.grants.length,
    unknown: end.status.unknown,
    violations: [...broken, ...ownCounts(end).map((what) => ({ promise: 'the run’s own counts', what }))],
  }
}

/** Of these the flight is counted, and not each passenger. */
const MADE_OF_FLIGHTS = new Set<string>(Object.values(OF_A_FLIGHT))

/** What `ledger reconcile` and `status` say. */
function ownCounts({ played, status, reconciliation }: End): string[] {
  const { findings } = reconciliation
  const told = toldBy(played)
  const events = told.events.filter(({ type }) => !MADE_OF_FLIGHTS.has(type))
  const isErased = told.events.some(({ type }) => type === 'member.erased')
  const miscounted = [...Map.groupBy(events, ({ type }) => type)].filter(
    ([type, all]) => status.events.byType[type] !== all.length,
  )
  return [
    ...findings.map(({ code, what }) => `reconcile: ${code}: ${what}`),
    ...(status.pending === status.unknown ? [] : [`${status.pending} are pending, ${status.unknown} unknown`]),
    // The records of who was erased are gone, and cannot be counted.
    ...(isErased ? [] : miscounted).map(
      ([type, all]) => `${all.length} ${type} were told, and ${status.events.byType[type]} are counted`,
    ),
  ]
}
