import type { Cabin } from '../../contract/index.ts'
import type { Calendar } from '../calendar.ts'
import { fareOf } from './bookings.ts'
import { disruptedOf } from './disrupted.ts'
import { isBooked } from './fold/bookings.ts'
import type { Complaint, Flown, Member, Profile } from './member.ts'
import { isMail } from './notes.ts'
import { profileOf } from './profile.ts'

/**
 * What airline events say of a member, for people and exports: the same whatever the order the events came in.
 * Rules read facts through the registry (domain/audience/facts); this is the plain listing.
 * Instants are ISO 8601, distances kilometres, money integer minor units by currency.
 */
export function factsOf(member: Member, now: number, calendar: Calendar) {
  const { consentEmail, serviceEmail, consents = {}, opening, ...profile } = profileOf(member)
  const booked = member.bookings.filter(isBooked)
  const complaints = member.complaints.filter((complaint) => complaint.filed)
  const nps = member.surveys.find((survey) => survey.nps !== undefined)?.nps
  return {
    ...profile,
    /** To marketing by e-mail (`null`: never asked); whether service mail may come; the same of other channels, by name. */
    consent: { email: consentEmail ?? null, service: serviceEmail ?? true, ...others(consents) },
    ...(opening && { opening }),
    /** Opening balances before it: the last of each month. */
    ...(member.balances.length > 0 && { earlierBalances: member.balances.map(({ told, ...balance }) => balance) }),
    ...(member.aliases.length > 0 && { aliases: [...member.aliases].sort() }),
    ...(member.mergedInto && { mergedInto: member.mergedInto }),
    ...(member.erasedAt && { erased: true }),
    /** All `flight.completed` that came here. Those up to the `asOf` of the opening balance are in it, too. */
    flown: flownOf(member),
    lastFlightAt: isoOf(member.flights[0]?.at),
    lastFlightOn: member.flights[0] ? calendar.dateOf(member.flights[0].at) : (opening?.lastFlightOn ?? null),
    routes: countBy(member.flights, (flight) => `${flight.from}-${flight.to}`),
    recentFlights: member.flights.map(describeFlight),
    bookings: booked
      .map(({ pnr, created, ...booking }) => ({
        pnr,
        bookedAt: isoOf(created.at),
        fare: fareOf({ pnr, created, ...booking }) ?? null,
        ...(created.travellers !== undefined && { travellers: created.travellers }),
        flights: created.flights.map(({ departsAt, arrivesAt, ...flight }) => ({
          ...flight,
          departsAt: isoOf(departsAt),
          ...(arrivesAt !== undefined && { arrivesAt: isoOf(arrivesAt) }),
        })),
      }))
      .sort((a, b) => (a.pnr < b.pnr ? -1 : 1)),
    upcomingFlights: booked.flatMap((booking) => booking.created.flights).filter((flight) => flight.departsAt > now)
      .length,
    cancelledBookings: member.bookings.filter((booking) => booking.cancelled && !isBooked(booking)).length,
    disruptions: disruptedOf(member).map(({ eventId, word, at, departsAt, ...disruption }) => ({
      at: isoOf(at),
      ...disruption,
      departsAt: isoOf(departsAt),
    })),
    boardings: member.boardings.map(({ at, eventId, ...boarding }) => ({ at: isoOf(at), ...boarding })),
    worstDelayMinutes: maxOf([
      ...member.flights.map((flight) => flight.delayMinutes),
      ...disruptedOf(member).map((disruption) => disruption.delayMinutes),
    ]),
    complaints: complaints.map(describeComplaint),
    openComplaints: complaints.filter((complaint) => !complaint.resolved).length,
    surveys: member.surveys.map(({ eventId, about, at, ...survey }) => ({ at: isoOf(at), ...survey })),
    nps: nps ?? null,
  }
}

function others(consents: NonNullable<Profile['consents']>) {
  return Object.fromEntries(
    Object.entries(consents).map(([name, { marketing = null, service = true }]) => [name, { marketing, service }]),
  )
}

export type Facts = ReturnType<typeof factsOf>

