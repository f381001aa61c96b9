import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { changeWorld } from '../../shared/app/world/change-world.ts'
import { owedTo } from '../../shared/domain/campaign/owed-to-member.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import { grantIn } from '../../shared/domain/ledger/in-words.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import type { RecordBody } from '../../shared/domain/receipt.ts'
import type { LegalSettings } from '../../shared/domain/rulebook/rulebook.ts'
import { taskIn } from '../../shared/domain/texts/own-tasks.ts'
import { say } from '../../shared/domain/texts/say.ts'
import { envelope } from '../support/events.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What the law owes, through the whole pipeline in memory: once, in money, before goodwill, and held by the breaker. */

const noon = Date.parse('2026-06-01T04:00Z')
const HOUR = 3_600_000

const rulebook = await rulebookOf({
  settings: 'law: { licence: CN, table: Air China, automaticPerHour: [6000 EUR, 6000 CNY] }',
  campaigns: [
    `campaign: owed
class: service
trigger: member.disrupted
guardrails: { quietHours: none, freshFor: 90d }
priority: 1
steps: [entitlement: money, email: hello]`,
    `campaign: owed-too
class: service
trigger: complaint.filed
guardrails: { quietHours: none, freshFor: 90d }
priority: 1
steps: [entitlement: money, email: hello]`,
    `campaign: miles
trigger: member.disrupted
priority: 99
guardrails: { oncePer: flight }
budget: care
steps: [compensation: { miles: 10, reason: care }, email: sorry]`,
    `campaign: more-miles
trigger: complaint.filed
priority: 99
guardrails: { whileCaseOpen: true }
budget: care
steps: [compensation: { miles: 10, reason: care }, email: sorry]`,
  ],
})

/** The same, with a mail that waits for the morning. */
const quiet = await rulebookOf({
  settings: 'law: { licence: CN, table: Air China, automaticPerHour: [6000 EUR, 6000 CNY] }',
  campaigns: [
    `campaign: owed
class: service
trigger: member.disrupted
guardrails: { quietHours: 11:00-13:00, freshFor: 90d }
steps: [entitlement: money, email: hello]`,
  ],
})

function airline(live: typeof rulebook = rulebook) {
  const clock = { now: noon }
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebooks = { load: async () => live, get: () => live }
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  const published = publishTo(ports, live, clock.now)
  let ids = 0
  return {
    ports,
    pipeline,
    clock,
    async say(type: string, detail: Record<string, unknown>, id = `e${++ids}`): Promise<void> {
      await published
      await pipeline.put(envelope(type, { id, occurredAt: new Date(clock.now).toISOString(), ...detail }))
      await pipeline.settle()
      const { entries } = await ports.setAsides.list({ limit: 20 })
      // A report that says something else under an id that was told is nothing but a conflict.
      expect(entries.filter(({ fault }) => fault.code !== 'id-conflict')).toEqual([])
    },
    async enrol(...memberIds: string[]): Promise<void> {
      for (const memberId of memberIds) {
        const profile = { email: `${memberId}@example.com`, locale: 'en', consent: { email: true } }
        await this.say('member.enrolled', { memberId, ...profile })
      }
    },
    entries: (memberId: string) => ports.ledger.grants([memberId]),
    async member(memberId: string) {
      return decodeMember((await ports.members.read([memberId])).get(memberId)!)
    },
  }
}

const flight = { carrier: 'XW', flightNumber: '9', from: 'FRA', to: 'PEK', scheduledDeparture: '2026-05-31T02:00:00Z' }
const leg = 'XW9:FRA-PEK:2026-05-31'
const disrupted = (passengers: string[], more: Record<string, unknown> = {}) => ({
  ...flight,
  kind: 'delay',
  arrivalDelayMinutes: 240,
  cause: 'technical',
  extraordinary: false,
  carrierLicence: 'CN',
  passengers: passengers.map((memberId) => ({ memberId, pnr: 'P', boarded: true })),
  ...more,
})
const complaint = (memberId: string, complaintId: string) => ({ memberId, complaintId, category: 'delay', flight })

const brief = ({ key, kind, amount, currency }: Grant) => [key.split('+').slice(1).join('+'), kind, amount, currency]

