import { HOUR } from '../calendar.ts'
import type { DisruptedFlight } from '../law/disruption.ts'
import type { Finding } from '../law/finding.ts'
import { LICENCES } from '../law/incident.ts'
import { wordsOf } from '../member/account.ts'
import { isCancelled, said } from '../member/disrupted.ts'
import type { Answers } from '../member/disrupted-leg.ts'
import type { Question } from '../member/unread.ts'
import { happenedOn } from './happened.ts'
import { isGone, MAY_TURN, mayBeLate, type Reported, TOLD_WITHIN, type Way } from './way.ts'

/** Minutes: later than any law asks about. */
export const LATEST = 24 * 60
/** A flight that is put on again later than this comes so late that as much is owed: it is cancelled for good. */
const CANCELLED_FOR_GOOD_AFTER = 3 * HOUR

export interface Open {
  flight: Reported
  what: Finding
  until: number
}

/** What may still turn out otherwise, or is not known yet. */
export function openOn(way: Way, now: number): Open[] {
  return way.reported.flatMap((flight) => [
    ...unreadOn(flight),
    ...(isGone(flight) ? openOnGone(flight, now) : openOnLate(flight, way)),
  ])
}

function unreadOn(flight: Reported): Open[] {
  const { unread, account } = flight
  if (unread.length === 0) return []
  const until = (said(account.words).departsAt ?? 0) + TOLD_WITHIN
  return [{ flight, until, what: { is: 'unread', questions: unread.join() } }]
}

function openOnGone(flight: Reported, now: number): Open[] {
  const { account, instead, confirmed } = flight
  const { departsAt = 0, reroute } = said(account.words)
  const open: Open[] = []
  if (account.troubles.cancellation && confirmed === undefined)
    open.push({ flight, until: departsAt + TOLD_WITHIN, what: { is: 'confirmationUnknown' } })
  // Whoever was given another flight is not on this one, whatever becomes of it.
  if (reroute) return open
  if (instead && instead.laterMin === undefined) {
    const until = instead.lastDepartsAt + TOLD_WITHIN
    return [...open, { flight, until, what: { is: 'insteadUnknown' } }]
  }
  const until = departsAt + CANCELLED_FOR_GOOD_AFTER
  if (!instead && isCancelled(account) && now < until) open.push({ flight, until, what: { is: 'mayBePutOn' } })
  return open
}

function openOnLate(flight: Reported, { arrival, wasOnBoard }: Way): Open[] {
  if (!mayBeLate(flight)) return []
  const until = (said(flight.account.words).departsAt ?? 0) + TOLD_WITHIN
  if (arrival === undefined) return [{ flight, until, what: { is: 'arrivalUnknown' } }]
  if (wasOnBoard || flight.boarded) return []
  return [{ flight, until, what: { is: 'boardingUnknown' } }]
}

/** A field of the flight is unreadable: it may be corrected, and after the wait a person has to look. */
export function isUnread({ flight }: Open): boolean {
  return flight.unread.length > 0
}

/** What will stay whatever is told of what is open. */
export function certainOn(way: Way, open: readonly Open[]): DisruptedFlight[] {
  return way.reported.flatMap((flight) => {
    if (flight.unread.length > 0) return []
    const happened = happenedOn({ ...way, reported: [flight] }, way.arrival)
    return open.some((each) => each.flight === flight) ? happened.filter(({ kind }) => !MAY_TURN.has(kind)) : happened
  })
}

/** What happened, assuming that unreadable fields say the worst for the carrier. Several, if it is not known which answer is the worst. */
export function supposedOn(way: Way): Way[] {
  const isLicenceUnread = way.reported.some(({ unread }) => unread.includes('carrierLicence'))
  const licences = isLicenceUnread ? LICENCES : [undefined]
  return licences.map((carrierLicence) => ({
    ...way,
    reported: way.reported.map((flight) => supposing(flight, { departureDelay: LATEST, carrierLicence })),
  }))
}

function supposing(flight: Reported, answers: { [Q in Question]?: Answers[Q] | undefined }): Reported {
  const unread = Object.entries(answers).filter(([question]) => flight.unread.includes(question as Question))
  const words = wordsOf(Object.fromEntries(unread), { at: 0, eventId: '' })
  return { ...flight, account: { ...flight.account, words: { ...flight.account.words, ...words } } }
}
