import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearest } from '../../shared/standards/nearest.ts'
import { findAll } from './bugs/find.ts'
import { writeFound } from './bugs/table.ts'
import { judge, type SeedOutcome } from './run.ts'
import { range, search, withBug } from './search.ts'
import { FIXED_SEEDS, failedOnce } from './seeds.ts'
import { shrink } from './shrink.ts'
import { writeStory } from './story/write.ts'
import { tell } from './tell.ts'

const HELP = `npm run simulate -- [options]
  --seeds N     play the seeds 1 to N (${FIXED_SEEDS}), and every one that failed once
  --from S      begin with S instead
  --seed S      play one seed; where it breaks a promise, tell the shortest story found
  --seconds N   no seed is begun later than after so long
  --real N      play N stories on the real local parts and kill their processes; from --seed or --from on
  --bug NAME    with a planted bug: it must be found
  --bugs        plant every bug, one at a time, and play the seed that found it before, else all from the first
  --write       with --bugs: play all from the first, and write anew what docs/developers/simulation.md says of it
  --json        end with a line {seeds, events, faults, violations}`

const values = asked({
  seeds: { type: 'string', default: String(FIXED_SEEDS) },
  from: { type: 'string', default: '1' },
  seed: { type: 'string' },
  seconds: { type: 'string' },
  real: { type: 'string' },
  bug: { type: 'string' },
  bugs: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
})

if (values.help) console.log(HELP)
else if (values.bugs) process.exitCode = await allBugs(Number(values.seeds))
else if (values.bug !== undefined && process.env.WINGBACK_BUG === undefined) process.exitCode = await again(values.bug)
else if (values.real !== undefined) {
  const { seed, from, real, json } = values
  const { playForReal } = await import('./real/command.ts')
  process.exitCode = await playForReal({ from: Number(seed ?? from), count: Number(real), json })
} else if (values.seed !== undefined) process.exitCode = await one(Number(values.seed))
else process.exitCode = await many()

/** The options as they were given; one that there is not ends with what was probably meant. */
function asked<T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    const message = error instanceof Error ? error.message.split('.')[0]! : String(error)
    const unknown = /^Unknown option '--([^']+)'/.exec(message)?.[1]
    const meant = unknown && nearest(unknown, Object.keys(options))
    console.error(meant ? `${message} (did you mean --${meant}?)` : `${message}\n${HELP}`)
    process.exit(1)
  }
}

/** The same once more, in a process that loads its sources with the bug. */
async function again(bug: string): Promise<number> {
  const child = spawn(process.execPath, process.argv.slice(1), { ...withBug(bug), stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

/** Checks the checker: every planted bug must be found. */
async function allBugs(seeds: number): Promise<number> {
  const found = await findAll(seeds, {
    anew: values.write,
    told: ({ bug, seeds, promise }) => {
      if (!values.json) console.log(seeds === undefined ? `${bug}: NOT FOUND` : `${bug}: ${seeds} seeds, ${promise}`)
    },
  })
  if (values.write) await writeFound(found)
  const missed = found.filter((each) => each.seeds === undefined)
  console.log(values.json ? JSON.stringify(found) : `${found.length} planted bugs, ${missed.length} not found`)
  return missed.length > 0 ? 1 : 0
}

/** One seed, with its story where it broke a promise. */
async function one(seed: number): Promise<number> {
  const story = writeStory(seed)
  const { violations } = await judge(story)
  if (violations.length === 0) {
    console.log(`seed ${seed}: every promise was kept`)
    return 0
  }
  const shortest = await judge(await shrink(story, violations))
  console.log(tell(shortest.played, shortest.violations))
  return 1
}

async function many(): Promise<number> {
  const seeds = new Set([...Object.keys(failedOnce).map(Number), ...range(Number(values.from), Number(values.seeds))])
  const before = values.seconds === undefined ? undefined : Date.now() + Number(values.seconds) * 1000
  const outcomes = await search({ seeds, before })
  const broken = outcomes.filter(({ violations }) => violations.length > 0)
  for (const { seed, violations } of broken) {
    console.log(`seed ${seed}: ${violations.map(({ promise, what }) => `${promise}: ${what}`).join('; ')}`)
  }
  if (broken[0]) await one(broken[0].seed)
  console.log(values.json ? JSON.stringify(sumOf(outcomes)) : inWords(outcomes))
  return broken.length > 0 ? 1 : 0
}

function sumOf(outcomes: readonly SeedOutcome[]) {
  const faults: Record<string, number> = {}
  for (const outcome of outcomes)
    for (const [kind, count] of Object.entries(outcome.faults)) faults[kind] = (faults[kind] ?? 0) + count
  return {
    seeds: outcomes.length,
    events: outcomes.reduce((sum, { events }) => sum + events, 0),
    faults,
    violations: outcomes.reduce((sum, { violations }) => sum + violations.length, 0),
  }
}

function inWords(outcomes: readonly SeedOutcome[]): string {
  const { seeds, events, faults, violations } = sumOf(outcomes)
  const struck = Object.values(faults).reduce((sum, count) => sum + count, 0)
  return `${seeds} seeds, ${events} events, ${struck} faults of ${Object.keys(faults).length} kinds: ${violations} violations`
}
