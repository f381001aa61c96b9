import { majorText } from '../standards/money.ts'
import { passenger } from './airline.ts'
import { FLIGHT_OF } from './of-a-flight.ts'

/** Fields that are read as instants. */
const INSTANTS = new Set([
  'occurredAt',
  'scheduledDeparture',
  'scheduledArrival',
  'actualArrival',
  'departsAt',
  'arrivesAt',
  'newDeparture',
  'newArrival',
  'toldAt',
  'earlierDepartures',
])

/** An event as producers write it: what was read as an instant is a time again, and minor units are an amount. */
export function written(event: object): Record<string, unknown> {
  const entries = Object.entries(event).map(([field, value]) => [field, valueAsWritten(value, INSTANTS.has(field))])
  return Object.fromEntries(entries)
}

function valueAsWritten(value: unknown, isInstant: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => valueAsWritten(each, isInstant))
  if (isInstant && typeof value === 'number') return new Date(value).toISOString()
  if (value === null || typeof value !== 'object') return value
  if (!('amountMinor' in value)) return written(value)
  const { amountMinor, currency } = value as { amountMinor: number; currency: string }
  return { amount: Number(majorText(amountMinor, currency)), currency }
}

/** What is told of one passenger: who is on board. */
const OF_PASSENGER = Object.keys(passenger.shape)

/** An event about a member as a producer puts it: one about a passenger is that of their flight, with them alone on board. */
export function eventAsWritten({ type, ...told }: { type: string }): { type: string; detail: Record<string, unknown> } {
  const detail = written(told)
  const flight = FLIGHT_OF[type]
  if (!flight) return { type, detail }
  const [onBoard, rest] = [OF_PASSENGER, Object.keys(detail).filter((field) => !OF_PASSENGER.includes(field))].map(
    (fields) => Object.fromEntries(fields.flatMap((field) => (field in detail ? [[field, detail[field]]] : []))),
  )
  return { type: flight, detail: { ...rest, passengers: [onBoard] } }
}
