import { booking } from './bookings/booking.ts'
import { bookings } from './bookings/bookings.ts'
import { lastBooking } from './bookings/lastBooking.ts'
import { complaintSatisfaction } from './complaints/complaintSatisfaction.ts'
import { complaints } from './complaints/complaints.ts'
import { lastComplaint } from './complaints/lastComplaint.ts'
import { lastComplaintOutcome } from './complaints/lastComplaintOutcome.ts'
import { openComplaint } from './complaints/openComplaint.ts'
import { disruptions } from './disruptions/disruptions.ts'
import { lastDisruption } from './disruptions/lastDisruption.ts'
import { worstDelayMinutes } from './disruptions/worstDelayMinutes.ts'
import { distanceKm } from './flights/distanceKm.ts'
import { flights } from './flights/flights.ts'
import { flightsSinceOpening } from './flights/flightsSinceOpening.ts'
import { lastFlight } from './flights/lastFlight.ts'
import { mostFlownCabin } from './flights/mostFlownCabin.ts'
import { mostFlownRoute } from './flights/mostFlownRoute.ts'
import { spend } from './flights/spend.ts'
import { lastMail } from './mails/lastMail.ts'
import { age } from './profile/age.ts'
import { averageDiscount } from './profile/averageDiscount.ts'
import { birthDate } from './profile/birthDate.ts'
import { birthday } from './profile/birthday.ts'
import { companyId } from './profile/companyId.ts'
import { consent } from './profile/consent.ts'
import { enrolledOn } from './profile/enrolledOn.ts'
import { gender } from './profile/gender.ts'
import { hasEmail } from './profile/hasEmail.ts'
import { homeAirport } from './profile/homeAirport.ts'
import { locale } from './profile/locale.ts'
import { memberAnniversary } from './profile/memberAnniversary.ts'
import { memberFor } from './profile/memberFor.ts'
import { preference } from './profile/preference.ts'
import { tier } from './profile/tier.ts'
import { timeZone } from './profile/timeZone.ts'
import { compensations } from './received/compensations.ts'
import { offers } from './received/offers.ts'
import { nps } from './surveys/nps.ts'
import { surveyRating } from './surveys/surveyRating.ts'
import type { Fact } from './types.ts'

export type { Bound, Fact, Family, Param, Words } from './types.ts'

/** Everything a condition can ask for, by name, in the order of the docs. A new fact: a file, and its name here. */
const registry = {
  tier,
  gender,
  locale,
  homeAirport,
  companyId,
  timeZone,
  preference,
  age,
  memberFor,
  birthday,
  memberAnniversary,
  birthDate,
  enrolledOn,
  hasEmail,
  consent,
  averageDiscount,

  flights,
  flightsSinceOpening,
  distanceKm,
  spend,
  lastFlight,
  mostFlownRoute,
  mostFlownCabin,

  bookings,
  booking,
  lastBooking,

  disruptions,
  worstDelayMinutes,
  lastDisruption,

  complaints,
  openComplaint,
  lastComplaint,
  lastComplaintOutcome,
  complaintSatisfaction,

  nps,
  surveyRating,

  offers,
  compensations,

  lastMail,
} satisfies Record<string, Fact>

export type FactName = keyof typeof registry

export const facts: Readonly<Record<string, Fact>> = registry
