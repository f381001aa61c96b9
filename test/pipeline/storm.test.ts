import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** A flight with 500 members on it, late out of Europe, through the front door: who is paid, who waits, who hears what. */

const PASSENGERS = 500
/** 600 EUR each: the limit lets 300 of them be paid by themselves within an hour. */
const PAID_BY_ITSELF = 300
const now = '2026-10-05T04:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
const members = Array.from({ length: PASSENGERS }, (_, i) => `S${String(i).padStart(3, '0')}`)

let wingback: Awaited<ReturnType<typeof openRun>>

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish({
    ...smallRulebook,
    'wingback.yaml': `${smallRulebook['wingback.yaml']}law: { licence: CN, automaticPerHour: ${PAID_BY_ITSELF * 600} EUR }\n`,
    'campaigns/owed.yaml': `campaign: owed
class: service
trigger: member.disrupted
guardrails: { quietHours: none }
steps:
  - entitlement: money
  - email: sorry
`,
  })
  await wingback.begin(now)
  await wingback.put(members.map((memberId) => enrols(memberId, now)))
  await wingback.drain()
}, 120_000)
afterAll(() => wingback.end())

const entitlements = async () => (await wingback.status()).actions.entitlement

test('the law is paid up to the hour’s limit, the rest waits for a person, and nobody is forgotten', async () => {
  const flight = {
    id: 'storm-1',
    occurredAt: now,
    carrier: 'XW',
    flightNumber: '9',
    from: 'FRA',
    to: 'PEK',
    scheduledDeparture: later(-240),
    kind: 'cancellation',
    noticeDays: 0,
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'CN',
    passengers: members.map((memberId, i) => ({ memberId, pnr: `PNR${Math.floor(i / 2)}`, cabin: 'Y' })),
  }
  const disruption = { type: 'flight.disrupted', detail: flight }
  await wingback.put([disruption, disruption])
  await wingback.drain()
  expect(await entitlements()).toMatchObject({ granted: PAID_BY_ITSELF, held: PASSENGERS - PAID_BY_ITSELF })
  const stopped = await wingback.status()
  expect(stopped.paused.payments).toMatchObject({ by: 'wingback' })
  expect(await wingback.command('status')).toContain('payments')

  await wingback.moveTo(later(90))
  expect(await entitlements()).toMatchObject({ granted: PAID_BY_ITSELF })

  expect(await wingback.command('resume', 'payments')).toContain('payments goes on')
  await wingback.moveTo(later(120))
  expect(await entitlements()).toMatchObject({ granted: PASSENGERS, held: 0 })
  expect((await wingback.status()).paused).toEqual({})

  const everybody = [...(await wingback.everybody()).values()]
  const paid = everybody.map(({ wingback: { compensations } }) =>
    compensations.map(({ cause, amount }) => [cause, amount]),
  )
  expect(new Set(paid.map((each) => JSON.stringify(each)))).toEqual(
    new Set([JSON.stringify([['XW9:FRA-PEK:2026-10-05+statutory', 600_00]])]),
  )
  const told = (await wingback.mails())
    .filter(({ subject }) => subject === 'Sorry')
    .map(({ destination }) => destination.to[0])
  expect(told).toHaveLength(PASSENGERS)
  expect(new Set(told).size).toBe(PASSENGERS)
}, 240_000)
