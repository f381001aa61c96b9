import type { Member, Profile, ProfileLayer } from './member.ts'
import { isAfter, type Stamp } from './order.ts'

const merged = new WeakMap<ProfileLayer[], Profile>()

/** The profile as it stands: each field as the latest event that set it said. */
export function profileOf(member: Member): Profile {
  // Most have one layer: nothing was said after the enrolment.
  if (member.layers.length === 1) return member.layers[0]!.fields
  let profile = merged.get(member.layers)
  if (!profile) {
    profile = Object.assign({}, ...member.layers.map((layer) => layer.fields)) as Profile
    merged.set(member.layers, profile)
  }
  return profile
}

/**
 * Sets fields as of an event. A field belongs to the latest event that set it; a withdrawal of consent wins a tie.
 * Gives the layers anew: their fields disjoint, none empty, newest first.
 */
export function setProfile(layers: readonly ProfileLayer[], stamp: Stamp, fields: Profile): ProfileLayer[] {
  const won: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const holder = layers.find((layer) => Object.hasOwn(layer.fields, field))
    if (!holder || wins(field, value, stamp, holder)) won[field] = value
  }
  if (Object.keys(won).length === 0) return [...layers]
  const others = layers.map((layer) => ({ ...layer, fields: without(layer.fields, won) }))
  return [...others, { ...stamp, fields: won as Profile }]
    .filter((layer) => Object.keys(layer.fields).length > 0)
    .sort((a, b) => (isAfter(a, b) ? -1 : 1))
}

function wins(field: string, value: unknown, stamp: Stamp, holder: ProfileLayer): boolean {
  if (field === 'consentEmail' && stamp.at === holder.at && value !== holder.fields.consentEmail) return value === false
  return isAfter(stamp, holder)
}

function without(fields: Profile, taken: Record<string, unknown>): Profile {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !Object.hasOwn(taken, field))) as Profile
}
