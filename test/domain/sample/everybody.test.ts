import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { rehearseFolder } from '../../../cli/rehearse/rehearse.ts'
import { loadFolder } from '../../../cli/rulebook/folder.ts'
import type { Session } from '../../../cli/session.ts'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { beginOnEverybody, cancelOnEverybody, progressOf } from '../../../shared/app/rehearsal/everybody/begin.ts'
import { rehearseParts } from '../../../shared/app/rehearsal/everybody/part.ts'
import { sampler } from '../../../shared/app/sample/make.ts'
import { DAY } from '../../../shared/domain/calendar.ts'
import { keyedHashWith } from '../../../shared/domain/keyed-hash.ts'
import { decodeMember } from '../../../shared/domain/member/codec.ts'
import { unpackRulebook } from '../../../shared/domain/rulebook/bundle.ts'
import { SAMPLE_SOURCE, type Sample } from '../../../shared/domain/sample/sample.ts'
import { played, SAMPLE_MONTH } from '../../support/played.ts'

const loaded = await loadFolder('campaigns')
if (!loaded.ok) throw new Error('the example rulebook has problems')
const rulebook = unpackRulebook(loaded.bundle)
const { ports: month, now } = await played(rulebook, SAMPLE_MONTH)
const at = now + 45 * DAY
const hash = keyedHashWith('the key of a test')
await month.rulebooks.write(rulebook.version, loaded.bundle)

const folder = await mkdtemp(join(tmpdir(), 'wingback-everybody-'))
afterAll(() => rm(folder, { recursive: true }))

const asked = { draft: 'd1', rulebook: rulebook.version, live: rulebook.version, files: 'f', at, by: 'li' }

/** The members of the month, with rehearsals and queues of their own. */
let ports: typeof month
beforeEach(() => {
  const { rehearsals, queues } = createMemoryPorts({ now: () => at })
  ports = { ...month, rehearsals, queues }
})

/** Does what is queued, as several functions at once would: the last first. */
async function workThrough(members: number): Promise<number> {
  let parts = 0
  for (;;) {
    const messages = ports.queues.take('rehearsals', 10)
    if (messages.length === 0) return parts
    expect(await rehearseParts([...messages].reverse(), { ports, hash, members, onError: raise })).toEqual([])
    ports.queues.acknowledge(
      'rehearsals',
      messages.map(({ messageId }) => messageId),
    )
    parts += messages.length
  }
}

function raise(error: unknown): never {
  throw error
}

test('what is rehearsed on everybody, in parts, is what `wingback rehearse` does on the same members and events, campaign by campaign', async () => {
  // The same members under the same names, in files.
  const drawn = sampler({ ports, hash, now: at, size: 100_000 })
  drawn.see((await ports.members.page({ limit: 100_000 })).members.map(decodeMember))
  await drawn.keep()
  const sample = JSON.parse(gunzipSync((await ports.samples.read())!).toString()) as Sample
  const [members, events] = [join(folder, 'members.jsonl'), join(folder, 'events.jsonl')]
  await writeFile(members, sample.members.map((each) => JSON.stringify({ ...each, facts: {} })).join('\n'))
  const lines = sample.events.map(({ type, detail }) => ({ Source: SAMPLE_SOURCE, DetailType: type, Detail: detail }))
  await writeFile(events, lines.map((line) => JSON.stringify(line)).join('\n'))
  const { from, to } = sample
  const files = [members, events]
  const { rehearsal } = await rehearseFolder({ watched: false } as Session, 'campaigns', { files, from, to })

  const begun = await beginOnEverybody(asked, ports)
  expect(await progressOf(begun, ports)).toEqual({ state: 'running', looked: 0 })
  expect(await workThrough(100)).toBeGreaterThan(2)
  const progress = await progressOf(begun, ports)
  expect(progress).toMatchObject({ state: 'done' })
  expect(progress.looked).toBe(sample.members.length)
  const { campaigns, budgets } = progress.figures!
  expect(campaigns.map(({ campaign }) => campaign).sort()).toEqual(Object.keys(rehearsal.campaigns).sort())
  for (const { campaign, entered, got, cost, days } of campaigns) {
    const told = rehearsal.campaigns[campaign]!
    expect([campaign, entered.draft.total, got.draft.total, cost?.draft.total ?? 0]).toEqual([
      campaign,
      told.entered,
      told.sent + told.offered + told.granted + told.tasks,
      told.costMinor,
    ])
    expect(entered.draft).toEqual(entered.live)
    expect(entered.draft.low).toBe(entered.draft.high)
    const byDay = Object.entries(told.days).flatMap(([date, day]) => (day.entered > 0 ? [[date, day.entered]] : []))
    expect(days.flatMap(({ date, draft }) => (draft.entered > 0 ? [[date, draft.entered]] : []))).toEqual(byDay.sort())
  }
  for (const [id, { spentMinor }] of Object.entries(rehearsal.budgets)) expect(budgets[id]!.spentMinor).toBe(spentMinor)
  expect(Object.values(rehearsal.campaigns).reduce((sum, { entered }) => sum + entered, 0)).toBeGreaterThan(50)
}, 240_000)

test('the same rules on the same day are one rehearsal, whose lost order goes out again', async () => {
  const begun = await beginOnEverybody(asked, ports)
  ports.queues.take('rehearsals', 10)
  expect(await beginOnEverybody({ ...asked, at: at + 1000, by: 'wang' }, ports)).toEqual(begun)
  expect(ports.queues.take('rehearsals', 10).map(({ body }) => JSON.parse(body))).toEqual([{ draft: 'd1', at, n: 0 }])
})

test('one that is cancelled goes no further, and can be begun again', async () => {
  const begun = await beginOnEverybody(asked, ports)
  const [first] = ports.queues.take('rehearsals', 1)
  await rehearseParts([first!], { ports, hash, members: 50, onError: raise })
  ports.queues.acknowledge('rehearsals', [first!.messageId])
  const cancelled = await cancelOnEverybody('d1', at + 5, ports)
  expect(await workThrough(50)).toBe(1)
  expect(await progressOf(cancelled!, ports)).toEqual({ state: 'cancelled', looked: 50 })

  const again = await beginOnEverybody({ ...asked, at: at + 10 }, ports)
  expect(again).toEqual({ ...begun, at: at + 10 })
  await workThrough(1000)
  expect((await progressOf(again, ports)).state).toBe('done')
}, 240_000)

test('a rehearsal of other rules takes its place, and what is left of the first is not done', async () => {
  const begun = await beginOnEverybody(asked, ports)
  const next = await beginOnEverybody({ ...asked, live: 'another', at: at + 1 }, ports)
  expect(next.id).not.toBe(begun.id)
  const [stale] = ports.queues.take('rehearsals', 1)
  expect(await rehearseParts([stale!], { ports, hash, onError: raise })).toEqual([])
  expect(await progressOf(begun, ports)).toEqual({ state: 'running', looked: 0 })
})
