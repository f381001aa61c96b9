import { availableParallelism } from 'node:os'
import { range, search } from '../search.ts'
import { bugs } from './bugs.ts'
import found from './found.json' with { type: 'json' }

export interface Found {
  bug: string
  is: string
  /** How many seeds it took; undefined: it was not found. */
  seeds?: number
  /** The promise that it broke. */
  promise?: string
}

/** The seed that found each bug when they were last measured: the first one, counted from 1. */
const foundBefore: Readonly<Record<string, number>> = found

/**
 * Plants each bug and plays seeds until a promise is broken: the seed that found it before, and where that one does not
 * any more, or where all is measured `anew`, one after the other from the first.
 */
export async function findAll(
  seedsAtMost: number,
  { anew, told }: { anew: boolean; told: (found: Found) => void },
): Promise<Found[]> {
  const left = Object.keys(bugs)
  const all: Found[] = []
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let bug = left.shift(); bug; bug = left.shift()) {
        const before = anew ? undefined : foundBefore[bug]
        const one = (before && (await findOne(bug, [before]))) || (await findOne(bug, range(1, seedsAtMost)))
        all.push(one ?? { bug, is: bugs[bug]!.is })
        told(all.at(-1)!)
      }
    }),
  )
  const order = Object.keys(bugs)
  return all.sort((a, b) => order.indexOf(a.bug) - order.indexOf(b.bug))
}

async function findOne(bug: string, seeds: Iterable<number>): Promise<Found | undefined> {
  const outcomes = await search({ seeds, bug, until: ({ violations }) => violations.length > 0, processes: 1 })
  const broken = outcomes.find(({ violations }) => violations.length > 0)
  return broken && { bug, is: bugs[bug]!.is, seeds: broken.seed, promise: broken.violations[0]!.promise }
}
