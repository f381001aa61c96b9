import { createDynamoClient } from '../adapters/aws/clients.ts'
import { createTablePorts } from '../adapters/aws/index.ts'
import { hintsOf, type WorldHints } from '../domain/campaign/world.ts'
import { unpackRulebook } from '../domain/rulebook/bundle.ts'
import type { WorldState } from '../ports.ts'
import { rulebookCache } from '../reaction/rulebooks.ts'
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
  return { state, hints: hintsOf(state, await budgetLeft(state.rulebook)) }
}

/** What is left of budgets is a hint: it need not be of this second. */
const BUDGETS_STAND_MS = 10_000

let budgets: { left: Record<string, number>; rulebook?: string; at: number } | undefined

async function budgetLeft(version: string | undefined): Promise<Record<string, number>> {
  if (version === undefined) return {}
  const at = performance.now()
  if (budgets && budgets.rulebook === version && at - budgets.at < BUDGETS_STAND_MS) return budgets.left
  const rulebook = await rulebooks().load(version)
  const spent = await tablePorts().ledger.spent(Object.keys(rulebook.budgets))
  const left = Object.values(rulebook.budgets).map(({ id, limitMinor }) => [id, limitMinor - (spent[id] ?? 0)])
  budgets = { left: Object.fromEntries(left), rulebook: version, at }
  return budgets.left
}
