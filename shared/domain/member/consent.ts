import type { Purpose } from '../../contract/index.ts'
import { joinedAt } from './joins.ts'
import type { Consent, Member, Profile, ProfileLayer } from './member.ts'

type Layers = readonly ProfileLayer[]

/** Of whom consent is asked: what was said of each card, and since when the cards are one person's. */
type Person = Pick<Member, 'memberId' | 'layers' | 'joins'>

/** A word on consent: said of a card, by the person itself or by a copy of their profile. */
export interface ConsentWord {
  eventId: string
  card: string
  at: number
  granted: boolean
  by: 'person' | 'copy'
}

type ConsentField = 'consentEmail' | 'saidEmail' | 'saidService'

/** Under which fields of a profile it is kept what was said of a channel. */
interface ConsentFields {
  /** To marketing, as a copy of the profile has it; and that a later one says nothing of it any more. */
  told: ConsentField
  cleared: 'clearedEmail'
  /** As the person said by itself, of marketing and of service. */
  said: ConsentField
  service: ConsentField
}

/** E-mail's have names of their own: it was there first. */
const EMAIL: ConsentFields = {
  told: 'consentEmail',
  cleared: 'clearedEmail',
  said: 'saidEmail',
  service: 'saidService',
}

/** The fields of a consent by its name. Which names there are the rulebook says, and no type: to types they are e-mail's. */
export function consentFields(name: string): ConsentFields {
  if (name === 'email') return EMAIL
  const fields = {
    told: `consent:${name}`,
    cleared: `cleared:${name}`,
    said: `said:${name}`,
    service: `service:${name}`,
  }
  return fields as unknown as ConsentFields
}

const OTHERS = /^(?:consent|cleared|said|service):(.+)$/

export function isConsentField(field: string): boolean {
  return (Object.values(EMAIL) as string[]).includes(field) || OTHERS.test(field)
}

/** Whether it is said of a card, and stays with it when cards become one person's: the stricter word of two counts. */
export function isWordOfCard(field: string): boolean {
  return field === PROFILING || isConsentField(field)
}

const PROFILING = 'profiling'

/**
 * Whether the person lets scores be worked out of them, by the last word of each of their cards: who objected for one of them has
 * objected, and only a word of that card takes it back. It may stand in a copy of another card's profile that knows nothing of it.
 */
export function standingProfiling({ layers }: Pick<Person, 'layers'>): Pick<Profile, 'profiling'> {
  const words = layers.map(({ fields: { profiling } }) => profiling).filter((word) => typeof word === 'boolean')
  return words.length === 0 ? {} : { profiling: words.every((word) => word) }
}

/** The names beside e-mail's of which anything was ever said. */
function namesIn(layers: Layers): string[] {
  const names = layers.flatMap(({ fields }) => Object.keys(fields).flatMap((field) => OTHERS.exec(field)?.[1] ?? []))
  return [...new Set(names)].sort()
}

/**
 * Who agreed to what. Two kinds of word count: what the person said by itself (`consent.changed`: a link, an app, a call), and
 * what a copy of their profile carries along. Each card's last words are kept apart, for good. Whether they come to a yes does not
 * depend on the order in which they, and merges of cards, were heard of: somebody agrees who said yes, and whose every no was
 * undone. Each channel and each purpose for itself.
 */
export function standingConsent(person: Person): Pick<Profile, 'consentEmail' | 'serviceEmail' | 'consents'> {
  const { marketing, service } = consentIn(person, EMAIL)
  const others = namesIn(person.layers).map((name) => [name, consentIn(person, consentFields(name))] as const)
  const known = others.filter(([, consent]) => Object.keys(consent).length > 0)
  return {
    ...(marketing !== undefined && { consentEmail: marketing }),
    ...(service !== undefined && { serviceEmail: service }),
    ...(known.length > 0 && { consents: Object.fromEntries(known) }),
  }
}

/** What was said of a channel and a purpose, the last word of each card and kind, and what it comes to. */
export function consentSaid(person: Person, channel: string, purpose: Purpose) {
  const words = wordsOn(person, consentFields(channel))[purpose]
  return { words: words.toSorted((a, b) => b.at - a.at), standing: standing(words, person) }
}

function wordsOn(person: Person, fields: ConsentFields): Record<Purpose, ConsentWord[]> {
  const copied = wordsIn(person, fields.told, 'copy').filter((word) => !isCleared(word, fields, person))
  return {
    marketing: [...wordsIn(person, fields.said, 'person'), ...copied],
    service: wordsIn(person, fields.service, 'person'),
  }
}

function consentIn(person: Person, fields: ConsentFields): Consent {
  const words = wordsOn(person, fields)
  const marketing = standing(words.marketing, person)
  const service = standing(words.service, person)
  return { ...(marketing !== undefined && { marketing }), ...(service !== undefined && { service }) }
}

function standing(words: readonly ConsentWord[], person: Person): boolean | undefined {
  const refused = words.filter(({ granted }) => !granted)
  const agreed = words.filter(({ granted }) => granted)
  if (refused.some((no) => !agreed.some((yes) => undoes(yes, no, person)))) return false
  return agreed.length > 0 ? true : undefined
}

/**
 * A later yes undoes a no of the same card. That of another card only if the cards were one person's by then: else it is the
 * stricter of two that counts. A copy may withdraw, and gives back only what the same card's copy withdrew: it is dated when it is
 * put, which may be long after it was true.
 */
function undoes(yes: ConsentWord, no: ConsentWord, { joins }: Person): boolean {
  if (yes.at <= no.at) return false
  if (yes.by === 'copy') return no.by === 'copy' && no.card === yes.card
  return yes.at > joinedAt(joins, no.card, yes.card)
}

/** A copy that says nothing of consent any more takes back the yes that it had; a no it cannot undo. */
function isCleared({ card, at, granted }: ConsentWord, { cleared }: ConsentFields, person: Person): boolean {
  const layer = person.layers.find(({ fields, card: of = person.memberId }) => fields[cleared] && of === card)
  return granted && layer !== undefined && layer.at >= at
}

function wordsIn({ memberId, layers }: Person, field: ConsentField, by: ConsentWord['by']): ConsentWord[] {
  return layers.flatMap(({ card = memberId, at, eventId, fields }) => {
    const granted = fields[field]
    return granted === undefined ? [] : [{ eventId, card, at, granted, by }]
  })
}

/** Whether the person has agreed by itself since, to either purpose: then they can be reached again. */
export function hasAgreedSince(layers: Layers, name: string, at: number): boolean {
  const { said, service } = consentFields(name)
  return layers.some((layer) => layer.at > at && [said, service].some((field) => layer.fields[field] === true))
}
