import { Temporal } from 'temporal-polyfill'
import { type Named, quoted } from './named.ts'
import { nearest } from './nearest.ts'
import { remembered } from './remembered.ts'
import { ZONE_ABBREVIATIONS, ZONE_LINKS, ZONE_PLACES } from './zone-links.ts'

const links = new Map(
  ZONE_LINKS.trim()
    .split('\n')
    .flatMap((line) => {
      const [name, ...others] = line.trim().split(' ') as [string, ...string[]]
      return [name, ...others].map((each) => [each.toLowerCase(), name] as const)
    }),
)

const AREAS = 'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific'
const PLACE = new RegExp(`^(?:UTC|(?:${AREAS})/.+)$`)
const LIKE = 'write an area and a place, such as Asia/Shanghai'

/**
 * An IANA time zone by the name it has today: `Asia/Kolkata`, also where it is written `asia/calcutta`. Taken is what
 * Temporal takes, which all times here are worked out by; refused is what would mislead: an abbreviation (`CST` is
 * Shanghai or Chicago), an offset (no summer time), `Etc/GMT+8` (eight hours *behind*).
 */
export const readZone = remembered((text: string): Named => {
  const written = text.normalize('NFKC').trim()
  const abbreviation = written.toUpperCase()
  if (Object.hasOwn(ZONE_ABBREVIATIONS, abbreviation))
    return {
      ok: false,
      message: `${quoted(text)} is an abbreviation`,
      hint: `did you mean ${ZONE_ABBREVIATIONS[abbreviation]}?`,
    }
  const name = asTemporalHasIt(links.get(written.toLowerCase()) ?? written)
  if (name && PLACE.test(name)) return { ok: true, name }
  return { ok: false, message: `no time zone is called ${quoted(text)}`, hint: hintFor(written) }
})

/** As far as it can be used: a zone that was taken before there was {@link readZone}. */
export function zoneTakenBefore(text: string): string | undefined {
  const read = readZone(text)
  if (read.ok) return read.name
  return asTemporalHasIt(text) ?? asTemporalHasIt(ZONE_ABBREVIATIONS[text.toUpperCase()] ?? '')
}

function asTemporalHasIt(zone: string): string | undefined {
  if (!/^[\w/+-]{1,64}$/.test(zone)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return undefined
  }
}

function hintFor(text: string): string {
  const [, etc, sign, hours] = /^(Etc\/)?(?:UTC|GMT)?([+-])(\d{1,2})/i.exec(text) ?? []
  if (etc) return `it is ${hours} hours ${sign === '+' ? 'behind' : 'ahead of'} UTC, and has no summer time: ${LIKE}`
  if (sign) return `an offset has no summer time: ${LIKE}`
  const place = placeOf(text.replace(/ standard time$/i, ''))
  const zone =
    places().get(place) ?? nearest(text, places().values()) ?? places().get(nearest(place, places().keys()) ?? '')
  return zone ? `did you mean ${zone}?` : LIKE
}

function placeOf(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll(' ', '_').toLowerCase()
}

let known: Map<string, string> | undefined

/** Zones by their places, in small letters. */
function places(): Map<string, string> {
  known ??= new Map([
    ...Intl.supportedValuesOf('timeZone').map(
      (each) => [placeOf(each), links.get(each.toLowerCase()) ?? each] as const,
    ),
    ...Object.entries(ZONE_PLACES).map(([place, zone]) => [place.toLowerCase(), zone] as const),
  ])
  return known
}
