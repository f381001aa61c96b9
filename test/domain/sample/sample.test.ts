import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadFolder } from '../../../cli/rulebook/folder.ts'
import { sampler } from '../../../shared/app/sample/make.ts'
import { parseEnvelope } from '../../../shared/contract/index.ts'
import { DAY } from '../../../shared/domain/calendar.ts'
import { keyedHashWith } from '../../../shared/domain/keyed-hash.ts'
import { decodeMember } from '../../../shared/domain/member/codec.ts'
import { profileOf } from '../../../shared/domain/member/profile.ts'
import { unpackRulebook } from '../../../shared/domain/rulebook/bundle.ts'
import { anonymousEvent } from '../../../shared/domain/sample/anonymous.ts'
import { SAMPLE_SOURCE, type Sample } from '../../../shared/domain/sample/sample.ts'
import { STRATUM_NAMES } from '../../../shared/domain/sample/strata.ts'
import { played, SAMPLE_MONTH } from '../../support/played.ts'

const hash = keyedHashWith('the key of a test')
const loaded = await loadFolder('campaigns')
if (!loaded.ok) throw new Error('the example rulebook has problems')
const { ports, now } = await played(unpackRulebook(loaded.bundle), SAMPLE_MONTH)
const everybody = (await ports.members.page({ limit: 1000 })).members.map(decodeMember)

async function made(at: number, size = 2000): Promise<{ text: string; sample: Sample }> {
  const drawn = sampler({ ports, hash, now: at, size })
  drawn.see(everybody)
  await drawn.keep()
  const text = gunzipSync((await ports.samples.read())!).toString()
  return { text, sample: JSON.parse(text) as Sample }
}

const { text, sample } = await made(now)

/** What events say, of a field, wherever it stands. */
async function saidOf(...fields: string[]): Promise<string[]> {
  const lines = (await Promise.all(SAMPLE_MONTH.map((file) => readFile(file, 'utf8')))).join('\n')
  const found = lines.matchAll(new RegExp(`"(?:${fields.join('|')})":\\s*("(?:[^"\\\\]|\\\\.)*")`, 'g'))
  return [...new Set([...found].map(([, value]) => JSON.parse(value!) as string))]
}

describe('in a sample', () => {
  test.each([
    ['names', ['givenName', 'familyName']],
    ['addresses', ['email', 'phone']],
    ['texts', ['text', 'comment']],
    ['cards, bookings, complaints, companies', ['memberId', 'pnr', 'complaintId', 'companyId']],
  ])('none of the %s is to be found', async (_name, fields) => {
    const said = await saidOf(...fields)
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((value) => text.includes(`"${value}"`))).toEqual([])
    const long = said.filter((value) => value.length > 5)
    expect(long.filter((value) => text.includes(value))).toEqual([])
  })

  test('everybody is called something else every night, and what belongs together still does', async () => {
    const other = await made(now + DAY)
    const names = new Set(sample.members.map(({ memberId }) => memberId))
    expect(names.size).toBe(sample.members.length)
    expect(other.sample.members.filter(({ memberId }) => names.has(memberId))).toEqual([])
    const filed = sample.events.filter(({ type }) => type === 'complaint.filed')
    const resolved = sample.events.filter(({ type }) => type === 'complaint.resolved')
    const ids = new Set(filed.map(({ detail }) => detail.complaintId))
    expect(resolved.length).toBeGreaterThan(0)
    expect(resolved.filter(({ detail }) => !ids.has(detail.complaintId))).toEqual([])
  })

  test('every event is one that the contract takes', () => {
    expect(sample.events.length).toBeGreaterThan(300)
    for (const { type, at, detail } of sample.events.filter(({ detail: { passengers } }) => !passengers)) {
      const envelope = { id: 'x', source: SAMPLE_SOURCE, 'detail-type': type, time: new Date(at).toISOString(), detail }
      const parsed = parseEnvelope(envelope, now)
      expect(parsed.ok ? [] : [type, parsed.fault, detail]).toEqual([])
    }
  })

  test('birth dates are others, in the same five years', () => {
    const born = (birthDate: string) => {
      const event = { id: 'e', type: 'member.updated', memberId: 'CW1', occurredAt: now, birthDate } as const
      const made = anonymousEvent(event, { id: (id) => id, card: `S${birthDate}` })
      return 'birthDate' in made ? made.birthDate : undefined
    }
    expect(born('1983-03-04')).toMatch(/^198[0-4]-/)
    const made = ['1985-06-01', '1986-07-02', '1987-08-03', '1988-09-04', '1989-10-05'].map(born)
    expect(new Set(made).size).toBe(5)
    for (const date of made) expect(date).toMatch(/^198[5-9]-(?!0[6-9]-0[1-4])/)
  })

  test('is everybody who is a member, where they are few, each counted once', () => {
    const living = everybody.filter(({ erasedAt, mergedInto }) => !erasedAt && !mergedInto)
    expect(sample.members).toHaveLength(living.length)
    expect(Object.values(sample.all).reduce((sum, each) => sum + each, 0)).toBe(living.length)
    const some = STRATUM_NAMES.filter((name) => sample.all[name] > 0)
    expect(some.length).toBeGreaterThan(4)
  })

  test('rare things are kept where there is no room for everybody', async () => {
    const { sample: small } = await made(now, 60)
    expect(small.members.length).toBeLessThanOrEqual(60)
    const shares = STRATUM_NAMES.filter((name) => small.all[name] > 0)
      .sort((a, b) => small.all[a] - small.all[b])
      .map((name) => small.members.filter(({ stratum }) => stratum === name).length / small.all[name])
    expect(shares[0]).toBeGreaterThan(2 * shares.at(-1)!)
  })

  test('those who were members before it begins are as they were then', async () => {
    const { sample: later } = await made(now + 55 * DAY)
    const facts = later.members.map((each) => decodeMember(each)).filter(({ layers }) => layers.length > 0)
    expect(facts.length).toBeGreaterThan(100)
    const born = facts.map((member) => profileOf(member).birthDate).filter((each) => each !== undefined)
    expect(new Set(born).size).toBeGreaterThan(20)
    expect(facts.some((member) => profileOf(member).email !== undefined)).toBe(true)
  })

  test('of no members there is none, and the last one goes', async () => {
    const drawn = sampler({ ports, hash, now, size: 0 })
    drawn.see(everybody)
    expect(await drawn.keep()).toEqual({ members: 0, bytes: 0 })
    expect(await ports.samples.read()).toBeUndefined()
  })
})
