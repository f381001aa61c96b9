import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Draft, DraftLine, DraftStep } from '../../shared/domain/drafts/draft.ts'
import { takeStep } from '../../shared/domain/drafts/step.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

function fresh(id: string, more: Partial<Draft> = {}): Draft {
  return { id, name: id, version: 1, state: 'open', createdAt: T, createdBy: 'li', files: {}, editors: [], ...more }
}

const created: DraftLine = { version: 1, at: T, by: 'li', did: 'created' }

describe.each(stores)('drafts in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  async function step(draft: Draft, what: DraftStep, by = 'li'): Promise<Draft> {
    const taken = takeStep(draft, what, { by, at: T })
    if (!taken.ok) throw new Error(taken.fault)
    expect(await store.drafts.write(draft, taken.draft, taken.line)).toBe('written')
    return taken.draft
  }

  test('are begun once, and changed by whoever saw the last change', async () => {
    const draft = fresh('a')
    expect(await store.drafts.read('a')).toBeUndefined()
    expect(await store.drafts.write(undefined, draft, created)).toBe('written')
    expect(await store.drafts.write(undefined, draft, created)).toBe('conflict')
    const renamed = await step(draft, { step: 'rename', name: 'b' })
    const late = takeStep(draft, { step: 'rename', name: 'c' }, { by: 'wang', at: T })
    if (late.ok) expect(await store.drafts.write(draft, late.draft, late.line)).toBe('conflict')
    expect(await store.drafts.read('a')).toEqual(renamed)
    const { lines } = await store.drafts.lines('a', { limit: 10 })
    expect(lines.map(({ did, comment }) => [did, comment])).toEqual([
      ['rename', 'b'],
      ['created', undefined],
    ])
  })

  test('are listed the newest first, page by page, under way apart from done', async () => {
    for (const [n, id] of ['a', 'b', 'c'].entries())
      await store.drafts.write(undefined, fresh(id, { createdAt: T + n }), created)
    const page = await store.drafts.list('underWay', { limit: 2 })
    expect(page.drafts.map(({ id }) => id)).toEqual(['c', 'b'])
    const rest = await store.drafts.list('underWay', { limit: 2, cursor: page.cursor })
    expect(rest.drafts.map(({ id }) => id)).toEqual(['a'])
    await step(page.drafts[1]!, { step: 'discard' })
    const ids = async (which: 'underWay' | 'done') =>
      (await store.drafts.list(which, { limit: 10 })).drafts.map(({ id }) => id)
    expect([await ids('underWay'), await ids('done')]).toEqual([['c', 'a'], ['b']])
  })

  test('are due from their instant on, each once, until they are not scheduled any more', async () => {
    const approved = (id: string) => fresh(id, { state: 'approved' })
    const at = (n: number): DraftStep => ({ step: 'schedule', goesLiveAt: T + n })
    for (const id of ['a', 'b', 'c']) await store.drafts.write(undefined, approved(id), created)
    const a = await step(approved('a'), at(2000))
    const b = await step(approved('b'), at(1000))
    await step(approved('c'), at(3000))
    expect(await store.drafts.due(T + 999)).toEqual([])
    expect(await store.drafts.due(T + 2000)).toEqual(['b', 'a'])
    await step(b, at(9000))
    await step(a, { step: 'unschedule' })
    expect(await store.drafts.due(T + 8999)).toEqual(['c'])
  })

  test('keep texts by their names, each draft its own, in whatever script and size', async () => {
    const long = 'campaign: 想念您\n'.repeat(20_000)
    await store.drafts.putText('a', 'one', long)
    await store.drafts.putText('a', 'one', long)
    await store.drafts.putText('a', 'two', '')
    const texts = await store.drafts.texts('a', ['one', 'one', 'two', 'three'])
    expect([...texts].sort()).toEqual([
      ['one', long],
      ['two', ''],
    ])
    expect(await store.drafts.texts('b', ['one'])).toEqual(new Map())
    expect(await store.drafts.texts('b', [])).toEqual(new Map())
  })

  test('lie beside the files of rulebooks, of which the last that were handed over count', async () => {
    const bytes = (n: number) => Uint8Array.from({ length: 800_000 }, (_, i) => (i * n) % 251)
    expect(await store.rulebooks.readFiles('v')).toBeUndefined()
    await store.rulebooks.write('v', bytes(3))
    await store.rulebooks.writeFiles('v', bytes(5))
    expect(await store.rulebooks.readFiles('v')).toEqual(bytes(5))
    await store.rulebooks.writeFiles('v', bytes(7))
    expect(await store.rulebooks.readFiles('v')).toEqual(bytes(7))
    expect(await store.rulebooks.read('v')).toEqual(bytes(3))
  })
})
