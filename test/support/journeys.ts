import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, enrolled } from './events.ts'
import { type Life, lifeOf } from './life.ts'
import { rulebookOf } from './rulebook.ts'

/** Members on their way through campaigns, told in a few words. */

export const start = '2026-06-01T04:00:00Z'
export const later = (ms: number) => new Date(at(start) + ms).toISOString()

/** A member who can be written to, under these campaigns. */
export async function begin(...campaigns: string[]): Promise<Life> {
  return arrive(await rulebookOf({ campaigns }))
}

export function arrive(rulebook: Rulebook, profile: Record<string, unknown> = {}): Life {
  const life = lifeOf(rulebook)
  life.tell(enrolled(profile))
  return life
}

export const complain = (life: Life, occurredAt = start, complaintId = 'C1', now?: string) =>
  life.hear('complaint.filed', occurredAt, { complaintId, category: 'baggage', severity: 3 }, now)
export const segment = {
  carrier: 'CA',
  flightNumber: '1501',
  from: 'PEK',
  to: 'SHA',
  departsAt: '2026-12-01T00:00:00Z',
  cabin: 'Y',
}
export const book = (life: Life, occurredAt: string, pnr = 'AAAAAA', now?: string) =>
  life.hear('booking.created', occurredAt, { pnr, flights: [segment] }, now)
export const kinds = (life: Life) => life.actions.map(({ kind }) => kind)
export const templates = (life: Life) =>
  life.actions.filter(({ handovers }) => handovers === 1).map(({ plan }) => plan.kind === 'email' && plan.template)
export const journey = (life: Life) => life.member.journeys[0]!

export const apology = (more: string) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
${more}`
