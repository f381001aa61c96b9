import { createDynamoClient } from '../adapters/aws/clients.ts'
import { createTablePorts } from '../adapters/aws/index.ts'
import { rulebookCache } from '../app/rulebooks.ts'
import { hintsOf, type WorldHints } from '../domain/campaign/world.ts'
import { unpackRulebook } from '../domain/rulebook/bundle.ts'
import type { Rulebook } from '../domain/rulebook/rulebook.ts'
import type { WorldState } from '../ports/index.ts'
import { env, required } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'

/** The ports that are kept in the table. Clients are made once a process and outlive an invocation. */
export const tablePorts = once(() => createTablePorts(dynamo(), required('TABLE_NAME')))

export const rulebooks = once(() => rulebookCache(tablePorts().rulebooks, unpackRulebook))

export const dynamo = once(() => createDynamoClient(local(env().ENDPOINT_DYNAMODB)))

/** The world as it is now: asked for at every batch, so that a pause holds at the next claim. */
export async function readWorld(): Promise<{ state: WorldState; hints: WorldHints }> {
  const state = await tablePorts().world.read()
  return { state, hints: hintsOf(state, await left(state.rulebook)) }
}

/** What is left of budgets and limits is a hint: it need not be of this second. */
const LEFT_STANDS_MS = 10_000

type Left = Pick<WorldHints, 'budgetLeft' | 'full'>

let known: { left: Left; rulebook: string; at: number } | undefined

async function left(version: string | undefined): Promise<Partial<Left>> {
  if (version === undefined) return {}
  const at = performance.now()
  if (known && known.rulebook === version && at - known.at < LEFT_STANDS_MS) return known.left
  const rulebook = await rulebooks().load(version)
  known = { left: { budgetLeft: await budgetLeft(rulebook), full: await fullOf(rulebook) }, rulebook: version, at }
  return known.left
}

async function budgetLeft({ budgets }: Rulebook): Promise<WorldHints['budgetLeft']> {
  const spent = await tablePorts().ledger.spent(Object.keys(budgets))
  const left = Object.values(budgets).map(({ id, limitMinor }) => [id, limitMinor - (spent[id] ?? 0)])
  return Object.fromEntries(left)
}

async function fullOf({ campaigns }: Rulebook): Promise<ReadonlySet<string>> {
  const limited = campaigns.filter(({ limits }) => limits?.inAll !== undefined)
  if (limited.length === 0) return new Set()
  const taken = await tablePorts().limits.taken(limited.map(({ id }) => id))
  return new Set(limited.filter(({ id, limits }) => taken[id]! >= limits!.inAll!).map(({ id }) => id))
}