/** What Wingback did for and with a member: may depend on the order in which events came. */
export function wingbackOf(member: Member) {
  return {
    /** The tier by their flying, where the rulebook lets that decide. */
    ...(member.standing && {
      standing: {
        tier: member.standing.tier,
        since: isoOf(member.standing.since),
        until: isoOf(member.standing.until),
      },
    }),
    audiences: Object.fromEntries(Object.entries(member.audiences).map(([id, since]) => [id, isoOf(since)])),
    journeys: member.journeys.map(
      ({ campaign, key, enteredAt, pc, wakeAt, awaiting, heldOut, arms, goalAt, endedAt }) => ({
        campaign,
        key,
        enteredAt: isoOf(enteredAt),
        step: pc,
        waitsUntil: isoOf(wakeAt),
        awaits: awaiting ?? null,
        heldOut: heldOut ?? false,
        ...(arms && { arms }),
        goalReachedAt: isoOf(goalAt),
        endedAt: isoOf(endedAt),
      }),
    ),
    pending: member.pending.map(({ actionId, kind, campaign, state, decidedAt }) => ({
      actionId,
      kind,
      campaign,
      state,
      decidedAt: isoOf(decidedAt),
    })),
    mails: member.mails.filter(isMail).map(({ claimedAt, deliveredAt, openedAt, clickedAt, ...mail }) => ({
      ...mail,
      sentAt: isoOf(claimedAt),
      deliveredAt: isoOf(deliveredAt),
      openedAt: isoOf(openedAt),
      clickedAt: isoOf(clickedAt),
    })),
    /** Over channels of the airline's own: each as its gateway answered. */
    messages: member.mails
      .filter((each) => !isMail(each))
      .map(({ claimedAt, sentAt, deliveredAt, openedAt, repliedAt, failedAt, ...message }) => ({
        ...message,
        handedAt: isoOf(claimedAt),
        sentAt: isoOf(sentAt),
        deliveredAt: isoOf(deliveredAt),
        openedAt: isoOf(openedAt),
        repliedAt: isoOf(repliedAt),
        failedAt: isoOf(failedAt),
      })),
    offers: member.offers.map(({ issuedAt, expiresAt, acceptedAt, declinedAt, ...offer }) => ({
      ...offer,
      issuedAt: isoOf(issuedAt),
      expiresAt: isoOf(expiresAt),
      acceptedAt: isoOf(acceptedAt),
      declinedAt: isoOf(declinedAt),
    })),
    compensations: member.compensations.map(({ grantedAt, ...grant }) => ({ ...grant, grantedAt: isoOf(grantedAt) })),
    suppressions: member.suppressions.map(({ why, channel = 'email', at }) => ({ why, channel, at: isoOf(at) })),
  }
}

function flownOf(member: Member) {
  const total = {
    flights: 0,
    distanceKm: 0,
    spendMinor: {} as Record<string, number>,
    cabins: { F: 0, C: 0, W: 0, Y: 0 },
  }
  for (const month of member.flownByMonth) {
    total.flights += month.flights
    total.distanceKm += month.distanceKm
    for (const [currency, minor] of Object.entries(month.spendMinor)) spend(currency, minor)
    for (const cabin of Object.keys(month.cabins) as Cabin[]) total.cabins[cabin] += month.cabins[cabin]
  }
  for (const flight of member.flights) {
    total.flights += 1
    total.distanceKm += flight.distanceKm
    if (flight.fare) spend(flight.fare.currency, flight.fare.amountMinor)
    total.cabins[flight.cabin] += 1
  }
  return total

  function spend(currency: string, minor: number): void {
    total.spendMinor[currency] = (total.spendMinor[currency] ?? 0) + minor
  }
}

function describeFlight({ at, eventId, word, carrier, flightNumber, fare, ...flight }: Flown) {
  return { at: isoOf(at), flight: `${carrier}${flightNumber}`, ...flight, fare: fare ?? null }
}

function describeComplaint({ complaintId, filed, answered, resolved }: Complaint) {
  return {
    complaintId,
    filedAt: isoOf(filed?.at),
    category: filed?.category ?? null,
    severity: filed?.severity ?? null,
    ...(filed?.sorted && { sorted: filed.sorted }),
    leg: filed?.leg ?? null,
    answeredAt: isoOf(answered?.at),
    resolvedAt: isoOf(resolved?.at),
    outcome: resolved?.outcome ?? null,
    satisfaction: resolved?.satisfaction ?? null,
  }
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function maxOf(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined)
  return known.length > 0 ? Math.max(...known) : null
}

function isoOf(instant: number | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString()
}
