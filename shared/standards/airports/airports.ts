import { AIRPORTS } from './table.ts'

export interface Airport {
  /** ISO 3166 alpha-2, of the territory: RE for Réunion, PR for Puerto Rico, HK for Hong Kong. */
  country: string
  /** The IANA zone that airline times are written in. */
  zone: string
  latitude: number
  longitude: number
}

const known = new Map<string, Airport | undefined>()

/** An airport by its IATA code, or undefined. */
export function airportOf(code: string): Airport | undefined {
  if (!known.has(code)) known.set(code, find(code))
  return known.get(code)
}

/**
 * A flight names two airports: looking for them takes a hundredth of the time that reading all 8,000 would. Only codes
 * have capital letters, so that none is found in the digits of others.
 */
function find(code: string): Airport | undefined {
  if (!/^[A-Z]{3}$/.test(code)) return undefined
  for (const [group, list] of Object.entries(AIRPORTS)) {
    const at = list.indexOf(code)
    if (at < 0) continue
    const [country = '', zone = ''] = group.split(' ')
    return { country, zone, latitude: degrees(list, at + 3, -90), longitude: degrees(list, at + 7, -180) }
  }
  return undefined
}

/** What a degree is written with. No capital letter, so that no code is found among digits. */
export const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz-._~!*()'

/** Ten-thousandths of a degree, four digits to the base 44: the table is part of every function that knows flights. */
function degrees(list: string, at: number, least: number): number {
  let number = 0
  for (const digit of list.slice(at, at + 4)) number = number * DIGITS.length + DIGITS.indexOf(digit)
  return (number + least * 10_000) / 10_000
}

/** The mean radius of the earth (IUGG), km. */
const RADIUS_KM = 6371.0088

/** The great circle between two airports, km, by the haversine formula. */
export function greatCircleKm(from: Airport, to: Airport): number {
  const a =
    haversine(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * haversine(to.longitude - from.longitude)
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)))
}

function haversine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
