import type { Fault } from '../../contract/index.ts'
import { readAirport } from '../../standards/airport.ts'
import { airportOf } from '../../standards/airports/airports.ts'
import { readCarrier } from '../../standards/carrier.ts'
import { readFlightNumber } from '../../standards/flight-number.ts'
import { instantOf } from '../../standards/local-time.ts'
import type { Named } from '../../standards/named.ts'
import { nearest } from '../../standards/nearest.ts'
import type { LegName } from '../legs/leg.ts'
import type { Cause, LegReport, Status, Times } from '../legs/report.ts'
import { meaningOf } from '../parts.ts'
import { amiss } from '../words.ts'
import { all, at, attribute, type Element, wordIn } from '../xml.ts'
import type { AidxMapping } from './mapping.ts'

/** What one FlightLeg says. What cannot be read of it is complained of, and nothing is said of the leg then. */
export type ReadLeg =
  | { ok: true; leg: Omit<LegReport, 'id' | 'at' | 'place'>; isIgnored: boolean }
  | { ok: false; fault: Fault }

export function readLeg(element: Element, place: string, mapping: AidxMapping): ReadLeg {
  const faults: Fault[] = []
  const name = readName(at(element, 'LegIdentifier'))
  const data = at(element, 'LegData')
  const code = latest(all(data, 'OperationalStatus'))
  const status = code === undefined ? undefined : meaningOf(mapping.statuses, code)
  if (code !== undefined && status === undefined) faults.push(unknownStatus(code))
  const departure = name && timesOf('departure', name)
  const arrival = name && timesOf('arrival', name)
  if (!name || !departure || !arrival || faults.length > 0) return { ok: false, fault: faults[0]! }
  const isIgnored = status === 'ignored'
  return {
    ok: true,
    isIgnored,
    leg: {
      name,
      status: isIgnored ? undefined : (status as Status | undefined),
      statusAt: instantIn('CNL', ['ACT'], name.from),
      departure,
      arrival,
      cause: causeIn(data),
      marketedAs: all(data, 'CodeShareInfo').flatMap(soldAs),
    },
  }

  function complain(fault: Fault): undefined {
    faults.push(fault)
  }

  function taken(where: string, written: string | undefined, read: (text: string) => Named): string | undefined {
    const path = `${place}/${where}`
    if (written === undefined) return complain(amiss('bad-field', path, 'fieldMissing', { field: where }))
    const name = read(written)
    if (name.ok) return name.name
    return complain({ code: 'bad-field', path, message: `${where}: ${name.message}`, hint: name.hint })
  }

  function readName(identifier: Element | undefined): LegName | undefined {
    const word = (field: string) => wordIn(at(identifier, field))
    const carrier = taken('Airline', word('Airline'), readCarrier)
    const suffix = word('OperationalSuffix') ?? ''
    const number = word('FlightNumber')
    const flightNumber = taken('FlightNumber', number && `${number}${suffix}`, (text) =>
      readFlightNumber(text, carrier),
    )
    const from = taken('DepartureAirport', word('DepartureAirport'), readAirport)
    const to = taken('ArrivalAirport', word('ArrivalAirport'), readAirport)
    const date = word('OriginDate')
    const isDate =
      date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) && instantOf(`${date}T00:00Z`, 'UTC') !== undefined
    if (!isDate)
      complain(
        amiss('bad-field', `${place}/OriginDate`, 'notADate', {
          field: 'OriginDate',
          said: date?.slice(0, 40) ?? '',
          like: '2026-10-01',
        }),
      )
    return carrier && flightNumber && from && to && isDate ? { carrier, flightNumber, from, to, date } : undefined
  }

  function timesOf(end: 'departure' | 'arrival', { from, to }: LegName): Times {
    const airport = end === 'departure' ? from : to
    const qualifiers = mapping[end] ?? [end === 'departure' ? 'OFB' : 'ONB']
    const time = (type: string) =>
      qualifiers.map((each) => instantIn(each, [type], airport)).find((each) => each !== undefined)
    return { scheduled: time('SCT'), estimated: time('EST'), actual: time('ACT') }
  }

  /** Where a time is there several times, the last one holds. */
  function instantIn(qualifier: string, types: readonly string[], airport: string): number | undefined {
    const times = all(data, 'OperationTime').filter(
      (each) =>
        attribute(each, 'OperationQualifier') === qualifier && types.includes(attribute(each, 'TimeType') ?? ''),
    )
    const written = latest(times)
    if (written === undefined) return undefined
    const zone = mapping.timesWithoutOffset === 'local' ? (airportOf(airport)?.zone ?? 'UTC') : 'UTC'
    const instant = instantOf(written, zone)
    if (instant !== undefined) return instant
    const field = `OperationTime ${qualifier} ${types[0]}`
    const values = { field, said: written.slice(0, 40), like: '2026-10-01T08:30:00Z' }
    return complain(amiss('bad-field', `${place}/${field}`, 'notATime', values))
  }

  function causeIn(element: Element | undefined): Cause | undefined {
    const code = latest(all(element, 'IrregularityDelay'), (each) => wordIn(at(each, 'ReasonCode')))
    if (code === undefined) return undefined
    return meaningOf(mapping.delayCodes ?? {}, code) ?? { cause: code.slice(0, 64) }
  }

  function unknownStatus(code: string): Fault {
    const known = Object.keys(mapping.statuses)
    const like = nearest(code, known)
    const values = { code: code.slice(0, 40), like: like ?? '' }
    return amiss('unknown-code', `${place}/OperationalStatus`, 'unknownStatus', values)
  }
}

/** Of several, the one with the highest index; of those without, the last. */
function latest(
  elements: readonly Element[],
  read: (element: Element) => string | undefined = wordIn,
): string | undefined {
  const indexed = elements.map((element, order) => ({
    element,
    order,
    index: Number(attribute(element, 'RepeatIndex') ?? 0),
  }))
  indexed.sort((a, b) => b.index - a.index || b.order - a.order)
  return indexed[0] && read(indexed[0].element)
}

/** Under which other number the flight is sold. One that cannot be read costs nobody the news of the flight. */
function soldAs(element: Element): { carrier: string; flightNumber: string }[] {
  const carrier = readCarrier(wordIn(at(element, 'Airline')) ?? '')
  const number = wordIn(at(element, 'FlightNumber'))
  if (!carrier.ok || number === undefined) return []
  const flightNumber = readFlightNumber(number, carrier.name)
  return flightNumber.ok ? [{ carrier: carrier.name, flightNumber: flightNumber.name }] : []
}
