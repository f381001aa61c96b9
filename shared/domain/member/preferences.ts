import { LIMITS, type Profile, type ProfileFields, type ProfileLayer } from './member.ts'
import { isAfter, type Stamp } from './order.ts'

/**
 * Preferences among a profile's layers. Each is a field of its own, by name; `null` instead of them all clears every earlier
 * one.
 */
type Preferences = ProfileFields['preferences']

export function preferencesIn(layers: readonly ProfileLayer[]): Pick<Profile, 'preferences'> {
  const all = layers.flatMap(({ fields }) => Object.entries(fields.preferences ?? {}))
  const held = all.filter((each): each is [string, string] => each[1] !== null)
  return held.length > 0 ? { preferences: Object.fromEntries(held) } : {}
}

/** The preferences of an event that no later event has set. */
export function wonPreferences(layers: readonly ProfileLayer[], stamp: Stamp, said: Preferences): Preferences {
  const cleared = layers.find(({ fields }) => fields.preferences === null)
  if (said === undefined || (cleared && !isAfter(stamp, cleared))) return undefined
  if (said === null) return null
  const won = Object.entries(said).filter(([name]) => {
    const holder = layers.find(({ fields }) => fields.preferences && Object.hasOwn(fields.preferences, name))
    return !holder || isAfter(stamp, holder)
  })
  return won.length > 0 ? Object.fromEntries(won) : undefined
}

/** The rest of a layer after an event has taken over some, or cleared all. */
export function leftPreferences(layer: ProfileLayer, stamp: Stamp, won: Preferences): Preferences {
  const { preferences } = layer.fields
  if (won === undefined || preferences === undefined) return preferences
  if (won === null) return isAfter(stamp, layer) ? undefined : preferences
  if (preferences === null) return null
  const left = Object.entries(preferences).filter(([name]) => !Object.hasOwn(won, name))
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

/** Keeps those that were set last. */
export function boundedPreferences(newestFirst: readonly ProfileLayer[]): ProfileLayer[] {
  let room: number = LIMITS.preferences
  return newestFirst.map((layer) => {
    const { preferences, ...fields } = layer.fields
    if (!preferences) return layer
    const kept = Object.entries(preferences).slice(0, room)
    room -= kept.length
    return { ...layer, fields: { ...fields, ...(kept.length > 0 && { preferences: Object.fromEntries(kept) }) } }
  })
}
