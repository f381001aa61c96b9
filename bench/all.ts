import { measureBundles } from './bundles.ts'
import { measureCost } from './cost.ts'
import { measureLedger } from './ledger.ts'
import { liveTheMonth } from './lived.ts'
import { measureItems } from './member-item.ts'
import { measureRehearsal } from './rehearsal.ts'
import { type Figures, tableOf, toJson } from './report.ts'
import { measureRulesApart } from './rules.ts'
import { measureThroughput } from './throughput.ts'
import { measureWakes } from './wakes.ts'

/**
 * `npm run bench`: every figure of docs/developers/figures.md, measured anew. Takes some minutes; on a machine that is busy
 * with something else, times mean little. `-- --json` prints them on one line.
 */
const json = process.argv.includes('--json')

const throughput = await telling('the pipeline on this machine', measureThroughput)
const cost = await telling('what AWS would bill', measureCost)
const ledger = await telling('the ledger', measureLedger)
const bundles = await telling('the bundles', measureBundles)
const lived = await telling('a month in memory', liveTheMonth)
const items = measureItems(lived)
const rules = await telling('the rules', () => measureRulesApart(lived))
const rehearsal = await telling('a rehearsal', measureRehearsal)
const wakes = await telling('who is due among a million', measureWakes)

const figures: Figures = { throughput, cost, ledger, bundles, lived, items, rules, rehearsal, wakes }
if (json) console.log(JSON.stringify(toJson(figures)))
else for (const line of tableOf(figures)) console.log(line)

async function telling<T>(what: string, measure: () => Promise<T>): Promise<T> {
  if (!json) console.error(`measuring ${what} …`)
  return measure()
}
