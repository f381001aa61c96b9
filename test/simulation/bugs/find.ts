import { availableParallelism } from 'node:os'
import { range, search } from '../search.ts'
import { bugs } from './bugs.ts'

export interface Found {
  bug: string
  is: string
  /** How many seeds it took; undefined: it was not found. */
  seeds?: number
  /** The promise that it broke. */
  promise?: string
}

/** Plants each bug and plays seeds until a promise is broken. */
export async function findAll(seedsAtMost: number, told: (found: Found) => void): Promise<Found[]> {
  const left = Object.keys(bugs)
  const found: Found[] = []
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let bug = left.shift(); bug; bug = left.shift()) {
        found.push(await findOne(bug, seedsAtMost))
        told(found.at(-1)!)
      }
    }),
  )
  const order = Object.keys(bugs)
  return found.sort((a, b) => order.indexOf(a.bug) - order.indexOf(b.bug))
}

async function findOne(bug: string, seedsAtMost: number): Promise<Found> {
  const { is } = bugs[bug]!
  const outcomes = await search({
    seeds: range(1, seedsAtMost),
    bug,
    until: ({ violations }) => violations.length > 0,
    processes: 1,
  })
  const broken = outcomes.find(({ violations }) => violations.length > 0)
  return broken ? { bug, is, seeds: outcomes.length, promise: broken.violations[0]!.promise } : { bug, is }
}
