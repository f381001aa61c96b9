import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { rehearseFolder } from '../../../cli/rehearse/rehearse.ts'
import { loadFolder } from '../../../cli/rulebook/folder.ts'
import type { Session } from '../../../cli/session.ts'
import { figuresOf } from '../../../shared/app/rehearsal/sample/figures.ts'
import { firstOf, type Rules, rehearseSample } from '../../../shared/app/rehearsal/sample/run.ts'
import { storiesOf } from '../../../shared/app/rehearsal/sample/stories.ts'
import { tellStory } from '../../../shared/app/rehearsal/sample/told.ts'
import { sampler } from '../../../shared/app/sample/make.ts'
import { DAY } from '../../../shared/domain/calendar.ts'
import { keyedHashWith } from '../../../shared/domain/keyed-hash.ts'
import { decodeMember } from '../../../shared/domain/member/codec.ts'
import { unpackBundle, unpackRulebook } from '../../../shared/domain/rulebook/bundle.ts'
import { campaignById } from '../../../shared/domain/rulebook/campaign-by-id.ts'
import { compileBundle } from '../../../shared/domain/rulebook/compile.ts'
import { SAMPLE_SOURCE, type Sample } from '../../../shared/domain/sample/sample.ts'
import { LANGUAGES } from '../../../shared/domain/texts/language.ts'
import { played, SAMPLE_MONTH } from '../../support/played.ts'

const loaded = await loadFolder('campaigns')
if (!loaded.ok) throw new Error('the example rulebook has problems')
const live: Rules = { bundle: unpackBundle(loaded.bundle), rulebook: unpackRulebook(loaded.bundle) }
const { ports, now } = await played(live.rulebook, SAMPLE_MONTH)

/** Half of the month lies before it begins: members are folded as they were then. */
const drawn = sampler({ ports, hash: keyedHashWith('the key of a test'), now: now + 45 * DAY, size: 2000 })
drawn.see((await ports.members.page({ limit: 1000 })).members.map(decodeMember))
await drawn.keep()
const sample = JSON.parse(gunzipSync((await ports.samples.read())!).toString()) as Sample

const ran = await rehearseSample(sample, sample.members, live)

/** The live rulebook with one campaign changed. */
function changed(path: string, change: (campaign: Record<string, unknown>) => object): Rules {
  const documents = { ...live.bundle.documents, [path]: change(live.bundle.documents[path] as Record<string, unknown>) }
  const bundle = { ...live.bundle, documents } as Rules['bundle']
  const compiled = compileBundle(bundle)
  if (!compiled.ok) throw new Error(compiled.problems[0]!.message)
  return { bundle, rulebook: compiled.rulebook }
}

const folder = await mkdtemp(join(tmpdir(), 'wingback-sample-'))
afterAll(() => rm(folder, { recursive: true }))

test('what is rehearsed on a sample is what `wingback rehearse` does on the same members and events, campaign by campaign', async () => {
  const [members, events] = [join(folder, 'members.jsonl'), join(folder, 'events.jsonl')]
  await writeFile(members, sample.members.map((each) => JSON.stringify({ ...each, facts: {} })).join('\n'))
  const lines = sample.events.map(({ type, detail }) => ({ Source: SAMPLE_SOURCE, DetailType: type, Detail: detail }))
  await writeFile(events, lines.map((line) => JSON.stringify(line)).join('\n'))
  const files = [members, events]
  const { from, to } = sample
  const { rehearsal } = await rehearseFolder({ watched: false } as Session, 'campaigns', { files, from, to })
  const counts = (campaigns: typeof rehearsal.campaigns) =>
    Object.fromEntries(Object.entries(campaigns).map(([id, { examples: _, ...report }]) => [id, report]))
  expect(counts(ran.rehearsal.campaigns)).toEqual(counts(rehearsal.campaigns))
  expect([...ran.rehearsal.decisions]).toEqual([...rehearsal.decisions])
  expect(Object.values(rehearsal.campaigns).reduce((sum, { entered }) => sum + entered, 0)).toBeGreaterThan(50)
  for (const [id, { entered, sent, offered, granted, tasks, costMinor }] of Object.entries(rehearsal.campaigns)) {
    const tally = ran.campaigns.get(id)!
    expect([id, tally.entered.length, tally.got.length]).toEqual([id, entered, sent + offered + granted + tasks])
    expect(tally.costs.reduce((sum, each) => sum + each.costMinor, 0)).toBe(costMinor)
  }
})

