import { setImmediate as everythingElse } from 'node:timers/promises'
import type { Alert } from '../../../shared/app/alerts.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { type Call, type Effect, strikeOf } from '../faults/index.ts'
import type { Meanwhile } from '../faults/meanwhile.ts'
import type { Story } from '../story/story.ts'
import { newWitness, type Seen, type Witness } from './witness.ts'

/** A function at work. */
export interface Invocation {
  by: string
  startedAt: number
  /** Then it is killed, wherever it is. */
  deadline: number
  /** Nothing that it still does reaches anything. */
  dead: boolean
  /** How far its clock is off. */
  skew: number
  /** When it last wrote each member: for a mail, its claim. */
  wrote: Map<string, Seen>
}

/** What a call does when its turn comes. An effect that is its own business (a part, a stale read) is told to it. */
export type Perform<T> = (effect: Effect | undefined) => Promise<T>

/** Who has work when the clock stands at an instant: queues, timers, people. */
export interface Source {
  /** When there is something to do next, epoch ms; undefined: not for now. */
  nextAt(): number | undefined
  /** Does it, or begins it. */
  go(): void | Promise<void>
}

interface Waiting {
  invocation: Invocation
  notBefore: number
  go(): Promise<void>
}

const STEPS_AT_MOST = 60_000

/** Stands for what nobody will ever answer: the caller is dead. */
const never = new Promise<never>(() => {})

/**
 * One process in virtual time: every call of a function to something outside of it waits here for its turn, and chance
 * decides whose turn it is. So two functions at one member meet in every possible way, and the same way for the same
 * seed. Between two turns everything runs as far as it goes without a call.
 */
export interface Machine {
  witness: Witness
  now(): number
  /** The next place in the order of what is seen. */
  see(): Seen
  note(what: string): void
  isCalm(): boolean
  /** Waits for its turn, is struck or not, and is done. */
  call<T>(invocation: Invocation, call: Omit<Call, 'by' | 'key'>, perform: Perform<T>): Promise<T>
  /** Begins a function. `ended` is told, unless it dies. */
  start(by: string, timeoutMs: number, about: string, work: (invocation: Invocation) => Promise<void>): Invocation
  atWork(by: string): number
  /** Goes on until the story ends or nothing is left to do. */
  run(sources: readonly Source[]): Promise<void>
  /** A person is told at once. */
  alert(what: Alert): void
  onAlert(hear: (what: Alert) => void): void
  /** Nothing runs for so long. */
  jump(ms: number): void
  /** Who is told when somebody is to do something in the middle of a call. */
  onMeanwhile(tell: (what: Meanwhile, call: Pick<Call, 'args' | 'about'>) => void): void
}

