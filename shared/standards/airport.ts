import { type Named, quoted, tidy } from './named.ts'

/** An airport by its IATA code. ICAO codes are not known here. */
export function readAirport(text: string): Named {
  const code = tidy(text)
  if (/^[A-Z]{3}$/.test(code)) return { ok: true, name: code }
  const hint = /^[A-Z]{4}$/.test(code) ? 'this looks like an ICAO code: write the IATA code, PEK for ZBAA' : undefined
  return { ok: false, message: `${quoted(text)} is not an IATA airport code such as PEK`, ...(hint && { hint }) }
}

/** A route in one direction. */
export function readRoute(text: string): Named {
  const [from, to, ...more] = tidy(text)
    .split('-')
    .map((each) => readAirport(each))
  if (!from || !to || more.length > 0) return { ok: false, message: `${quoted(text)} is not a route such as PEK-SHA` }
  if (!from.ok) return from
  return !to.ok ? to : { ok: true, name: `${from.name}-${to.name}` }
}
