import type { Cause } from '../member/member.ts'

/**
 * What counts as news of a flight: a cancellation, or a delay in another band of minutes. An estimate that grows by a minute
 * is not news.
 */
export function newsOf({ fields }: Cause, bands: readonly number[]): string {
  const { kind, arrivalDelayMinutes, departureDelayMinutes } = fields
  if (kind !== 'delay') return String(kind)
  const late = Number(arrivalDelayMinutes ?? departureDelayMinutes ?? 0)
  return `delay-${bands.findLast((band) => band <= late) ?? 0}`
}
