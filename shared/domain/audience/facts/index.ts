import { booking } from './bookings/booking.ts'
import { bookings } from './bookings/bookings.ts'
import { lastBooking } from './bookings/last-booking.ts'
import { usualCompanions } from './bookings/usual-companions.ts'
import { usualLeadDays } from './bookings/usual-lead-days.ts'
import { complaintSatisfaction } from './complaints/complaint-satisfaction.ts'
import { complaints } from './complaints/complaints.ts'
import { lastComplaint } from './complaints/last-complaint.ts'
import { lastComplaintOutcome } from './complaints/last-complaint-outcome.ts'
import { openComplaint } from './complaints/open-complaint.ts'
import { disruptions } from './disruptions/disruptions.ts'
import { lastDisruption } from './disruptions/last-disruption.ts'
import { worstDelayMinutes } from './disruptions/worst-delay-minutes.ts'
import { distanceKm } from './flights/distance-km.ts'
import { flights } from './flights/flights.ts'
import { flightsSinceOpening } from './flights/flights-since-opening.ts'
import { lastFlight } from './flights/last-flight.ts'
import { mostFlownCabin } from './flights/most-flown-cabin.ts'
import { mostFlownRoute } from './flights/most-flown-route.ts'
import { spend } from './flights/spend.ts'
import { usualWeekday } from './flights/usual-weekday.ts'
import { lastMail } from './mails/last-mail.ts'
import { lastMessage } from './mails/last-message.ts'
import { age } from './profile/age.ts'
import { averageDiscount } from './profile/average-discount.ts'
import { birthDate } from './profile/birth-date.ts'
import { birthday } from './profile/birthday.ts'
import { companyId } from './profile/company-id.ts'
import { consent } from './profile/consent.ts'
import { enrolledOn } from './profile/enrolled-on.ts'
import { gender } from './profile/gender.ts'
import { hasEmail } from './profile/has-email.ts'
import { homeAirport } from './profile/home-airport.ts'
import { locale } from './profile/locale.ts'
import { memberAnniversary } from './profile/member-anniversary.ts'
import { memberFor } from './profile/member-for.ts'
import { preference } from './profile/preference.ts'
import { serviceMail } from './profile/service-mail.ts'
import { tier } from './profile/tier.ts'
import { timeZone } from './profile/time-zone.ts'
import { compensations } from './received/compensations.ts'
import { offers } from './received/offers.ts'
import { alive } from './scores/alive.ts'
import { churnRisk } from './scores/churn-risk.ts'
import { companyClass } from './scores/company-class.ts'
import { earnedTier } from './scores/earned-tier.ts'
import { expectedFlights } from './scores/expected-flights.ts'
import { flightsToTier } from './scores/flights-to-tier.ts'
import { lifetimeValue } from './scores/lifetime-value.ts'
import { losesTier } from './scores/loses-tier.ts'
import { tierScore } from './scores/tier-score.ts'
import { upgradePropensity } from './scores/upgrade-propensity.ts'
import { valueGroup } from './scores/value-group.ts'
import { lowestTopic } from './surveys/lowest-topic.ts'
import { nps } from './surveys/nps.ts'
import { surveyRating } from './surveys/survey-rating.ts'
import type { Fact } from './types.ts'

export type { Bound, Fact, Family, Param, Words } from './types.ts'

/** Every fact a condition can ask for, by name, in the order of the docs. A new fact is a file, and its name here. */
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
  serviceMail,
  averageDiscount,

  flights,
  flightsSinceOpening,
  distanceKm,
  spend,
  lastFlight,
  mostFlownRoute,
  mostFlownCabin,
  usualWeekday,

  bookings,
  booking,
  lastBooking,
  usualLeadDays,
  usualCompanions,

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
  lowestTopic,

  offers,
  compensations,

  lastMail,
  lastMessage,

  churnRisk,
  alive,
  expectedFlights,
  lifetimeValue,
  tierScore,
  earnedTier,
  flightsToTier,
  losesTier,
  companyClass,
  valueGroup,
  upgradePropensity,
} satisfies Record<string, Fact>

export type FactName = keyof typeof registry

export const facts: Readonly<Record<string, Fact>> = registry
