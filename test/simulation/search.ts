import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { keepCompiled } from '../../shared/keep-compiled.ts'
import type { SeedOutcome } from './run.ts'

export interface Search {
  seeds: Iterable<number>
  /** A planted bug that the processes run with. */
  bug?: string
  /** Ends the search. */
  until?: (outcome: SeedOutcome) => boolean
  /** Epoch ms; no seed is begun later. */
  before?: number | undefined
  processes?: number
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url))
const hook = new URL('./bugs/hook.ts', import.meta.url).href

/** Plays seeds in as many processes as there are processors, and gives what each came to as it comes. */
export function search({
  seeds,
  bug,
  until,
  before = Number.POSITIVE_INFINITY,
  processes,
}: Search): Promise<SeedOutcome[]> {
  const left: Iterator<number, undefined> = seeds[Symbol.iterator]()
  const outcomes: SeedOutcome[] = []
  keepCompiled()
  const options = bug ? withBug(bug) : {}
  const children = Array.from({ length: processes ?? availableParallelism() }, () => fork(worker, options))
  return new Promise((resolve, reject) => {
    let working = children.length
    const end = (child: ChildProcess) => {
      child.disconnect()
      if (--working === 0) resolve(outcomes.sort((a, b) => a.seed - b.seed))
    }
    let isOver = false
    const next = (child: ChildProcess) => {
      const seed = isOver || Date.now() >= before ? undefined : left.next().value
      if (seed === undefined) end(child)
      else child.send(seed)
    }
    for (const child of children) {
      child.on('message', (outcome: SeedOutcome) => {
        outcomes.push(outcome)
        isOver ||= until?.(outcome) ?? false
        next(child)
      })
      child.on('error', reject)
      child.on('exit', (code) => {
        if (code !== 0) reject(new Error(`a process of the simulation ended with ${code}`))
      })
      next(child)
    }
  })
}

/** How a process is started that runs with a planted bug, and so do all that it starts. */
export function withBug(bug: string) {
  return { env: { ...process.env, NODE_OPTIONS: `--import ${hook}`, WINGBACK_BUG: bug } }
}

export function* range(from: number, count: number): Generator<number> {
  for (let seed = from; seed < from + count; seed++) yield seed
}
