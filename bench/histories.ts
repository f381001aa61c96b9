import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/**
 * Public histories as events, so that `wingback evaluate` and `wingback fit` can judge the churn score by them (docs/scores.md):
 *
 *     node bench/histories.ts cdnow cdnow-master.csv > events.jsonl
 *     node bench/histories.ts loyalty loyalty-flight-activity.csv.gz > events.jsonl
 *
 * `cdnow`: each purchase is a flight. `loyalty`: each month with flights is as many flights in its days, of an eighth of the members.
 */
const READERS: Record<string, (row: string[]) => Iterable<[memberId: string, day: Date]>> = {
  *cdnow([id, date]) {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date!)!
    yield [id!, new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))]
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
for await (const line of lines) {
  if (!heads) for (const [memberId, day] of read(line.split(','))) process.stdout.write(`${flight(memberId, day)}\n`)
  heads = false
}

function flight(memberId: string, day: Date): string {
  n += 1
  const scheduledDeparture = day.toISOString()
  const leg = {
    carrier: 'CA',
    flightNumber: String(1 + (n % 9999)),
    from: 'PEK',
    to: 'SHA',
    cabin: 'Y',
    distanceKm: 1000,
  }
  const Detail = { id: `${kind}-${n}`, occurredAt: scheduledDeparture, memberId, scheduledDeparture, ...leg }
  return JSON.stringify({ Source: `airline.${kind}`, DetailType: 'flight.completed', Detail })
}