export function createMachine(story: Story): Machine {
  const chance: Chance = chanceOf(`${story.seed} turns`)
  const witness = newWitness()
  const working = new Set<Invocation>()
  /** How many of each function are at work. */
  const atWork = new Map<string, number>()
  const times = new Map<string, number>()
  let waiting: Waiting[] = []
  let now = story.begins
  let seq = 0
  let hear: (what: Alert) => void = () => {}
  let meanwhile: Parameters<Machine['onMeanwhile']>[0] = () => {}

  const see = (): Seen => ({ seq: ++seq, at: now })
  const isCalm = () => now >= story.calmAt

  function keyOf(by: string, { port, method, about }: Omit<Call, 'by' | 'key'>): string {
    const name = `${by} ${port}.${method} ${about}`
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return `${name} ${time}`
  }

  function strike(by: string, call: Omit<Call, 'by' | 'key'>): Effect | undefined {
    const whole = { ...call, by, key: keyOf(by, call) }
    const struck = isCalm() ? undefined : strikeOf(story.seed, story.faults, whole)
    if (!struck) return undefined
    witness.strikes.push({ ...see(), kind: struck.kind, call: whole.key })
    witness.log.push({ ...see(), what: `FAULT ${struck.kind}: ${whole.key}` })
    return struck.effect
  }

  function begin(invocation: Invocation): void {
    working.add(invocation)
    atWork.set(invocation.by, (atWork.get(invocation.by) ?? 0) + 1)
  }

  function end(invocation: Invocation): void {
    if (working.delete(invocation)) atWork.set(invocation.by, atWork.get(invocation.by)! - 1)
  }

  function die(invocation: Invocation): void {
    invocation.dead = true
    end(invocation)
    waiting = waiting.filter((each) => each.invocation !== invocation)
  }

  function call<T>(invocation: Invocation, call: Omit<Call, 'by' | 'key'>, perform: Perform<T>): Promise<T> {
    if (invocation.dead) return never
    const effect = strike(invocation.by, call)
    const takes = effect?.is === 'slow' || effect?.is === 'meanwhile' ? effect.ms : 0
    if (effect?.is === 'meanwhile') meanwhile(effect.what, call)
    return new Promise<T>((resolve, reject) => {
      waiting.push({
        invocation,
        notBefore: now + takes,
        async go() {
          if (effect?.is === 'crash' && !effect.done) return die(invocation)
          if (effect?.is === 'failure' && !effect.done) return reject(new Error('simulated: throttled'))
          try {
            const result = await perform(effect)
            if (effect?.is === 'crash') return die(invocation)
            if (effect?.is === 'failure') return reject(new Error('simulated: no answer'))
            resolve(result)
          } catch (error) {
            reject(error)
          }
        },
      })
    })
  }

  /** Whose turn it is: any call that need not wait longer, anybody who has something to begin. */
  function nextTurn(sources: readonly Source[]): (() => void | Promise<void>) | undefined {
    const turns: (() => void | Promise<void>)[] = []
    for (const each of waiting) {
      if (each.notBefore > now) continue
      turns.push(() => {
        waiting = waiting.filter((other) => other !== each)
        return each.go()
      })
    }
    for (const source of sources) if ((source.nextAt() ?? Number.POSITIVE_INFINITY) <= now) turns.push(source.go)
    return turns.length > 0 ? chance.pick(turns) : undefined
  }

  function nextInstant(sources: readonly Source[]): number {
    return Math.min(
      ...waiting.map(({ notBefore }) => notBefore),
      ...sources.map((source) => source.nextAt() ?? Number.POSITIVE_INFINITY),
    )
  }

  return {
    witness,
    now: () => now,
    see,
    isCalm,
    note: (what) => void witness.log.push({ ...see(), what }),
    call,
    start(by, timeoutMs, about, work) {
      const invocation: Invocation = {
        by,
        startedAt: now,
        deadline: now + timeoutMs,
        dead: false,
        skew: 0,
        wrote: new Map(),
      }
      const effect = strike(by, { port: 'function', method: 'start', args: [], about })
      if (effect?.is === 'clock') invocation.skew = effect.ms
      begin(invocation)
      work(invocation).then(
        () => end(invocation),
        (error) => {
          end(invocation)
          witness.log.push({ ...see(), what: `${by} failed: ${error instanceof Error ? error.message : error}` })
        },
      )
      return invocation
    },
    atWork: (by) => atWork.get(by) ?? 0,
    async run(sources) {
      for (let steps = 0; steps < STEPS_AT_MOST; steps++) {
        await everythingElse()
        for (const invocation of working) if (invocation.deadline <= now) die(invocation)
        const turn = nextTurn(sources)
        if (turn) {
          await turn()
          now += chance.between(1, 30)
          continue
        }
        const next = nextInstant(sources)
        if (next > story.endsAt) return
        now = next
      }
      throw new Error(`it does not come to rest within ${STEPS_AT_MOST} steps`)
    },
    alert(what) {
      witness.log.push({ ...see(), what: `alert: ${what}` })
      hear(what)
    },
    onAlert(told) {
      hear = told
    },
    jump(ms) {
      now += ms
    },
    onMeanwhile(tell) {
      meanwhile = tell
    },
  }
}
