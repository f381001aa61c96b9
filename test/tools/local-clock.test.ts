import { beforeEach, describe, expect, test } from 'vitest'
import { localClock } from '../../infra/local/clock.ts'
import { type Drivable, localControl } from '../../infra/local/control.ts'

/** A replay drives the clock; what happens to it when the replay is over, or breaks off. */

const THEN = Date.parse('2026-09-01T00:00:00Z')
const MINUTE = 60_000

let elapsed: number
let clock: ReturnType<typeof localClock>
let control: ReturnType<typeof localControl>
/** What controls the same clock after the process was killed. */
let restart: () => void
/** What the pipeline does when it is asked whether it is quiet. */
let work: () => Promise<void>

beforeEach(() => {
  elapsed = 0
  work = async () => {}
  clock = localClock()
  const run: Drivable = {
    clock,
    info: { console: '', api: '', events: '', mail: '', bus: '', drop: '/drop', inbox: '', local: true },
    tell: async () => {},
    isQuiet: async () => {
      await work()
      return true
    },
    atRest: (work) => work(),
    wake: async () => {},
    goRound: async () => ({ handed: 0, nextAt: Number.POSITIVE_INFINITY }),
    nextWakeAt: async () => undefined,
    hasHistory: async () => false,
    beginAt: async () => {},
  }
  restart = () => {
    control = localControl(run, () => elapsed)
  }
  restart()
})

describe('an event of now', () => {
  test('does not take the clock from a replay that goes on', async () => {
    await control.begin(THEN)
    await control.meet(Date.now())
    expect(clock.driven()).toBe(THEN)
    elapsed += 50_000
    await control.advance(THEN + MINUTE, 1000)
    elapsed += 50_000
    await control.meet(Date.now())
    expect(clock.driven()).toBe(THEN + MINUTE)
  })

  test('brings back the clock on the wall once the replay is over', async () => {
    await control.begin(THEN)
    await control.drain(1000)
    expect(clock.driven()).toBe(THEN)
    await control.meet(Date.now())
    expect(clock.driven()).toBeUndefined()
  })

  test('brings it back where the replay was killed: nothing was heard of it for a minute', async () => {
    await control.begin(THEN)
    elapsed += 61_000
    await control.meet(Date.now())
    expect(clock.driven()).toBeUndefined()
  })

  test('waits a minute after a restart for a replay that was cut off', async () => {
    await control.begin(THEN)
    restart()
    await control.catchUp(1000)
    await control.meet(Date.now())
    expect(clock.driven()).toBe(THEN)
    elapsed += 61_000
    await control.meet(Date.now())
    expect(clock.driven()).toBeUndefined()
  })

  test('brings it back at once after a restart where the replay had come to its end', async () => {
    await control.begin(THEN)
    await control.drain(1000)
    restart()
    await control.meet(Date.now())
    expect(clock.driven()).toBeUndefined()
  })

  test('waits for a replay whose step takes long', async () => {
    await control.begin(THEN)
    const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    work = () => {
      begun.resolve()
      return slow.promise
    }
    const step = control.advance(THEN + MINUTE, 1_000_000)
    await begun.promise
    elapsed += 10 * MINUTE
    await control.meet(Date.now())
    expect(clock.driven()).toBe(THEN)
    slow.resolve()
    await step
    await control.meet(Date.now())
    expect(clock.driven()).toBe(THEN + MINUTE)
  })

  test('is not held back by who moves the clock without a replay', async () => {
    clock.moveTo(THEN)
    await control.advance(THEN + MINUTE, 1000)
    await control.meet(Date.now())
    expect(clock.driven()).toBeUndefined()
  })
})
