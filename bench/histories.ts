import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/**
 * Public histories as events, so that `wingback evaluate` and `wingback fit` can judge scores by them (docs/scores.md):
 *
 *     node bench/histories.ts cdnow cdnow-master.csv > events.jsonl
 *     node bench/histories.ts loyalty loyalty-flight-activity.csv.gz > events.jsonl
 *
 * `cdnow`: each day with purchases is a flight, with what was paid. `loyalty`: each month with flights is as many flights in its days, of an eighth of the members.
 */
type Flown = [memberId: string, day: Date, dollars?: number]

const READERS: Record<string, (row: string[]) => Iterable<Flown>> = {
  *cdnow([id, date, , dollars]) {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date!)!
    yield [id!, new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))), Number(dollars)]
  },
  *loyalty([id, year, month, booked]) {
    if (Number(id) % 8 !== 0) return
    for (let n = 0; n < Number(booked); n++) {
      yield [id!, new Date(Date.UTC(Number(year), Number(month) - 1, 1 + (n % 28)))]
    }
  },
}

const [kind = '', path = ''] = process.argv.slice(2)
const read = READERS[kind]
if (!read || path === '') {
  console.error(`usage: node bench/histories.ts ${Object.keys(READERS).join('|')} FILE`)
  process.exit(1)
}
const file = createReadStream(path)
const lines = createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file })
let heads = true
let n = 0
let before: Flown | undefined
for await (const line of lines) {
  if (!heads) for (const each of read(line.split(','))) take(each)
  heads = false
}
if (before) tell(before)

/** What was paid several times on one day is one flight: the file is in order. */
function take([id, day, dollars]: Flown): void {
  const [lastId, lastDay, paid] = before ?? []
  if (dollars !== undefined && paid !== undefined && lastId === id && Number(lastDay) === Number(day)) {
    before = [id, day, paid + dollars]
    return
  }
  if (before) tell(before)
  before = dollars === undefined ? [id, day] : [id, day, dollars]
}

function tell(each: Flown): void {
  process.stdout.write(`${flight(...each)}\n`)
}

function flight(memberId: string, day: Date, dollars?: number): string {
  n += 1
  const scheduledDeparture = day.toISOString()
  const leg = {
    carrier: 'CA',
    flightNumber: String(1 + (n % 9999)),
    from: 'PEK',
    to: 'SHA',
    cabin: 'Y',
    distanceKm: 1000,
    ...(dollars !== undefined && { fare: { amount: Number(dollars.toFixed(2)), currency: 'USD' } }),
  }
  const Detail = { id: `${kind}-${n}`, occurredAt: scheduledDeparture, memberId, scheduledDeparture, ...leg }
  return JSON.stringify({ Source: `airline.${kind}`, DetailType: 'flight.completed', Detail })
}
