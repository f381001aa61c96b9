import { readCarrier } from './carrier.ts'
import { type Named, quoted, tidy } from './named.ts'

/** A flight's number as the bus brings it, in its parts: `CA0974D` is `CA`, `974`, `D`. */
export interface FlightNumber {
  /** Only where the airline's code stands before it. */
  carrier?: string
  number: string
  /** The operational suffix: tells two flights of one number and day apart. */
  suffix: string
}

const FORM = /^([A-Z]{3}|[A-Z]{2}|[A-Z]\d|\d[A-Z])??[ -]*0*([1-9]\d{0,3}) ?([A-Z]?)$/

export function partsOf(text: string): FlightNumber | undefined {
  const [, code, number, suffix] = FORM.exec(tidy(text)) ?? []
  if (number === undefined || suffix === undefined) return undefined
  if (code === undefined) return { number, suffix }
  const carrier = readCarrier(code)
  return carrier.ok ? { carrier: carrier.name, number, suffix } : undefined
}

/** `974D`: without the zeros before it and, where it says the same as `carrier`, without the airline's code. */
export function readFlightNumber(text: string, carrier?: string): Named {
  const parts = partsOf(text)
  if (!parts) {
    const message = `${quoted(text)} is not a flight number such as 1501 or 974D`
    return { ok: false, message, hint: 'one to four digits, and a letter where the flight has an operational suffix' }
  }
  const { number, suffix } = parts
  if (parts.carrier === undefined || parts.carrier === carrier) return { ok: true, name: `${number}${suffix}` }
  return carrier === undefined
    ? { ok: false, message: `${quoted(text)} has an airline before the number`, hint: `write "${number}${suffix}"` }
    : {
        ok: false,
        message: `${quoted(text)} is a flight of ${parts.carrier}, and the carrier is ${carrier}`,
        hint: 'both are those of the airline that operates the flight',
      }
}
