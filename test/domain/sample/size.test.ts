import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadFolder } from '../../../cli/rulebook/folder.ts'
import { membersAtEnd, sizeOf } from '../../../shared/app/rehearsal/sample/size.ts'
import { sampler } from '../../../shared/app/sample/make.ts'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import { keyedHashWith } from '../../../shared/domain/keyed-hash.ts'
import { decodeMember } from '../../../shared/domain/member/codec.ts'
import { countIn } from '../../../shared/domain/preview/count.ts'
import { unpackRulebook } from '../../../shared/domain/rulebook/bundle.ts'
import type { Sample } from '../../../shared/domain/sample/sample.ts'
import { played, SAMPLE_MONTH } from '../../support/played.ts'

const loaded = await loadFolder('campaigns')
if (!loaded.ok) throw new Error('the example rulebook has problems')
const rulebook = unpackRulebook(loaded.bundle)
const { ports, now } = await played(rulebook, SAMPLE_MONTH)
const at = now + 20 * DAY
const everybody = (await ports.members.page({ limit: 10_000 })).members.map(decodeMember)

async function sampleOf(size: number): Promise<Sample> {
  const drawn = sampler({ ports, hash: keyedHashWith('the key of a test'), now: at, size })
  drawn.see(everybody)
  await drawn.keep()
  return JSON.parse(gunzipSync((await ports.samples.read())!).toString()) as Sample
}

/** Days of birth are made up in a sample: what asks for the day is another number there. */
const BY_BIRTHDAY = /birthday/i

const truth = countIn(
  everybody.filter(({ mergedInto, erasedAt }) => mergedInto === undefined && erasedAt === undefined),
  rulebook.audiences,
  { now: at, calendar: calendarOf(rulebook.settings.zone) },
)
const asked = rulebook.audiences.filter(({ id }) => !BY_BIRTHDAY.test(id))

test('where everybody is in the sample, an audience has the size that a count gives', async () => {
  const sample = await sampleOf(100_000)
  const members = await membersAtEnd(sample)
  for (const { id } of asked) {
    const { members: found, agreed } = sizeOf(id, rulebook, sample, members)
    expect([id, found.total, agreed.total]).toEqual([id, truth[id]!.members, truth[id]!.agreed])
    expect(found.low).toBe(found.high)
  }
  expect(Object.values(truth).some(({ members }) => members > 10)).toBe(true)
})

test('by half of them it is told with an interval, which holds most of the true sizes', async () => {
  const sample = await sampleOf(Math.floor(everybody.length / 2))
  const members = await membersAtEnd(sample)
  const held = asked.filter(({ id }) => {
    const { low, high } = sizeOf(id, rulebook, sample, members).members
    return low <= truth[id]!.members && truth[id]!.members <= high
  })
  expect(held.length / asked.length).toBeGreaterThan(0.8)
})
