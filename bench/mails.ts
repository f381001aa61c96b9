import { fileURLToPath } from 'node:url'
import type { BusLine } from '../cli/replay/entry.ts'
import { readRulebookFolder } from '../cli/rulebook/read.ts'
import { templateBuilder } from '../shared/app/templates/build.ts'
import { packBundle } from '../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../shared/domain/rulebook/rulebook.ts'
import { entry } from './data.ts'

/** The example rulebook, and one campaign that answers every event of the load with one mail. No other campaign of it answers them. */
const CAMPAIGN = `
campaign: bench
name: One mail for each of these complaints
class: service
trigger: { event: complaint.filed, where: { event: { category: bench } } }
audience: { hasEmail: true }
guardrails: { quietHours: none, oncePer: complaint, whileCaseOpen: true }
steps:
  - email: we-are-sorry
`

const ANSWERS_TOO = /^campaigns\/first-complaint\./

export async function benchRulebook(): Promise<{ rulebook: Rulebook; bundle: Uint8Array }> {
  const { files: example } = await readRulebookFolder(fileURLToPath(new URL('../campaigns', import.meta.url)))
  const files = Object.fromEntries(Object.entries(example).filter(([path]) => !ANSWERS_TOO.test(path)))
  files['campaigns/bench.yaml'] = CAMPAIGN
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(`the bench's rulebook is not valid: ${JSON.stringify(loaded.problems)}`)
  return { rulebook: loaded.rulebook, bundle: packBundle(loaded.bundle) }
}

/** Noon in Shanghai: nobody's quiet hours, nobody's birthday. */
export const NOON = Date.parse('2026-10-15T04:00:00Z')

const MINUTE = 60_000

/** Made-up members as an airline has them: every one with an address, consent and the flights of two years. */
export function enrolments(count: number): BusLine[] {
  return Array.from({ length: count }, (_, i) =>
    entry('airline.ffp', 'member.enrolled', {
      id: `enrolled-${i}`,
      occurredAt: new Date(NOON - 60 * MINUTE).toISOString(),
      memberId: memberId(i),
      givenName: '超',
      familyName: '刘',
      email: `member${i}@example.com`,
      locale: i % 3 === 0 ? 'en' : 'zh-CN',
      timeZone: 'Asia/Shanghai',
      homeAirport: 'CAN',
      birthDate: `19${60 + (i % 40)}-04-20`,
      enrolledOn: '2019-06-04',
      consent: { email: true },
      preferences: { seat: 'window', meal: 'standard' },
      opening: {
        asOf: '2026-09-30',
        flights: 1 + (i % 40),
        distanceKm: 1800 * (1 + (i % 40)),
        spend: { amount: 950.5 * (1 + (i % 40)), currency: 'CNY' },
        firstFlightOn: '2024-10-09',
        lastFlightOn: '2026-09-12',
        averageDiscount: 0.72,
        cabins: { F: 0, C: i % 2, W: 0, Y: (i % 40) + 1 - (i % 2) },
      },
    }),
  )
}

/** A complaint of each of so many members, each of which ends in one mail. */
export function complaints(from: number, to: number): BusLine[] {
  return Array.from({ length: to - from }, (_, i) =>
    entry('airline.crm', 'complaint.filed', {
      id: `complaint.filed-${from + i}`,
      occurredAt: new Date(NOON - MINUTE).toISOString(),
      memberId: memberId(from + i),
      complaintId: `CMP-${from + i}`,
      category: 'bench',
      severity: 1,
      channel: 'app',
    }),
  )
}

/** A booking of each of so many members. */
export function bookings(from: number, to: number): BusLine[] {
  return Array.from({ length: to - from }, (_, i) =>
    entry('airline.reservations', 'booking.created', {
      id: `booking.created-${from + i}`,
      occurredAt: new Date(NOON - MINUTE).toISOString(),
      memberId: memberId(from + i),
      pnr: `B${String(from + i).padStart(5, '0')}`,
      flights: [
        {
          ...{ carrier: 'XW', flightNumber: '1001', from: 'CAN', to: 'PEK', cabin: 'Y' },
          departsAt: new Date(NOON + 90 * 24 * 60 * MINUTE).toISOString(),
        },
      ],
      fare: { amount: 1200, currency: 'CNY' },
    }),
  )
}

function memberId(i: number): string {
  return `CA${String(i).padStart(9, '0')}`
}
