import type { Basis, Cabin, Purpose } from '../../contract/index.ts'
import { assistanceTo, statutoryOf } from '../campaign/owed-to-member.ts'
import { knownOf, troubleNow } from '../member/disrupted.ts'
import { parseLeg } from '../member/legs.ts'
import type { Cause, Granted, Journey, Member, OfferNote } from '../member/member.ts'
import { profileOf } from '../member/profile.ts'
import type { Settings } from '../rulebook/rulebook.ts'
import { fitName, nameOf } from './name.ts'

/**
 * Everything a template may use. A group that does not apply is absent, and `{% if offer %}` asks for it; within a
 * group every field is there (`''` or `null` where it is not known), because a missing one is an error and not a blank.
 */
export interface MessageData {
  /** How dates and numbers are written, BCP 47. */
  locale: string
  /** The member's IANA zone: what dates are shown in. */
  zone: string
  member: {
    /** How to address the member; `''` where no name is fit for it. */
    name: string
    /** `''` where it is not fit to stand in a mail: `name.ts` says what is. */
    givenName: string
    familyName: string
    tier: string
    homeAirport: string
  }
  /** The airline's own words, from `wingback.yaml`. */
  airline: Readonly<Record<string, string>>
  /** `class`: what the mail is for, `marketing` or `service`. */
  campaign: { id: string; name: string; class: Purpose }
  complaint?: { id: string; category: string; severity: number | null }
  /** The flight the journey is about: flown, disrupted, complained of. Without times: airports' zones are not known here. */
  flight?: { number: string; from: string; to: string } | undefined
  /** `careDue`, `refundRight`: what any law that covers the flight gives besides money, by what is known of it now. */
  disruption?: {
    kind: string
    delayMinutes: number | null
    rights: Rights
    careDue: boolean
    refundRight: boolean
  }
  /**
   * Granted by this journey, in the ledger: never a promise. Miles, or minor units of `currency`. `basis` is what it rests
   * on: `statutory`, by `law` and `paragraphs`, or `goodwill`.
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
  /** What the law owed for the same flight and was granted before: goodwill comes on top of it. */
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

/** What a template is given about a member and the journey its mail belongs to. */
export function messageDataOf(from: {
  member: Member
  journey: Pick<Journey, 'cause' | 'granted' | 'offerId'>
  campaign: { id: string; name: string; class: Purpose }
  settings: Pick<Settings, 'airline' | 'zone' | 'law' | 'flightSuffix'>
  /** Of the template that was chosen. */
  templateLocale: string
  links: MailLinks
  /** An offer that has expired by then is not mentioned any more. */
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
      tier: profile.tier ?? '',
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

/** What would tell of the journey's offer comes too late. */
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
  const { severity, category, kind, arrivalDelayMinutes, carrierLicence } = cause.fields
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
        delayMinutes: known?.delayMinutes ?? number(arrivalDelayMinutes),
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

/** Where somebody flew from and to matters too, which is why templates speak of it with care. */
function rightsOf(carrierLicence: string): Rights {
  return RIGHTS[carrierLicence] ?? 'other'
}

/** `CA1501:PEK-SHA:2026-10-01` → number and route. */
export function flightOfLeg(leg: string): { number: string; from: string; to: string } | undefined {
  const parsed = parseLeg(leg)
  return parsed && { number: parsed.number, from: parsed.from, to: parsed.to }
}

/** The member's own way to write dates and numbers, where the template speaks the member's language. */
export function formattingLocale(memberLocale: string | undefined, templateLocale: string): string {
  return memberLocale && languageOf(memberLocale) === languageOf(templateLocale) ? memberLocale : templateLocale
}

export function languageOf(locale: string): string {
  return locale.split('-')[0]!.toLowerCase()
}
