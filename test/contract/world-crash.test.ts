import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changeWorld } from '../../shared/app/world/change-world.ts'
import { openTable } from './stores.ts'

describe('a change of the world by a process that dies', () => {
  let store: Awaited<ReturnType<typeof openTable>>
  let requestsLeft = Number.POSITIVE_INFINITY
  let dies: 'before' | 'after' = 'before'

  beforeEach(async () => {
    requestsLeft = Number.POSITIVE_INFINITY
    store = await openTable()
    store.clients.dynamo.middlewareStack.add(
      (next) => async (args) => {
        const isLast = requestsLeft-- <= 0
        if (isLast && dies === 'before') throw new Error('died')
        const answer = await next(args)
        if (isLast) throw new Error('died')
        return answer
      },
      { step: 'initialize' },
    )
  })
  afterEach(() => store.close())

  /** The change, until it dies at a request; gives whether it got through. */
  async function publishBy(by: string, requests: number): Promise<boolean> {
    requestsLeft = requests
    const change = changeWorld(
      store.world,
      (before) => ({ state: { ...before, rulebook: `by ${by}` }, what: { is: 'published', version: 'it' } }),
      { at: 0, by },
    )
    const done = await change.then(
      () => true,
      () => false,
    )
    requestsLeft = Number.POSITIVE_INFINITY
    return done
  }

  test.each(['before', 'after'] as const)(
    'is kept just if it was made, wherever that is: %s a request',
    async (when) => {
      dies = when
      let deaths = 0
      for (let requests = 0; !(await publishBy(`person ${requests}`, requests)); requests++) {
        deaths++
        const { version, rulebook } = await store.world.read()
        const { changes } = await store.world.changes({ limit: 50 })
        expect(changes).toHaveLength(version)
        expect(changes[0]?.rulebook).toBe(rulebook)
        if (rulebook !== undefined) expect(rulebook).toBe(`by ${await store.world.publisherOf(rulebook)}`)
      }
      expect(deaths).toBe(2)
      expect((await store.world.changes({ limit: 50 })).changes).toHaveLength(when === 'after' ? 2 : 1)
    },
  )
})
