import type { Basis, Cabin, Purpose } from '../../contract/index.ts'
import { assistanceTo, statutoryOf } from '../campaign/owed-to-member.ts'
import { knownOf, troubleNow } from '../member/disrupted.ts'
import { parseLeg } from '../member/legs.ts'
import type { Cause, Granted, Journey, Member, OfferNote } from '../member/member.ts'
import { profileOf } from '../member/profile.ts'
import type { Settings } from '../rulebook/rulebook.ts'
import { fitName, nameOf } from './name.ts'

/**
 * Everything a template may use. A group that does not apply is absent: `{% if offer %}` asks for it. Within a group every
 * field is present (`''` or `null` if not known), because a missing one is an error, not a blank.
 */
export interface MessageData {
  /** How dates and numbers are written, BCP 47. */
  locale: string
  /** The member's IANA zone, in which dates are shown. */
  zone: string
  member: {
    /** How to address the member; `''` if no name is suitable. */
    name: string
    /** `''` if it is not suitable for an email: `name.ts` decides. */
    givenName: string
    familyName: string
    tier: string
    homeAirport: string
  }
  /** The airline's own words, from `wingback.yaml`. */
  airline: Readonly<Record<string, string>>
  /** `class`: what the email is for, `marketing` or `service`. */
  campaign: { id: string; name: string; class: Purpose }
  complaint?: { id: string; category: string; severity: number | null }
  /**
   * The flight that the journey is about: flown, disrupted, complained about. Without times, because airports' zones are not
   * known here.
   */
  flight?: { number: string; from: string; to: string } | undefined
  /** `careDue`, `refundRight`: what any law that covers the flight gives besides money, as far as known now. */
  disruption?: {
    kind: string
    delayMinutes: number | null
    rights: Rights
    careDue: boolean
    refundRight: boolean
  }
  /**
   * Granted by this journey, in the ledger: never only promised. Miles, or minor units of `currency`. `basis` is `statutory`
   * (by `law` and `paragraphs`) or `goodwill`.
   */
  compensation?:
    | {
        kind: 'miles' | 'voucher' | 'cash'
        amount: number
        currency: string
        basis: Basis
        law: string
        paragraphs: string
      }
    | undefined
  /** What the law owed for the same flight and was granted before: goodwill is added to it. */
  statutory?: { amount: number; currency: string }
  offer?: { cabin: Cabin; expiresAt: number; acceptUrl: string; declineUrl: string }
  unsubscribeUrl: string
}

/** The law that most likely protects a passenger of a carrier with this licence. */
export type Rights = 'EU261' | 'UK261' | 'CN' | 'US-DOT' | 'other'

const RIGHTS: Readonly<Record<string, Rights>> = { EU: 'EU261', UK: 'UK261', CN: 'CN', US: 'US-DOT' }

/** The links of one mail, made by `links.ts`. */
export interface MailLinks {
  unsubscribeUrl: string
  offer?: { acceptUrl: string; declineUrl: string }
}

/** The template's data for a member and the journey of the email. */
export function messageDataOf(from: {
  member: Member
  journey: Pick<Journey, 'cause' | 'granted' | 'offerId'>
  campaign: { id: string; name: string; class: Purpose }
  settings: Pick<Settings, 'airline' | 'zone' | 'law' | 'flightSuffix'>
  /** Of the chosen template. */
  templateLocale: string
  links: MailLinks
  /** An offer that has expired by then is not mentioned. */
  now: number
}): MessageData {
  const { member, journey, links, now } = from
  const profile = profileOf(member)
  const offer = offerOf(member, journey)
  const open = offer && offer.expiresAt > now ? offer : undefined
  return {
    locale: formattingLocale(profile.locale, from.templateLocale),
    zone: profile.timeZone ?? from.settings.zone,
    member: {
      name: nameOf(profile),
      givenName: fitName(profile.givenName),
      familyName: fitName(profile.familyName),
      tier: member.standing?.tier ?? profile.tier ?? '',
      homeAirport: profile.homeAirport ?? '',
    },
    airline: from.settings.airline,
    campaign: { id: from.campaign.id, name: from.campaign.name, class: from.campaign.class },
    ...groupsOf(member, journey.cause, from.settings),
    ...(journey.granted && { compensation: compensationOf(journey.granted) }),
    ...(open && links.offer && { offer: { cabin: open.cabin, expiresAt: open.expiresAt, ...links.offer } }),
    unsubscribeUrl: links.unsubscribeUrl,
  }
}

