import { DAY, HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import type { Documents } from '../story.ts'

/** The flight that messages of another system report on, in these stories. */
export const REPORTED = { carrier: 'CA', flightNumber: '821', from: 'PEK', to: 'SHA' } as const

/** What the first mapping does not say. */
const LATER_KNOWN = 'DLY'
const FLIGHT_TIME = 2 * HOUR

/** The rulebook with a mapping of the messages. Until it was `mended` it lacks a code. */
export function reading(documents: Documents, { mended }: { mended: boolean }): Documents {
  const statuses = { OPS: 'operates', CNX: 'cancelled', ...(mended && { [LATER_KNOWN]: 'operates' }) }
  const delayCodes = { '41': { cause: 'technical', extraordinary: false } }
  const mapping = { kind: 'aidx', statuses, delayCodes, licences: { CA: 'CN' }, completes: 'booked' }
  return { ...documents, 'connectors/ops.yaml': { connector: 'ops', ...mapping } }
}

/**
 * One flight as a feed reports it: estimates, a cancellation that is taken back, what happened in the end. Messages come
 * again, late, out of order and cut off, and some have a code that nobody knows yet.
 */
export function reports(author: Author, chance: Chance): void {
  const departs = Math.round(author.instant(0.4, 0.8) / MINUTE) * MINUTE
  for (const memberId of chance.some(author.members, 0.8)) {
    const flights = [{ ...REPORTED, departsAt: short(departs), cabin: 'Y' }]
    const pnr = author.id('R').replace('-', '')
    author.event('booking.created', memberId, departs - chance.pick([2 * DAY, 9 * DAY]), { pnr, flights })
  }
  let at = departs - chance.pick([5 * HOUR, DAY])
  for (let count = chance.between(3, 8); count > 0; count--) {
    at += chance.pick([MINUTE, 20 * MINUTE, 2 * HOUR])
    const hasLeft = at > departs + HOUR
    const late = chance.pick([0, 5, 20, 50, 70, 130, 200, 250]) * MINUTE
    const status = chance.is(0.1) ? 'CNX' : chance.is(0.2) ? LATER_KNOWN : 'OPS'
    tell(at, messageOf({ departs, at, status, late, type: hasLeft ? 'ACT' : 'EST' }))
  }

  function tell(said: number, text: string): void {
    const later = chance.is(0.2) ? chance.pick([30_000, 30 * MINUTE, 5 * HOUR]) : 0
    if (chance.is(0.15)) author.message(said, cut(text), 'cut-off message')
    author.message(said + later, text, ...(later > 0 ? ['late message' as const] : []))
    if (chance.is(0.25)) author.message(said + later + chance.pick([0, 500, DAY]), text, 'redelivered message')
  }

  function cut(text: string): string {
    return text.slice(0, Math.floor(text.length * (0.1 + 0.8 * chance.next())))
  }
}

interface Message {
  departs: number
  at: number
  status: string
  late: number
  type: 'EST' | 'ACT'
}

function messageOf({ departs, at, status, late, type }: Message): string {
  const { carrier, flightNumber, from, to } = REPORTED
  const arrives = departs + FLIGHT_TIME
  // The day of the clocks in Peking.
  const date = new Date(departs + 8 * HOUR).toISOString().slice(0, 10)
  const time = (end: string, of: string, instant: number) =>
    `<OperationTime OperationQualifier="${end}" TimeType="${of}">${short(instant)}</OperationTime>`
  return `<IATA_AIDX_FlightLegNotifRQ TimeStamp="${short(at)}" CorrelationID="R${at}"><FlightLeg><LegIdentifier>
<Airline>${carrier}</Airline><FlightNumber>${flightNumber}</FlightNumber><DepartureAirport>${from}</DepartureAirport>
<ArrivalAirport>${to}</ArrivalAirport><OriginDate>${date}</OriginDate></LegIdentifier><LegData>
<OperationalStatus>${status}</OperationalStatus>
${time('OFB', 'SCT', departs)}${time('ONB', 'SCT', arrives)}
${time('OFB', type, departs + late)}${time('ONB', at > arrives + late ? 'ACT' : 'EST', arrives + late)}
<IrregularityDelay><ReasonCode>41</ReasonCode></IrregularityDelay></LegData></FlightLeg></IATA_AIDX_FlightLegNotifRQ>`
}

/** As connectors write it: bookings are found by it. */
function short(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
