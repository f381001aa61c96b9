import type { Cap, QuietHours } from '../../../shared/domain/rulebook/rulebook.ts'
import type { Played } from '../machine/play.ts'
import { type Processed, processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import { type Sent, sentIn } from './sent.ts'

/** 5. No email or message is claimed inside the member's quiet hours, or over a frequency cap. */
export const notNow: Check = (played) => [...atNight(played), ...tooMany(played)]

/** A function decides by the instant at which it was called, and its clock may be off by a little. */
const CLOCKS_DIFFER_MS = 10_000

function atNight(played: Played): string[] {
  return sentIn(played).flatMap(({ about, memberId, claim, channel, ...sent }) => {
    const { settings, campaign } = rulesOf(played, sent)
    const quiet = campaign?.guardrails.quietHours ?? settings.channels[channel]?.quietHours ?? settings.quietHours
    if (!quiet || quiet === 'none') return []
    const { seq: claimedSeq, at: claimedAt } = claim
    const zones = zonesOf(played, memberId, claimedSeq, settings.zone)
    const instants = [claimedAt - CLOCKS_DIFFER_MS, claimedAt, claimedAt + CLOCKS_DIFFER_MS]
    const certain = zones.every((zone) => instants.every((instant) => isWithin(quiet, timeOfDay(instant, zone))))
    return certain ? [`${about} at night: ${new Date(claimedAt).toISOString()} in ${zones}`] : []
  })
}

function rulesOf({ witness }: Played, { campaign: id, rulebook }: Pick<Sent, 'campaign' | 'rulebook'>) {
  const { settings, campaigns } = witness.rulebooks.get(rulebook)!
  return { settings, campaign: campaigns.find((each) => each.id === id) }
}

function timeOfDay(instant: number, zone: string): number {
  const [hour, minute] = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(instant)
    .split(':')
  return Number(hour) * 60 + Number(minute)
}

function isWithin({ from, to }: QuietHours, minutes: number): boolean {
  return from < to ? from <= minutes && minutes < to : minutes >= from || minutes < to
}

/** Where the member may be as far as the claim could know: what is being processed counts and does not count. */
function zonesOf(played: Played, memberId: string, seq: number, airline: string): string[] {
  const all = processedIn(played)
  const merged = all.filter(
    ({ type, memberId: into, takenAt }) => type === 'member.absorbed' && into === memberId && takenAt < seq,
  )
  const cards = [memberId, ...merged.map(({ detail }) => String(detail.absorbedId))]
  const said = all.filter(
    (each) => cards.includes(each.memberId) && each.takenAt < seq && each.detail.timeZone !== undefined,
  )
  const certain = said.filter(({ doneAt, memberId: card }) => doneAt < seq && card === memberId).sort(byInstant)
  const last = certain.at(-1)
  const others = said.filter(
    (each) => each !== last && (last === undefined || byInstant(each, last) > 0 || each.memberId !== memberId),
  )
  return [last ? String(last.detail.timeZone) : airline, ...others.map(({ detail }) => String(detail.timeZone))]
}

const byInstant = (a: Processed, b: Processed) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1)

/** What was sent to the member and to the cards that they had absorbed: claims are not fewer. */
function tooMany(played: Played): string[] {
  const all = sentIn(played)
  const railsOf = (sent: Sent) => rulesOf(played, sent).campaign!.guardrails
  return all.flatMap((each) => {
    if (railsOf(each).bypassesCaps) return []
    const { about, memberId, action, claim, channel, at } = each
    const cards = [memberId, ...absorbedBy(played, memberId, claim.seq)]
    const others = all.filter(
      (other) =>
        railsOf(other).countsTowardCaps &&
        other.claim.seq < claim.seq &&
        cards.includes(other.memberId) &&
        other.action !== action,
    )
    const isOf = (cap: Cap, of: string) => cap.channel === 'any' || cap.channel === of
    const caps = [...railsOf(each).caps, ...capsInForce(played, claim.at)].filter((cap) => isOf(cap, channel))
    const count = (cap: Cap) =>
      others.filter((other) => isOf(cap, other.channel) && other.claim.at > claim.at - cap.window + CLOCKS_DIFFER_MS)
        .length
    const broken = caps.find((cap) => count(cap) >= cap.atMost)
    const when = new Date(at).toISOString()
    return broken ? [`${about} at ${when} is more than ${broken.atMost} in ${broken.window / 3_600_000} hours`] : []
  })
}

function absorbedBy(played: Played, memberId: string, seq: number): string[] {
  return processedIn(played)
    .filter(({ type, memberId: into, doneAt }) => type === 'member.absorbed' && into === memberId && doneAt < seq)
    .map(({ detail }) => String(detail.absorbedId))
}

/** Over all campaigns the live rulebook's caps hold; where it changed a moment before, either may. */
function capsInForce({ witness }: Played, at: number): readonly Cap[] {
  const before = witness.worlds.findLast((world) => world.at < at - CLOCKS_DIFFER_MS)
  const since = witness.worlds.filter((world) => world.at >= at - CLOCKS_DIFFER_MS && world.at <= at + CLOCKS_DIFFER_MS)
  if (since.some(({ rulebook }) => rulebook !== before?.rulebook)) return []
  return witness.rulebooks.get(before?.rulebook ?? '')?.settings.caps ?? []
}
