import { LIMITS, type Profile, type ProfileFields, type ProfileLayer } from './member.ts'
import { isAfter, type Stamp } from './order.ts'

/**
 * Preferences among a profile's layers. Each is a field of its own, by its name; `null` in the place of them all clears what
 * was told of any before it.
 */
type Preferences = ProfileFields['preferences']

export function preferencesIn(layers: readonly ProfileLayer[]): Pick<Profile, 'preferences'> {
  const all = layers.flatMap(({ fields }) => Object.entries(fields.preferences ?? {}))
  const held = all.filter((each): each is [string, string] => each[1] !== null)
  return held.length > 0 ? { preferences: Object.fromEntries(held) } : {}
}

/** What an event says of preferences that nothing later has spoken of. */
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

/** What stays of a layer's when an event has won some, or has cleared them all. */
export function leftPreferences(layer: ProfileLayer, stamp: Stamp, won: Preferences): Preferences {
  const { preferences } = layer.fields
  if (won === undefined || preferences === undefined) return preferences
  if (won === null) return isAfter(stamp, layer) ? undefined : preferences
  if (preferences === null) return null
  const left = Object.entries(preferences).filter(([name]) => !Object.hasOwn(won, name))
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

/** Those spoken of last are kept. */
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
