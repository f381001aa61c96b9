import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'

/** Zones on both sides of Greenwich, so that it is night for somebody at any time. */
const ZONES = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']

/** Members enrol, mostly with consent; some profiles are told in pieces and out of order. */
export function people(author: Author, chance: Chance): void {
  for (const memberId of author.members) {
    const enrolled = author.instant(0, 0.15)
    author.event('member.enrolled', memberId, enrolled, {
      givenName: 'Mei',
      email: addressOf(chance.is(0.15) ? author.members[0]! : memberId),
      locale: 'en',
      birthDate: `1990-${String(chance.between(1, 12)).padStart(2, '0')}-15`,
      tier: chance.pick(['gold', 'silver']),
      ...(chance.is(0.85) && { timeZone: chance.pick(ZONES) }),
      ...(chance.is(0.85) && { consent: { email: chance.is(0.95) } }),
    })
    if (chance.is(0.3)) author.event('member.updated', memberId, author.instant(0, 1), update(memberId, chance))
  }
}

/** Families and assistants share one. */
function addressOf(memberId: string): string {
  return `${memberId.toLowerCase()}@example.com`
}

function update(memberId: string, chance: Chance): Record<string, unknown> {
  return chance.pick([
    { tier: 'platinum' },
    { timeZone: chance.pick(ZONES) },
    { email: `${memberId.toLowerCase()}-new@example.com` },
    { familyName: 'Chen', consent: { email: chance.is(0.5) } },
  ])
}
