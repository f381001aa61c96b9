import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import type { Entry } from '../../infra/local/sample/entries.ts'
import { makeSample } from '../../infra/local/sample/make.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { wholeAirline } from '../support/whole-airline.ts'

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

test('one flight of it, from the first estimate to the money (docs/marketers/one-flight.md)', async () => {
  const cards = ['CW100018', 'CW100019', 'CW100020']
  const isOfThem = ({ Detail }: Entry) =>
    JSON.stringify(Detail).includes('2026-09-14T05:00:00Z') || cards.includes(String(Detail.memberId))
  const airline = await wholeAirline(rulebook, '2026-08-31T00:00:00Z')
  for (const { Source, DetailType, Detail } of [...members, ...events].filter(isOfThem))
    if (String(Detail.occurredAt) < '2026-09-18') await airline.tell(DetailType, Detail as never, Source)
  await airline.until('2026-09-20T00:00:00Z')
  const mailsTo = (card: string) => {
    const { email } = members.find(({ Detail }) => Detail.memberId === card)!.Detail
    const theirs = airline.ports.mailer.mails.filter(({ mail }) => mail.to === email)
    return theirs.map(({ at, mail }) => `${mail.tags.campaign} ${new Date(at).toISOString().slice(5, 16)}`)
  }
  const told = (first: string) => [first, '09-14T05:20', '09-14T06:00'].map((at) => `disruption-care ${at}`)
  for (const card of cards.slice(0, 2)) {
    expect(mailsTo(card)).toEqual([...told('09-14T05:00'), 'what-is-owed 09-14T19:37'])
    expect(await airline.paid(card)).toEqual(['260.00 GBP'])
    expect(await airline.tasks(card)).toEqual([])
  }
  expect(mailsTo('CW100020')).toEqual(told('09-14T04:10'))
  expect(await airline.paid('CW100020')).toEqual([])
  expect(await airline.tasks('CW100020')).toEqual([expect.stringContaining('nobody has said how late it arrived')])
})
