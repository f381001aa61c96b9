import type { Profile, ProfileFields, ProfileLayer } from './member.ts'
import type { Stamp } from './order.ts'

type Layers = readonly ProfileLayer[]

/**
 * Who agreed to what. Two kinds of word count: what the person said by itself (`consent.changed`: a link, an app, a call), and
 * what a copy of their profile carries along. A copy may withdraw, but it never undoes what the person said: it may be older
 * than it looks.
 */
export function standingConsent(layers: Layers): Pick<Profile, 'consentEmail' | 'serviceEmail'> {
  const marketing = marketingConsent(layers)
  const service = layerOf(layers, 'saidService')?.fields.saidService
  return {
    ...(marketing !== undefined && { consentEmail: marketing }),
    ...(service !== undefined && { serviceEmail: service }),
  }
}

function marketingConsent(layers: Layers): boolean | undefined {
  const said = layerOf(layers, 'saidEmail')
  const told = layerOf(layers, 'consentEmail')
  if (!said) return told?.fields.consentEmail ?? undefined
  const isWithdrawnSince = told?.fields.consentEmail === false && told.at >= said.at
  return said.fields.saidEmail === true && !isWithdrawnSince
}

function layerOf(layers: Layers, field: keyof ProfileLayer['fields']): ProfileLayer | undefined {
  return layers.find(({ fields }) => fields[field] !== undefined)
}

/**
 * What one of a person's cards refused when they were merged, dated by the merge: so it stands against whatever another card
 * had said before, though it is heard of later, and against nothing that the person says since. As firm as it was said, by
 * the person or by a copy of their profile.
 */
export function stricterConsents(one: Layers, other: Layers, merged: Stamp): (Stamp & { fields: ProfileFields })[] {
  const marketing = [one, other].map((layers) => ({ layers, standing: marketingConsent(layers) }))
  const service = [one, other].map((layers) => ({ layers, standing: standingConsent(layers).serviceEmail }))
  const fields = [...refusedAmong(marketing, ['saidEmail', 'consentEmail']), ...refusedAmong(service, ['saidService'])]
  return fields.map((field) => ({ ...merged, fields: { [field]: false } }))
}

type Consented = 'saidEmail' | 'consentEmail' | 'saidService'

/** The word by which one of the cards refuses, the person's own first. */
function refusedAmong(
  cards: readonly { layers: Layers; standing: boolean | undefined }[],
  fields: readonly Consented[],
): Consented[] {
  const refusing = cards.filter(({ standing }) => standing === false)
  const said = fields.find((field) => refusing.some(({ layers }) => layerOf(layers, field)?.fields[field] === false))
  return said ? [said] : []
}
