import type { Cause } from '../member/member.ts'

/**
 * What is news of a flight: that it is cancelled, or that it is late by more than another band of minutes. An estimate that
 * grows by a minute is none.
 */
export function newsOf({ fields }: Cause, bands: readonly number[]): string {
  const { kind, arrivalDelayMinutes, departureDelayMinutes } = fields
  if (kind !== 'delay') return String(kind)
  const late = Number(arrivalDelayMinutes ?? departureDelayMinutes ?? 0)
  return `delay-${bands.findLast((band) => band <= late) ?? 0}`
}
