import { DAY } from '../calendar.ts'
import type { DisruptedFlight } from '../law/disruption.ts'
import { said } from '../member/disrupted.ts'
import type { Reroute, Trouble } from '../member/disrupted-leg.ts'
import { parseLeg } from '../member/legs.ts'
import { isAfter } from '../member/order.ts'
import type { LawSettings } from '../rulebook/rulebook.ts'
import { arrivedLate, isGone, MAY_TURN, mayBeLate, type Reported, type Way } from './way.ts'

/**
 * What happened on the flights, as the law asks, if the passenger arrived so late. `off`: the flights that they were given
 * instead arrived so many minutes later than can be told.
 */
export function happenedOn(
  { reported, law, legs }: Pick<Way, 'reported' | 'law' | 'legs'>,
  arrival?: number,
  off: -1 | 0 | 1 = 0,
): DisruptedFlight[] {
  return reported.flatMap((flight) => {
    const { leg, account } = flight
    const { from, to, date } = parseLeg(leg)!
    const words = said(account.words)
    const reroute = words.reroute ?? rerouteBy(flight, off)
    const about = {
      from,
      to,
      day: date,
      extraordinary: words.extraordinary ?? isExtraordinary(words.cause, law),
      carrierLicence: words.carrierLicence ?? law.licence,
      ...(reroute && { reroute }),
    }
    const own = legs > 1 ? arrivedLate(flight) : undefined
    const late = {
      ...about,
      arrivalDelayMinutes: arrival,
      ...(own !== undefined && { ownDelayMinutes: own }),
      departureDelayMinutes: words.departureDelay,
    }
    return (Object.keys(account.troubles) as Trouble[]).flatMap((kind): DisruptedFlight[] => {
      if (!MAY_TURN.has(kind)) return [{ ...about, kind }]
      if (kind === 'cancellation' && isGone(flight))
        return flight.confirmed === false ? [] : [{ ...about, kind, ...noticeOf(flight) }]
      return mayBeLate(flight) ? [{ ...late, kind: kind === 'cancellation' ? 'delay' : kind }] : []
    })
  })
}

/** By the booking that was changed, where it is known how the flights in it compare. */
function rerouteBy({ instead }: Reported, off: number): Reroute | undefined {
  if (instead?.laterMin === undefined) return undefined
  const { departsEarlierMin, laterMin, marginMin } = instead
  return { departsEarlierMin, arrivesLaterMin: laterMin + off * marginMin }
}

function isExtraordinary(cause: string | undefined, { causes = {} }: LawSettings): boolean | undefined {
  const meaning = cause === undefined || !Object.hasOwn(causes, cause) ? undefined : causes[cause]
  return meaning && meaning === 'extraordinary'
}

/**
 * From when the passenger was told: as it was said, or when a mail or a message of ours about it reached them. Nobody can be
 * told that a flight is cancelled before it is: that bounds the notice where nobody says when they were told.
 */
function noticeOf({ account, toldAt: ours }: Reported): Pick<DisruptedFlight, 'noticeDays' | 'noticeDaysAtMost'> {
  const { troubles, words } = account
  const { departsAt = 0, noticeDays, toldAt } = said(words)
  const daysFrom = (instant: number) => Math.max(0, Math.floor((departsAt - instant) / DAY))
  const { at, word, eventId } = troubles.cancellation!
  const isAnother = words.reinstated && isAfter(words.reinstated, { at, eventId })
  const cancelledAt = isAnother ? (word?.at ?? at) : at
  const told = [...(toldAt === undefined ? [] : [toldAt]), ...ours.filter((each) => each >= cancelledAt)]
  const known = [...(noticeDays === undefined ? [] : [noticeDays]), ...told.map(daysFrom)]
  return {
    noticeDays: known.length === 0 ? undefined : Math.max(...known),
    noticeDaysAtMost: daysFrom(cancelledAt),
  }
}
