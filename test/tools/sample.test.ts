import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { templateBuilder } from '../../cli/rulebook/build.ts'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import type { Entry } from '../../infra/local/sample/entries.ts'
import { makeSample } from '../../infra/local/sample/make.ts'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'

const now = Date.parse('2026-10-01T00:00:00Z')
const read = (name: string): Entry[] =>
  readFileSync(new URL(`../../infra/local/sample/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const members = read('members.jsonl')
const events = read('events.jsonl')
let rulebook: Rulebook

beforeAll(async () => {
  const { files } = await readRulebookFolder(fileURLToPath(new URL('../../campaigns', import.meta.url)))
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  rulebook = loaded.rulebook
})

function parse({ Source, DetailType, Detail }: Entry) {
  const time = new Date(now).toISOString()
  return parseEnvelope({ id: 'delivery', source: Source, 'detail-type': DetailType, time, detail: Detail }, now)
}

test('the files are what the generator makes for the example rulebook', () => {
  expect(makeSample(rulebook)).toEqual({ members, events })
})

test('the example rulebook has every kind of trigger and action', () => {
  const actions = rulebook.campaigns.flatMap(({ program }) => program.filter((each) => each.op === 'action'))
  expect(new Set(rulebook.campaigns.map(({ trigger }) => trigger.kind))).toEqual(new Set(['event', 'audience', 'date']))
  expect(new Set(actions.map(({ action }) => action.kind))).toEqual(
    new Set(['email', 'upgradeOffer', 'compensation', 'serviceTask', 'entitlement']),
  )
})

describe('the sample', () => {
  test('is a few hundred members and events of September 2026', () => {
    expect(members.length).toBeGreaterThan(200)
    expect(events.length).toBeGreaterThan(300)
    const days = events.flatMap((entry) => String(entry.Detail.occurredAt).match(/^\d{4}-\d\d-\d\d/) ?? [])
    expect(days.filter((day) => day < '2026-09-01' || day > '2026-09-30')).toEqual([])
    expect(new Set(days).size).toBeGreaterThan(25)
  })

  test('is valid, but for the two that are broken on purpose', () => {
    const faults = [...members, ...events].map(parse).filter((parsed) => !parsed.ok)
    expect(faults.map((parsed) => parsed.fault.code).sort()).toEqual(['bad-time', 'missing-member'])
  })

  test('has one event twice, and one cancellation that comes before its booking', () => {
    const ids = events.map(({ Detail }) => Detail.id)
    expect(ids.length - new Set(ids).size).toBe(1)
    const about = events
      .filter(({ Detail }) => JSON.stringify(Detail).includes('CNCLD1'))
      .map((entry) => entry.DetailType)
    expect(about).toEqual(['booking.cancelled', 'booking.created'])
  })

  test('writes to nobody: addresses are of example.com, or SES’s own for trying bounces and reports', () => {
    const addresses = members.map(({ Detail }) => String(Detail.email))
    const others = addresses.filter((address) => !address.endsWith('@example.com')).sort()
    expect(others).toEqual(['bounce@simulator.amazonses.com', 'complaint@simulator.amazonses.com'])
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('has members with and without consent, of several tiers, languages and zones', () => {
    const values = (of: (detail: Entry['Detail']) => unknown) => new Set(members.map(({ Detail }) => of(Detail)))
    expect(values((detail) => (detail.consent as { email: boolean }).email)).toEqual(new Set([true, false]))
    expect(values((detail) => detail.tier)).toEqual(new Set([undefined, 'silver', 'gold', 'platinum']))
    expect(values((detail) => detail.locale)).toEqual(new Set(['zh-CN', 'en']))
    expect(values((detail) => detail.timeZone).size).toBeGreaterThanOrEqual(4)
  })
})
