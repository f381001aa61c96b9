import { measureBundles } from './bundles.ts'
import { measureConnect } from './connect.ts'
import { measureCost } from './cost.ts'
import { measureEditors } from './editors.ts'
import { measureLedger } from './ledger.ts'
import { type Lived, liveTheMonth } from './lived.ts'
import { measureMeasuring } from './measuring.ts'
import { measureItems } from './member-item.ts'
import { measurePages } from './pages.ts'
import { measurePeeking } from './peeking.ts'
import { measureRehearsal } from './rehearsal.ts'
import { type Figures, tableOf, toJson } from './report.ts'
import { measureRulesApart } from './rules.ts'
import { measureScoring } from './scoring.ts'
import { measureThroughput } from './throughput.ts'
import { measureWakes } from './wakes.ts'

/**
 * `npm run bench`: every figure of docs/developers/figures.md, measured anew. Takes some minutes; on a machine that is busy
 * with something else, times mean little. `-- --json` prints them on one line, `-- --only peeking,wakes` measures only those.
 */
const json = process.argv.includes('--json')

/** In this order. What measures takes some seconds or more. */
const MEASURES: { [F in keyof Figures]: [what: string, measure: () => Figures[F] | Promise<Figures[F]>] } = {
  throughput: ['the pipeline on this machine', measureThroughput],
  cost: ['what AWS would bill', measureCost],
  ledger: ['the ledger', measureLedger],
  bundles: ['the bundles', measureBundles],
  lived: ['a month in memory', lived],
  items: ['members', async () => measureItems(await lived())],
  rules: ['the rules', async () => measureRulesApart(await lived())],
  scoring: ['scores in a reaction', async () => measureScoring(await lived())],
  rehearsal: ['a rehearsal', measureRehearsal],
  editors: ['rules while they are written', async () => measureEditors(await lived())],
  connect: ['messages of other systems', measureConnect],
  pages: ['pages of few members and of many', measurePages],
  wakes: ['who is due among a million', measureWakes],
  measuring: ['what exact results cost', measureMeasuring],
  peeking: ['looking at results every day', measurePeeking],
}

let month: Promise<Lived> | undefined

function lived(): Promise<Lived> {
  month ??= liveTheMonth()
  return month
}

const names = Object.keys(MEASURES) as (keyof Figures)[]
const asked = namesAsked()
const figures: Partial<Figures> = {}
for (const name of asked) {
  const [what, measure] = MEASURES[name]
  if (!json) console.error(`measuring ${what} …`)
  Object.assign(figures, { [name]: await measure() })
}
if (json) console.log(JSON.stringify(toJson(figures)))
else for (const line of tableOf(figures)) console.log(line)

function namesAsked(): (keyof Figures)[] {
  const at = process.argv.indexOf('--only')
  if (at < 0) return names
  const only = (process.argv[at + 1] ?? '').split(',')
  const unknown = only.filter((name) => !(names as string[]).includes(name))
  if (unknown.length === 0) return only as (keyof Figures)[]
  console.error(`there is no measure "${unknown.join(', ')}": there are ${names.join(', ')}`)
  process.exit(1)
}