describe('what the law owes', () => {
  test('comes first, in money, once; goodwill comes on top when it is told', async () => {
    const air = airline()
    await air.enrol('M')
    await air.say('flight.disrupted', disrupted(['M']))
    expect((await air.entries('M')).map(brief)).toEqual([['statutory', 'cash', 600_00, 'EUR']])
    await air.pipeline.advanceTo(noon + HOUR)
    await air.say('complaint.filed', complaint('M', 'C1'))
    await air.pipeline.advanceTo(noon + 30 * HOUR)
    const entries = await air.entries('M')
    expect(entries.map(brief)).toEqual([
      ['statutory', 'cash', 600_00, 'EUR'],
      ['goodwill', 'miles', 10, undefined],
    ])
    const granted = air.ports.bus.announcements.filter(({ type }) => type === 'compensation.granted')
    expect(granted[0]!.detail).toMatchObject({
      basis: 'statutory',
      amount: 600_00,
      currency: 'EUR',
      cause: `${leg}+statutory`,
      reason: expect.stringMatching(/^EU261: 4 h late.*Art. 7\(1\)\(c\)/),
    })
    const records = await air.ports.records.list('M')
    const reasons = records
      .flatMap(({ body }) => (JSON.parse(body) as RecordBody).receipts)
      .filter(({ outcome }) => outcome === 'granted')
      .map(({ reason }) => say(reason))
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^600.00 EUR granted, owed under EU261: .*Art. 7/),
        '10 miles granted as goodwill, on top of what the law owes',
      ]),
    )
    expect(air.ports.mailer.mails.map(({ mail }) => mail.tags.campaign)[0]).toBe('owed')
  })

  describe('one leg under other names is one leg', () => {
    test.each<[string, Record<string, unknown>]>([
      ['zeros before the number', { flightNumber: '0009' }],
      ['the airline by its ICAO designator', { carrier: 'CCA' }],
      ['small letters', { carrier: 'ca', from: 'fra', to: 'pek' }],
      ['full-width letters', { carrier: 'ＣＡ', flightNumber: '９', from: 'ＦＲＡ' }],
      ['the airline in the number', { flightNumber: 'CA009' }],
      ['an operational suffix', { flightNumber: '9D' }],
      ['another minute of its day', { scheduledDeparture: '2026-05-31T02:05:00Z' }],
      ['another offset', { scheduledDeparture: '2026-05-30T22:30:00-04:00' }],
    ])('%s: paid once, told once', async (_what, otherwise) => {
      const air = airline()
      const called = { carrier: 'CA', ...otherwise }
      await air.enrol('M')
      await air.say('flight.disrupted', disrupted(['M'], { carrier: 'CA' }))
      await air.say('flight.disrupted', disrupted(['m'], called))
      await air.pipeline.advanceTo(noon + HOUR)
      await air.say('complaint.filed', { ...complaint('M', 'C1'), flight: { ...flight, ...called } })
      await air.pipeline.advanceTo(noon + 60 * HOUR)
      expect((await air.entries('M')).map(brief)).toEqual([
        ['statutory', 'cash', 600_00, 'EUR'],
        ['goodwill', 'miles', 10, undefined],
      ])
      const mails = air.ports.mailer.mails.map(({ mail }) => mail.tags.campaign)
      expect(mails).toEqual(['owed'])
    })

    test('and so is what was stored and paid under the names of before', async () => {
      const air = airline()
      const before = 'CA0009:FRA-PEK:2026-05-31T02:00Z'
      const state = {
        format: 2,
        layers: [{ at: 1, eventId: 'e', fields: { email: 'm@example.com', locale: 'en', consentEmail: true } }],
        disruptions: [[noon - HOUR, 't', before, 'delay', 'technical', false, 'CN', 240, null, null, null]],
        entries: [{ campaign: 'miles', key: before, at: noon - HOUR }],
      }
      await air.ports.members.write({ memberId: 'M', version: 1, state: JSON.stringify(state) })
      const paid = {
        memberId: 'M',
        actionId: 'then',
        campaign: 'owed',
        rulebook: 'r',
        reason: 'EU261',
        requestedBy: 'x',
      }
      const money = { kind: 'cash', amount: 600_00, costMinor: 600_00, currency: 'EUR', basis: 'statutory' } as const
      await air.ports.ledger.grant({ ...paid, ...money, key: `${before}+statutory`, now: noon - HOUR })
      await air.say('flight.disrupted', disrupted(['M'], { carrier: 'CA' }))
      await air.pipeline.advanceTo(noon + 60 * HOUR)
      expect((await air.entries('M')).map(({ key }) => key)).toEqual([`${before}+statutory`])
      expect(air.ports.mailer.mails).toEqual([])
    })

    test('unless the airline counts suffixes', async () => {
      const counted = {
        ...rulebook,
        version: 'counted',
        settings: { ...rulebook.settings, flightSuffix: 'counted' },
      } as const
      const air = airline(counted)
      await air.enrol('M')
      await air.say('flight.disrupted', disrupted(['M']))
      await air.say('flight.disrupted', disrupted(['M'], { flightNumber: '9D' }))
      expect((await air.entries('M')).map(({ key }) => key)).toEqual([
        'XW9:FRA-PEK:2026-05-31+statutory',
        'XW9D:FRA-PEK:2026-05-31+statutory',
      ])
    })
  })

  test('a later report raises it, and the difference is paid; a lower one takes nothing back', async () => {
    const air = airline()
    await air.enrol('M')
    for (const more of [
      { arrivalDelayMinutes: 120 },
      { arrivalDelayMinutes: 200 },
      { arrivalDelayMinutes: 190 },
      { kind: 'cancellation', arrivalDelayMinutes: undefined },
      { kind: 'cancellation', arrivalDelayMinutes: undefined },
    ])
      await air.say('flight.disrupted', disrupted(['M'], more))
    expect((await air.entries('M')).map(brief)).toEqual([
      ['statutory', 'cash', 300_00, 'EUR'],
      ['statutory+30000', 'cash', 300_00, 'EUR'],
    ])
  })

  describe('that is not owed after all', () => {
    const late = disrupted(['M'])
    const less = (minutes: number) => disrupted(['M'], { arrivalDelayMinutes: minutes })

    test('is taken back where nobody was told of it yet', async () => {
      const air = airline(quiet)
      await air.enrol('M')
      await air.say('flight.disrupted', late)
      await air.say('flight.disrupted', less(100))
      expect((await air.entries('M')).map(({ state }) => state)).toEqual(['reversed'])
      expect(air.ports.bus.announcements.map(({ type }) => type)).toContain('compensation.reversed')
      expect(await air.ports.tasks.list('M')).toEqual([])
      // Owed once more, it is for a person: no key is granted twice.
      await air.say('flight.disrupted', late, 'later')
      expect((await air.ports.tasks.list('M')).map(({ detail }) => detail)).toEqual([
        expect.stringContaining('taken back'),
      ])
    })

    test('is for a person where they were', async () => {
      const air = airline()
      await air.enrol('M')
      await air.say('flight.disrupted', late)
      await air.say('flight.disrupted', less(100))
      expect((await air.entries('M')).filter(({ basis }) => basis === 'statutory')).toMatchObject([
        { state: 'granted' },
      ])
      expect((await air.ports.tasks.list('M')).map(({ detail }) => detail)).toEqual([
        expect.stringMatching(/^600.00 EUR was granted, and nothing is owed/),
      ])
    })

    test('in part is for a person', async () => {
      const air = airline(quiet)
      await air.enrol('M')
      await air.say('flight.disrupted', late)
      await air.say('flight.disrupted', less(200))
      expect((await air.ports.tasks.list('M')).map(({ detail }) => detail)).toEqual([
        expect.stringMatching(/^600.00 EUR was granted, and 300.00 EUR is owed/),
      ])
    })
  })

  test('is paid once to a person who has two cards', async () => {
    const air = airline()
    await air.enrol('M', 'OLD')
    await air.say('flight.disrupted', disrupted(['OLD']))
    await air.say('member.merged', { memberId: 'OLD', into: 'M' })
    await air.say('flight.disrupted', disrupted(['M', 'OLD']), 'again')
    await air.say('complaint.filed', complaint('M', 'C1'))
    const entries = [...(await air.entries('M')), ...(await air.entries('OLD'))]
    expect(entries.filter(({ basis }) => basis === 'statutory').map(({ amount }) => amount)).toEqual([600_00])
  })

  test('one task a flight where a person has to see to it', async () => {
    const air = airline()
    await air.enrol('M')
    await air.say('flight.disrupted', disrupted(['M'], { kind: 'downgrade' }))
    await air.say('flight.disrupted', disrupted(['M'], { kind: 'downgrade' }), 'again')
    await air.say('complaint.filed', complaint('M', 'C1'))
    const tasks = await air.ports.tasks.list('M')
    expect(tasks).toMatchObject([
      { memberId: 'M', title: expect.stringContaining(leg), detail: expect.stringContaining('fare') },
    ])
    expect((await air.entries('M')).filter(({ basis }) => basis === 'statutory')).toEqual([])
  })

  test('and another one for each other matter: money that is not owed any more is no matter of who was on board', async () => {
    const air = airline()
    await air.enrol('M')
    const late = (arrivalDelayMinutes: number, more: object = {}) =>
      air.say('flight.disrupted', disrupted(['M'], { arrivalDelayMinutes, ...more }))
    await late(250, { passengers: [{ memberId: 'M', pnr: 'P' }] })
    await air.pipeline.advanceTo(noon + 72 * HOUR)
    for (const corrected of [250, 200, 199, 100]) {
      await air.pipeline.advanceTo(air.clock.now + HOUR)
      await late(corrected)
    }
    expect((await air.ports.tasks.list('M')).map(({ detail }) => detail).sort()).toEqual([
      expect.stringMatching(/^600.00 EUR was granted, and 300.00 EUR is owed/),
      expect.stringMatching(/^600.00 EUR was granted, and nothing is owed/),
      expect.stringMatching(/^nobody has said whether the passenger was on board/),
    ])
  })

  test('what it waits for is a receipt of its own, once it is another thing', async () => {
    const air = airline()
    await air.enrol('M')
    const passengers = [{ memberId: 'M', pnr: 'P' }]
    await air.say('flight.disrupted', disrupted(['M'], { passengers, arrivalDelayMinutes: undefined }))
    await air.say('flight.disrupted', disrupted(['M'], { passengers, arrivalDelayMinutes: undefined }))
    await air.say('flight.disrupted', disrupted(['M'], { passengers, arrivalDelayMinutes: 250 }))
    const records = await air.ports.records.list('M')
    const held = records
      .flatMap(({ body }) => (JSON.parse(body) as RecordBody).receipts)
      .filter(({ outcome, reason }) => outcome === 'held' && reason.is === 'owed.later')
      .map(({ reason }) => say(reason).replace(/^.*: /, ''))
    expect(held.sort()).toEqual([
      'nobody has said how late it arrived',
      'nobody has said whether the passenger was on board',
    ])
  })

  test('in a currency without a limit a person pays', async () => {
    const air = airline()
    await air.enrol('M')
    await air.say('flight.disrupted', disrupted(['M'], { from: 'LHR' }))
    const [task] = await air.ports.tasks.list('M')
    expect(task!.detail).toMatch(/^520.00 GBP under UK261; 4 h late at the final destination/)
    expect(taskIn(task!, 'zh-CN').detail).toMatch(/^依据 UK261 应补偿 520.00 GBP；延误 4 小时到达最终目的地/)
  })

  test('and the ledger says why in the reader’s language, the bus in codes too', async () => {
    const air = airline()
    await air.enrol('M')
    await air.say('flight.disrupted', disrupted(['M']))
    const [grant] = await air.ports.ledger.grants(['M'])
    expect(grantIn(grant!).reason).toMatch(/^EU261: 4 h late at the final destination.*Art. 7\(1\)\(c\)/)
    expect(grantIn(grant!, 'zh-CN').reason).toMatch(/^EU261：延误 4 小时到达最终目的地/)
    const told = air.ports.bus.announcements.find(({ type }) => type === 'compensation.granted')
    expect(told?.detail).toMatchObject({
      reason: grantIn(grant!).reason,
      law: { regime: 'EU261', findings: [{ is: 'latePaid', late: 240 }, { is: 'careDue' }] },
    })
  })
})

