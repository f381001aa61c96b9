import type { Cap, QuietHours } from '../../../shared/domain/rulebook/rulebook.ts'
import type { Played } from '../machine/play.ts'
import { type Processed, processedIn } from './processed.ts'
import type { Check } from './promise.ts'

/** 5. No email is claimed inside the member's quiet hours, or over a frequency cap. */
export const notNow: Check = (played) => [...atNight(played), ...tooMany(played)]

/** A function decides by the instant at which it was called, and its clock may be off by a little. */
const CLOCKS_DIFFER_MS = 10_000

function atNight(played: Played): string[] {
  return played.witness.mails.flatMap(({ mail, claim, at, seq }) => {
    const { settings, campaign } = rulesOf(played, mail.tags)
    const quiet = campaign?.guardrails.quietHours ?? settings.quietHours
    if (!quiet || quiet === 'none') return []
    const { seq: claimedSeq, at: claimedAt } = claim ?? { seq, at }
    const zones = zonesOf(played, mail.tags.member!, claimedSeq, settings.zone)
    const instants = [claimedAt - CLOCKS_DIFFER_MS, claimedAt, claimedAt + CLOCKS_DIFFER_MS]
    const certain = zones.every((zone) => instants.every((instant) => isWithin(quiet, timeOfDay(instant, zone))))
    return certain
      ? [
          `mail "${mail.subject}" of ${campaign?.id} to ${mail.tags.member} at night: ${new Date(claimedAt).toISOString()} in ${zones}`,
        ]
      : []
  })
}

function rulesOf({ witness }: Played, { campaign: id, rulebook }: Record<string, string>) {
  const { settings, campaigns } = witness.rulebooks.get(rulebook!)!
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

/** Mails that SES took, counted by card: claims are not fewer. */
function tooMany(played: Played): string[] {
  const { mails } = played.witness
  return mails.flatMap(({ mail, claim, at }, i) => {
    const { settings, campaign } = rulesOf(played, mail.tags)
    if (campaign?.class !== 'marketing') return []
    const claimedAt = claim?.at ?? at
    const before = mails.slice(0, i).filter((other) => {
      const isMarketing = rulesOf(played, other.mail.tags).campaign?.class === 'marketing'
      return isMarketing && other.mail.tags.member === mail.tags.member && other.mail.tags.action !== mail.tags.action
    })
    const count = ({ window }: Cap) =>
      before.filter((other) => (other.claim?.at ?? other.at) > claimedAt - window + CLOCKS_DIFFER_MS).length
    const broken = [...campaign.guardrails.caps, ...settings.caps].find((cap) => count(cap) >= cap.atMost)
    return broken
      ? [
          `mail "${mail.subject}" of ${campaign.id} to ${mail.tags.member} is more than ${broken.atMost} in ${broken.window / 3_600_000} hours`,
        ]
      : []
  })
}
