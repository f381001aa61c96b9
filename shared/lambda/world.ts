import { notGiven } from '../adapters/aws/hash-key.ts'
import { createLedger } from '../adapters/aws/ledger.ts'
import { rulebookCache } from '../app/rulebooks.ts'
import { hintsOf, type WorldHints } from '../domain/campaign/world.ts'
import { unpackRulebook } from '../domain/rulebook/bundle.ts'
import type { Rulebook } from '../domain/rulebook/rulebook.ts'
import type { WorldState } from '../ports/index.ts'
import { once } from './once.ts'
import { limits, rulebookStore, worldStore } from './ports.ts'
import { table } from './table.ts'

export const rulebooks = /* @__PURE__ */ once(() => rulebookCache(rulebookStore(), unpackRulebook))

/** Budgets can be read without the hash key. */
const ledger = /* @__PURE__ */ once(() => createLedger(table(), notGiven))

/** The current world. It is read for every batch, so that a pause takes effect at the next claim. */
export async function readWorld(): Promise<{ state: WorldState; hints: WorldHints }> {
  const state = await worldStore().read()
  return { state, hints: hintsOf(state, await left(state.rulebook)) }
}

/** What is left of budgets and limits is only a hint, and may be some seconds old. */
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
  const spent = await ledger().spent(Object.keys(budgets))
  const left = Object.values(budgets).map(({ id, limitMinor }) => [id, limitMinor - (spent[id] ?? 0)])
  return Object.fromEntries(left)
}

async function fullOf({ campaigns }: Rulebook): Promise<ReadonlySet<string>> {
  const limited = campaigns.filter(({ limits }) => limits?.inAll !== undefined)
  if (limited.length === 0) return new Set()
  const taken = await limits().taken(limited.map(({ id }) => id))
  return new Set(limited.filter(({ id, limits }) => taken[id]! >= limits!.inAll!).map(({ id }) => id))
}
