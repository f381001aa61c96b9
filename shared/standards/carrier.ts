import { CARRIERS } from './carrier-table.ts'
import { type Named, quoted, tidy } from './named.ts'

/** Of an IATA code one at least is a letter. */
const IATA = /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])$/
const ICAO = /^[A-Z]{3}$/

/** An airline by its IATA code: `CA`, also where it is written `ca`, `ＣＡ` or, by its ICAO designator, `CCA`. */
export function readCarrier(text: string): Named {
  const code = tidy(text)
  if (IATA.test(code)) return { ok: true, name: code }
  const iata = CARRIERS.get(code)
  if (iata !== undefined) return { ok: true, name: iata }
  return ICAO.test(code)
    ? {
        ok: false,
        message: `${quoted(text)} is not a known ICAO designator`,
        hint: 'write the IATA code, such as CA',
      }
    : { ok: false, message: `${quoted(text)} is not an airline code such as CA` }
}