describe('the breaker', () => {
  const many = Array.from({ length: 15 }, (_, i) => `M${i}`)

  async function storm() {
    const air = airline()
    await air.enrol(...many)
    await air.say('flight.disrupted', disrupted(many))
    const paid = async () =>
      (await Promise.all(many.map(air.entries))).flat().filter(({ basis }) => basis === 'statutory')
    return { ...air, paid }
  }

  test('holds what passes the hour’s limit, tells a person once, and drops nothing', async () => {
    const { ports, pipeline, paid } = await storm()
    expect(await paid()).toHaveLength(10)
    const { paused } = await ports.world.read()
    expect(paused.payments).toMatchObject({ by: 'wingback' })
    const tasks = await ports.tasks.list('wingback')
    expect(tasks.map(({ title }) => title)).toEqual(['Automatic payments are stopped'])
    expect(tasks[0]!.detail).toContain('6,000.00 EUR')
    await pipeline.advanceTo(noon + 5 * HOUR)
    expect(await paid()).toHaveLength(10)

    await changeWorld(
      ports.world,
      ({ paused: { payments: _stopped, ...others }, ...before }) => ({
        state: { ...before, paused: others, paymentsResumedAt: noon + 5 * HOUR },
        what: { is: 'resumed', what: 'payments' },
      }),
      { at: noon + 5 * HOUR, by: 'a person' },
    )
    await pipeline.advanceTo(noon + 6 * HOUR)
    expect((await paid()).map(({ person }) => person).sort()).toEqual((await ports.ledger.persons(many)).sort())
    expect((await paid()).every(({ amount }) => amount === 600_00)).toBe(true)
  })

  test('mails tell of what was granted, and of nothing else', async () => {
    const { ports, paid } = await storm()
    const told = ports.mailer.mails
      .filter(({ mail }) => mail.tags.campaign === 'owed')
      .map(({ mail }) => mail.tags.member)
    const persons = await ports.ledger.persons(told.map((memberId) => memberId!))
    expect(persons.sort()).toEqual((await paid()).map(({ person }) => person).sort())
  })
})

