import { isWordOfCard, standingConsent, standingProfiling } from './consent.ts'
import type { Join } from './joins.ts'
import type { Member, Profile, ProfileFields, ProfileLayer } from './member.ts'
import { isAfter, newestFirst, type Stamp } from './order.ts'
import { boundedPreferences, leftPreferences, preferencesIn, wonPreferences } from './preferences.ts'

type Known = Pick<Member, 'memberId' | 'layers' | 'joins'>

const merged = new WeakMap<readonly ProfileLayer[], { joins: readonly Join[]; profile: Profile }>()

/** The current profile: each field as the latest event about it says, without cleared ones. */
export function profileOf(member: Known): Profile {
  const { layers, joins } = member
  const before = merged.get(layers)
  if (before?.joins === joins) return before.profile
  const profile = mergedProfile(member)
  merged.set(layers, { joins, profile })
  return profile
}

/** Whether a member objects to scores (`profiling: false`): then none is worked out of them. */
export function objectsToScores(member: Known): boolean {
  return profileOf(member).profiling === false
}

function mergedProfile(member: Known): Profile {
  const told = member.layers.flatMap(({ fields: { preferences, ...plain } }) =>
    Object.entries(plain).filter(([field, value]) => value !== null && !isWordOfCard(field)),
  )
  return {
    ...(Object.fromEntries(told) as Profile),
    ...preferencesIn(member.layers),
    ...standingConsent(member),
    ...standingProfiling(member),
  }
}

/**
 * Sets the fields of an event, or clears them (`null`). A field belongs to the latest event about it; at a tie, a withdrawal
 * of consent wins. Returns new layers: disjoint fields, none empty, newest first.
 *
 * @param card another card it was said of: statements on consent and on scores stay with it
 */
export function setProfile(
  layers: readonly ProfileLayer[],
  stamp: Stamp,
  said: ProfileFields,
  card?: string,
): ProfileLayer[] {
  const {
    own = [],
    ofCard = [],
    ofOthers = [],
  } = Object.groupBy(layers, (layer) => {
    if (layer.card === undefined) return 'own'
    return layer.card === card ? 'ofCard' : 'ofOthers'
  })
  if (card === undefined) return [...setFields(own, stamp, said), ...ofOthers].sort(newestFirst)
  const { words = [], fields = [] } = Object.groupBy(Object.entries(said), ([field]) =>
    isWordOfCard(field) ? 'words' : 'fields',
  )
  const set = setFields(ofCard, stamp, Object.fromEntries(words)).map((layer) => ({ ...layer, card }))
  return [...setFields(own, stamp, Object.fromEntries(fields)), ...set, ...ofOthers].sort(newestFirst)
}

function setFields(layers: readonly ProfileLayer[], stamp: Stamp, said: ProfileFields): ProfileLayer[] {
  const { preferences, ...plain } = said
  const told = Object.entries(plain).filter(
    ([field, value]) => value !== undefined && wins(field, value, stamp, layers),
  )
  const won: ProfileFields = Object.fromEntries(told)
  const wonThem = wonPreferences(layers, stamp, preferences)
  if (wonThem !== undefined) won.preferences = wonThem
  if (Object.keys(won).length === 0) return [...layers]
  const others = layers.map((layer) => ({ ...layer, fields: without(layer, stamp, won) }))
  const all = [...others, { ...stamp, fields: won }].sort((a, b) => (isAfter(a, b) ? -1 : 1))
  return boundedPreferences(all).filter(({ fields }) => Object.keys(fields).length > 0)
}

function wins(field: string, value: unknown, stamp: Stamp, layers: readonly ProfileLayer[]): boolean {
  const holder = layers.find(({ fields }) => Object.hasOwn(fields, field))
  if (!holder) return true
  const withdraws = [value, holder.fields[field as keyof ProfileFields]].map((each) => each === false)
  const isTie = isWordOfCard(field) && stamp.at === holder.at && withdraws[0] !== withdraws[1]
  return isTie ? value === false : isAfter(stamp, holder)
}

/** A layer's fields without those an event has taken over. */
function without(layer: ProfileLayer, stamp: Stamp, won: ProfileFields): ProfileFields {
  const { preferences: _, ...plain } = layer.fields
  const left = Object.entries(plain).filter(([field]) => !Object.hasOwn(won, field))
  const preferences = leftPreferences(layer, stamp, won.preferences)
  return { ...Object.fromEntries(left), ...(preferences !== undefined && { preferences }) }
}
