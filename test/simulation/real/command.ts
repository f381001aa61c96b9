import { range } from '../search.ts'
import { type RealOutcome, runReal } from './judge.ts'

/** So many runs, each of two processes, at once. */
const AT_ONCE = 2

/** Plays stories on the real local parts and tells what each came to as it ends; gives the exit code. */
export async function playForReal({ from, count, json }: { from: number; count: number; json: boolean }) {
  const seeds = range(from, count)
  const outcomes: RealOutcome[] = []
  const player = async () => {
    for (const seed of seeds) {
      const outcome = await played(seed)
      outcomes.push(outcome)
      if (!json) console.log(inWords(outcome))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, player))

  const sum = (count: (outcome: RealOutcome) => number) => outcomes.reduce((all, each) => all + count(each), 0)
  const violations = sum((each) => each.violations.length)
  const figures = {
    seeds: outcomes.length,
    puts: sum(({ puts }) => puts),
    kills: sum(({ kills }) => kills),
    amidWork: sum(({ amidWork }) => amidWork),
    violations,
  }
  const { seeds: stories, puts, kills, amidWork } = figures
  const struck = `${puts} events put, ${kills} kills, ${amidWork} amid work`
  console.log(
    json ? JSON.stringify(figures) : `${stories} stories on the real local parts, ${struck}: ${violations} violations`,
  )
  return violations > 0 ? 1 : 0
}

/** A run that does not come to its end breaks a promise, too. */
async function played(seed: number): Promise<RealOutcome> {
  try {
    return await runReal(seed)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return {
      seed,
      puts: 0,
      kills: 0,
      amidWork: 0,
      mails: 0,
      grants: 0,
      unknown: 0,
      violations: [{ promise: 'it comes to its end', what }],
    }
  }
}

function inWords({ seed, puts, kills, amidWork, mails, grants, unknown, violations }: RealOutcome): string {
  const struck = `${puts} events put, ${kills} kills, ${amidWork} amid work`
  const seen = `seed ${seed}: ${struck}, ${mails} mails, ${unknown} unknown, ${grants} grants`
  if (violations.length === 0) return `${seen}: every promise was kept`
  const again = `  again: npm run simulate -- --real 1 --seed ${seed}`
  return [seen, ...violations.map(({ promise, what }) => `  BROKEN ${promise}: ${what}`), again].join('\n')
}