/** What may happen to one flight of one member, in any order and as often as it likes. */
const happenings = fc.array(
  fc.oneof(
    fc.record({
      report: fc.constantFrom('delay', 'cancellation', 'deniedBoarding', 'diversion'),
      late: fc.constantFrom(60, 179, 180, 239, 240, 600),
      extraordinary: fc.boolean(),
      id: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    }),
    fc.record({ complaint: fc.constantFrom('C1', 'C2') }),
    fc.record({ wait: fc.constantFrom(10 * 60_000, HOUR, 20 * HOUR) }),
    fc.constant({ merge: true as const }),
  ),
  { minLength: 1, maxLength: 12 },
)

test('whatever happens: never twice, never in miles, never after goodwill for the same flight', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      const air = airline()
      await air.enrol('M', 'OLD')
      let most = 0
      for (const each of all) {
        if ('report' in each) {
          const { report: kind, late: arrivalDelayMinutes, extraordinary, id } = each
          await air.say('flight.disrupted', disrupted(['M', 'OLD'], { kind, arrivalDelayMinutes, extraordinary }), id)
        } else if ('complaint' in each) {
          await air.say('complaint.filed', complaint('M', each.complaint), each.complaint)
        } else if ('wait' in each) {
          await air.pipeline.advanceTo(air.clock.now + each.wait)
        } else {
          await air.say('member.merged', { memberId: 'OLD', into: 'M' }, 'merge')
        }
        const member = await air.member('M')
        const owes = owedTo(member, leg, rulebook.settings as LegalSettings, air.clock.now)
        const entries = await air.entries('M')
        const byLaw = entries.filter(({ basis }) => basis === 'statutory')
        expect(byLaw.every(({ kind, currency }) => kind === 'cash' && currency === 'EUR')).toBe(true)
        const sum = byLaw.reduce((total, { amount }) => total + amount, 0)
        const merged = member.aliases.length > 0
        const old = (await air.entries('OLD')).filter(({ basis }) => basis === 'statutory')
        const ofPerson = sum + (merged ? old.reduce((total, { amount }) => total + amount, 0) : 0)
        // Two cards that were paid apart before anybody said that they are one person stay paid.
        most = Math.max(most, owes.owed === 'money' ? owes.amountMinor : 0)
        if (!merged) expect(ofPerson).toBe(most)
        expect(ofPerson).toBeLessThanOrEqual(merged ? 1200_00 : 600_00)
        const goodwill = entries.find(({ basis }) => basis === 'goodwill')
        if (goodwill && owes.owed === 'money' && !merged) expect(byLaw.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})
