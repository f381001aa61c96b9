import type { Profile, ProfileFields, ProfileLayer } from './member.ts'
import { isAfter, type Stamp } from './order.ts'

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
 * Where one card of a person agrees to what another refuses, the refusal, dated so that it stands: as firm as it was said, by
 * the person or by a copy of their profile.
 */
export function stricterConsents(one: Layers, other: Layers): (Stamp & { fields: ProfileFields })[] {
  const marketing = [one, other].map((layers) => ({ layers, standing: marketingConsent(layers) }))
  const service = [one, other].map((layers) => ({ layers, standing: standingConsent(layers).serviceEmail }))
  return [...refusalAmong(marketing, ['saidEmail', 'consentEmail']), ...refusalAmong(service, ['saidService'])]
}

type Consented = 'saidEmail' | 'consentEmail' | 'saidService'

function refusalAmong(
  cards: readonly { layers: Layers; standing: boolean | undefined }[],
  fields: readonly Consented[],
): (Stamp & { fields: ProfileFields })[] {
  const refuses = cards.find(({ standing }) => standing === false)
  if (!refuses || !cards.some(({ standing }) => standing === true)) return []
  const words = cards.flatMap(({ layers }) => fields.flatMap((field) => layerOf(layers, field) ?? []))
  const { at, eventId } = words.reduce((last, word) => (isAfter(word, last) ? word : last))
  const field = fields.find((each) => layerOf(refuses.layers, each)?.fields[each] === false)
  return field ? [{ at, eventId, fields: { [field]: false } }] : []
}