describe('the figures of a draft', () => {
  const path = 'campaigns/service-recovery.yaml'
  const id = 'service-recovery'

  test('are those of what is live where nothing is changed', () => {
    const { campaigns, looked, members } = figuresOf(sample, ran, ran, { draft: live, live })
    expect(looked).toBe(members)
    for (const { entered, got, isNew } of campaigns) {
      expect([isNew, entered.more.total, got.more.total]).toEqual([false, 0, 0])
      expect(entered.draft).toEqual(entered.live)
    }
  })

  test('say who would be kept from it, by which gate, and who is near', async () => {
    const nobody = changed(path, (campaign) => ({
      ...campaign,
      audience: { flights: { inLast: '365d', atLeast: 900 } },
    }))
    const draft = await rehearseSample(sample, sample.members, nobody)
    const { campaigns } = figuresOf(sample, draft, ran, { draft: nobody, live })
    const found = campaigns.find(({ campaign }) => campaign === id)!
    expect(found.entered.draft.total).toBe(0)
    expect(found.entered.live.total).toBeGreaterThan(5)
    expect(found.entered.more.total).toBe(-found.entered.live.total)
    expect(found.stops.find(({ by }) => by === 'eligible')!.more.total).toBeGreaterThan(0)
    const { outside } = storiesOf(campaignById(nobody.rulebook, id)!, draft)
    expect(outside.length).toBeGreaterThan(5)
    for (const language of LANGUAGES) {
      const told = tellStory(outside[0]!, id, nobody, language)
      expect(told.otherwise).toMatch(/900/)
    }
    expect(found.days.reduce((sum, day) => sum + day.live.entered, 0)).toBe(found.entered.live.total)
  })

  test('tell of whom it passed by: those to whom the event came that was not meant, and those not in the audience that begins it', () => {
    const toldOf = (campaign: string) =>
      storiesOf(campaignById(live.rulebook, campaign)!, ran).outside.map(
        (story) => tellStory(story, campaign, live, 'en').otherwise,
      )
    expect(toldOf(id).join('\n')).toMatch(/severity/)
    expect(toldOf('owed-after-a-complaint')).toContainEqual(expect.stringMatching(/category/))
    const quiet = toldOf('we-miss-you')
    expect(quiet.length).toBeGreaterThan(5)
    // The nearest first: of whom one thing alone would have had to be different.
    expect(quiet[0]).toMatch(/flight|booking/)
  })

  test('of a part of the sample are about those of all', async () => {
    const some = firstOf(sample, 0.5)
    expect(some.length).toBeLessThan(sample.members.length * 0.7)
    const part = await rehearseSample(sample, some, live)
    const figures = (of: typeof ran) => figuresOf(sample, of, of, { draft: live, live }).campaigns
    const whole = new Map(figures(ran).map(({ campaign, entered }) => [campaign, entered.draft.total]))
    const held = figures(part).filter(({ campaign, entered: { draft } }) => {
      const truth = whole.get(campaign)!
      return draft.low <= truth && truth <= draft.high
    })
    expect(held.length / whole.size).toBeGreaterThan(0.8)
  })

  test('are given up when something else is asked', async () => {
    const steps = { count: 0 }
    const over = async () => {
      steps.count += 1
      if (steps.count > 3) throw new Error('something else')
    }
    await expect(rehearseSample(sample, sample.members, live, over)).rejects.toThrow('something else')
    expect(steps.count).toBe(4)
  })
})
