import type { Consent, Profile, ProfileFields, ProfileLayer } from './member.ts'
import type { Stamp } from './order.ts'

type Layers = readonly ProfileLayer[]

type ConsentField = 'consentEmail' | 'saidEmail' | 'saidService'

/** Under which fields of a profile it is kept what was said of a channel. */
interface ConsentFields {
  /** To marketing, as a copy of the profile has it. */
  told: ConsentField
  /** As the person said by itself, of marketing and of service. */
  said: ConsentField
  service: ConsentField
}

/** E-mail's have names of their own: it was there first. */
const EMAIL: ConsentFields = { told: 'consentEmail', said: 'saidEmail', service: 'saidService' }

/** The fields of a consent by its name. Which names there are the rulebook says, and no type: to types they are e-mail's. */
export function consentFields(name: string): ConsentFields {
  if (name === 'email') return EMAIL
  const fields = { told: `consent:${name}`, said: `said:${name}`, service: `service:${name}` }
  return fields as unknown as ConsentFields
}

const OTHERS = /^(?:consent|said|service):(.+)$/

export function isConsentField(field: string): boolean {
  return (Object.values(EMAIL) as string[]).includes(field) || OTHERS.test(field)
}

/** The names beside e-mail's of which anything was ever said. */
function namesIn(layers: Layers): string[] {
  const names = layers.flatMap(({ fields }) => Object.keys(fields).flatMap((field) => OTHERS.exec(field)?.[1] ?? []))
  return [...new Set(names)].sort()
}

/**
 * Who agreed to what. Two kinds of word count: what the person said by itself (`consent.changed`: a link, an app, a call), and
 * what a copy of their profile carries along. A copy may withdraw, but it never undoes what the person said: it may be older
 * than it looks.
 */
export function standingConsent(layers: Layers): Pick<Profile, 'consentEmail' | 'serviceEmail' | 'consents'> {
  const { marketing, service } = consentIn(layers, EMAIL)
  const others = namesIn(layers).map((name) => [name, consentIn(layers, consentFields(name))] as const)
  const known = others.filter(([, consent]) => Object.keys(consent).length > 0)
  return {
    ...(marketing !== undefined && { consentEmail: marketing }),
    ...(service !== undefined && { serviceEmail: service }),
    ...(known.length > 0 && { consents: Object.fromEntries(known) }),
  }
}

function consentIn(layers: Layers, fields: ConsentFields): Consent {
  const marketing = marketingIn(layers, fields)
  const service = answerIn(layers, fields.service)
  return { ...(marketing !== undefined && { marketing }), ...(service !== undefined && { service }) }
}

function marketingIn(layers: Layers, fields: ConsentFields): boolean | undefined {
  const said = layerOf(layers, fields.said)
  const told = layerOf(layers, fields.told)
  if (!said) return answerIn(layers, fields.told)
  const isWithdrawnSince = told?.fields[fields.told] === false && told.at >= said.at
  return said.fields[fields.said] === true && !isWithdrawnSince
}

/** Whether the person has agreed by itself since, to either purpose: then they can be reached again. */
export function hasAgreedSince(layers: Layers, name: string, at: number): boolean {
  const { said, service } = consentFields(name)
  return [said, service].some((field) => {
    const layer = layerOf(layers, field)
    return layer?.fields[field] === true && layer.at > at
  })
}

function layerOf(layers: Layers, field: ConsentField): ProfileLayer | undefined {
  return layers.find(({ fields }) => fields[field] !== undefined)
}

function answerIn(layers: Layers, field: ConsentField): boolean | undefined {
  const value = layerOf(layers, field)?.fields[field]
  return typeof value === 'boolean' ? value : undefined
}

/**
 * What one of a person's cards refused when they were merged, dated by the merge: so it stands against whatever another card
 * had said before, though it is heard of later, and against nothing that the person says since. As firm as it was said, by
 * the person or by a copy of their profile. Each channel and each purpose for itself.
 */
export function stricterConsents(one: Layers, other: Layers, merged: Stamp): (Stamp & { fields: ProfileFields })[] {
  const names = new Set(['email', ...namesIn(one), ...namesIn(other)])
  const refused = [...names].flatMap((name) => {
    const fields = consentFields(name)
    const marketing = [one, other].filter((layers) => marketingIn(layers, fields) === false)
    const service = [one, other].filter((layers) => answerIn(layers, fields.service) === false)
    return [...firmest(marketing, [fields.said, fields.told]), ...firmest(service, [fields.service])]
  })
  return refused.map((field) => ({ ...merged, fields: { [field]: false } }))
}

/** The word by which one of the refusing cards refuses, the person's own first. */
function firmest(refusing: readonly Layers[], fields: readonly ConsentField[]): ConsentField[] {
  const word = fields.find((field) => refusing.some((layers) => answerIn(layers, field) === false))
  return word ? [word] : []
}