function offerOf({ offers }: Member, { offerId }: Pick<Journey, 'offerId'>): OfferNote | undefined {
  return offers.find((each) => each.offerId === offerId)
}

/** Whether the journey's offer has expired, so that its announcement comes too late. */
export function isTooLate(member: Member, journey: Pick<Journey, 'offerId'>, now: number): boolean {
  return (offerOf(member, journey)?.expiresAt ?? Number.POSITIVE_INFINITY) <= now
}

function compensationOf({ kind, amount, currency = '', law }: Granted): MessageData['compensation'] {
  const rests = { basis: law ? ('statutory' as const) : ('goodwill' as const), law: law?.regime ?? '' }
  return { kind, amount, currency, ...rests, paragraphs: law?.source ?? '' }
}

function groupsOf(
  member: Member,
  cause: Cause,
  settings: Pick<Settings, 'law' | 'flightSuffix'>,
): Pick<MessageData, 'complaint' | 'flight' | 'disruption' | 'statutory'> {
  const { severity, category, kind, arrivalDelayMinutes, departureDelayMinutes, carrierLicence } = cause.fields
  const { law } = settings
  const flight = cause.leg === undefined ? undefined : flightOfLeg(cause.leg)
  const account = cause.leg === undefined ? undefined : knownOf(cause.leg, member, settings)
  const known = account && troubleNow(account)
  const statutory = cause.leg === undefined ? [] : statutoryOf(member, cause.leg, settings)
  const happened = known?.kind ?? (cause.type === 'member.disrupted' ? text(kind) : '')
  return {
    ...(cause.complaintId !== undefined && {
      complaint: { id: cause.complaintId, category: text(category), severity: number(severity) },
    }),
    ...(flight && { flight }),
    ...(happened && {
      disruption: {
        kind: happened,
        delayMinutes: known?.delayMinutes ?? number(arrivalDelayMinutes ?? departureDelayMinutes),
        rights: rightsOf(known?.carrierLicence ?? text(carrierLicence)),
        ...(law && cause.leg !== undefined ? assistanceTo(member, cause.leg, { ...settings, law }) : NO_ASSISTANCE),
      },
    }),
    ...(statutory.length > 0 && {
      statutory: {
        amount: statutory.reduce((sum, each) => sum + each.amount, 0),
        currency: statutory[0]!.currency ?? '',
      },
    }),
  }
}

const NO_ASSISTANCE = { careDue: false, refundRight: false }

function text(field: Cause['fields'][string] | undefined): string {
  return typeof field === 'string' ? field : ''
}

function number(field: Cause['fields'][string] | undefined): number | null {
  return typeof field === 'number' ? field : null
}

/** The route matters too, which is why templates word it carefully. */
function rightsOf(carrierLicence: string): Rights {
  return RIGHTS[carrierLicence] ?? 'other'
}

/** `CA1501:PEK-SHA:2026-10-01` → number and route. */
export function flightOfLeg(leg: string): { number: string; from: string; to: string } | undefined {
  const parsed = parseLeg(leg)
  return parsed && { number: parsed.number, from: parsed.from, to: parsed.to }
}

/** The member's own way to write dates and numbers, if the template is in the member's language. */
export function formattingLocale(memberLocale: string | undefined, templateLocale: string): string {
  return memberLocale && languageOf(memberLocale) === languageOf(templateLocale) ? memberLocale : templateLocale
}

export function languageOf(locale: string): string {
  return locale.split('-')[0]!.toLowerCase()
}
