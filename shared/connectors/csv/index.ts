import { parse } from 'csv-parse/sync'
import type { Fault } from '../../contract/index.ts'
import { decode } from '../../standards/encoding.ts'
import {
  type Connector,
  type Known,
  nothing,
  refused,
  type Said,
  type Translation,
  thingNow,
  together,
} from '../connector.ts'
import type { MadeEvent } from '../fields/event.ts'
import { amiss, silence } from '../words.ts'
import { missingColumns, tableOptions } from './header.ts'
import type { CsvMapping } from './mapping.ts'
import { type Row, readRow } from './row.ts'

const ROWS_AT_MOST = 50_000

/** Members, flights and whatever else is exported as a table: each row an event. What has not changed since the last file is no news. */
export const csv: Connector<CsvMapping> = {
  parse(raw, mapping, known) {
    const { text } = decode(raw.bytes)
    const rows: { row: Row; place: string }[] = []
    const { columns, fault } = eachRow(text, (row, place) => rows.push({ row, place }))
    const absent = missingColumns(columns, mapping)
    if (absent && (columns.length > 0 || !fault)) return refused(absent)
    if (rows.length > ROWS_AT_MOST) return refused(tooMany(rows.length))
    const told = rows.map(({ row, place }) => tell(readRow(row, place, mapping, raw.receivedAt), place, known))
    return together(fault ? [...told, refused(fault)] : told)
  },
}

interface Table {
  columns: readonly string[]
  /** What is wrong with the rest, where a quote runs to the end of the file. */
  fault?: Fault
}

/** Hands on each row. */
function eachRow(text: string, take: (row: Row, place: string) => void): Table {
  let lines = 1
  let columns: string[] = []
  const options = tableOptions(text)
  try {
    parse(text, {
      ...options,
      columns: (names: string[]) => {
        columns = options.columns(names)
        return columns
      },
      on_record: (record: Row, context) => {
        lines = context.lines
        take(record, `row ${lines}`)
        return null
      },
    })
    return { columns }
  } catch (error) {
    const message = (error as Error).message.slice(0, 200)
    const path = `from row ${lines + 1}`
    return { columns, fault: amiss('bad-csv', path, 'quoteOpen', { said: message }) }
  }
}

function tell(read: MadeEvent, place: string, known: Known): Translation {
  if (!read.ok) return refused(read.fault)
  const { event, silent } = read
  const { occurredAt } = event.detail
  const thing = { name: `csv:${event.type}:${keyOf(event.detail)}`, says: saidBy(event.detail) }
  const need = { need: 'thing', ...thing } as const
  const before = known.answerTo(need)
  if (before === undefined) return { ...nothing(), needs: [need] }
  if (before?.isSame) return { ...nothing(), silent: [silence(place, 'asInEarlierFile')] }
  return {
    ...nothing(),
    events: [event],
    silent,
    learnt: [thingNow(before, { ...thing, asOf: Date.parse(occurredAt) })],
  }
}

/** What a row says, but for when: a file of every day says the same of most. */
export function saidBy({ id: _, occurredAt: __, ...says }: Said['detail']): string {
  return JSON.stringify(withoutDates(says))
}

/** The day of a balance moves with the file. */
function withoutDates({ opening, ...says }: Record<string, unknown>): object {
  const { asOf: _, ...balance } = Object(opening) as Record<string, unknown>
  return { ...says, ...(opening !== undefined && { balance }) }
}

/** What a row is about: of a profile the member; of what happened, the happening itself. */
export function keyOf({ memberId, id, pnr, flightNumber, scheduledDeparture }: Record<string, unknown>): string {
  return memberId === undefined
    ? String(id)
    : [memberId, pnr, flightNumber, scheduledDeparture].filter(Boolean).join(':')
}

function tooMany(count: number): Fault {
  return amiss('too-large', 'message', 'rowsTooMany', { count, most: ROWS_AT_MOST })
}
