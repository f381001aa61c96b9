import { asEntry } from '../../shared/app/connect/examples/play.ts'
import { faultOf } from '../../shared/app/connect/translate.ts'
import type { Said } from '../../shared/connectors/connector.ts'
import { missingColumns } from '../../shared/connectors/csv/header.ts'
import { keyOf, saidBy } from '../../shared/connectors/csv/index.ts'
import { readRow } from '../../shared/connectors/csv/row.ts'
import type { Fault } from '../../shared/contract/index.ts'
import type { ConnectorSettings } from '../../shared/domain/rulebook/connectors.ts'
import { bus as busWiring } from '../../shared/pipeline.ts'
import { Refused } from '../errors.ts'
import { asideFor } from '../replay/aside.ts'
import { busAt } from '../replay/bus.ts'
import { readLine } from '../replay/entry.ts'
import type { Session } from '../session.ts'
import { type FileRow, rowsOf } from './rows.ts'
import { openState, type StatedRow } from './state.ts'

export interface Imported {
  rows: number
  sent: number
  unchanged: number
  setAside: number
}

interface Ready extends StatedRow {
  event: Said
  where: string
}

const BATCH = 500

/** The events of the first rows, without sending anything. */
export async function previewCsv(connector: Csv, path: string, atMost: number) {
  const events: object[] = []
  const faults: Fault[] = []
  for await (const each of checkedRows(path, connector)) {
    const read = readOne(each, connector)
    if ('fault' in read) faults.push(read.fault)
    else events.push(asEntry(read.event, connector))
    if (events.length + faults.length >= atMost) break
  }
  return { events, faults }
}

export type Csv = ConnectorSettings<'csv'>

/** Puts what is new in a file on the bus, row by row. An interrupted import continues where it stopped. */
export async function importCsv(
  { client }: Session,
  connector: Csv,
  path: string,
  stateFolder: string,
): Promise<Imported> {
  const { name, endpoint } = client.local ? await localBus(client) : { name: busWiring.name, endpoint: undefined }
  const bus = busAt({ name, endpoint })
  const aside = asideFor(client)
  const state = openState(stateFolder, connector.name, client.url.origin)
  const imported: Imported = { rows: 0, sent: 0, unchanged: 0, setAside: 0 }
  let ready: Ready[] = []
  try {
    for await (const each of checkedRows(path, connector)) {
      imported.rows++
      const read = readOne(each, connector)
      if ('fault' in read) {
        imported.setAside++
        await aside.add({ line: lineOf(each), ...read.fault })
      } else if (state.isKnown(read)) imported.unchanged++
      else ready.push(read)
      if (ready.length >= BATCH) await send()
    }
    await send()
    await aside.finish()
    return imported
  } finally {
    state.close()
    bus.close()
  }

  async function send(): Promise<void> {
    const lines = ready.map(({ event, where }) =>
      readLine({ where, text: JSON.stringify(asEntry(event, connector)), cut: false }),
    )
    const entries = lines.flatMap((line) => (line.ok ? [line.entry] : []))
    const refused = [...lines.flatMap((line) => (line.ok ? [] : [line.bad])), ...(await bus.put(entries))]
    for (const bad of refused) await aside.add(bad)
    const missed = new Set(refused.map(({ line }) => line.where))
    const taken = ready.filter(({ where }) => !missed.has(where))
    imported.setAside += refused.length
    imported.sent += taken.length
    state.remember(taken)
    ready = []
  }
}

async function localBus(client: Session['client']): Promise<{ name: string; endpoint: string }> {
  const { bus, events } = await client.call<{ bus: string; events: string }>('GET', '/v1/run')
  return { name: bus, endpoint: events }
}

/** Throws {@link Refused} where the file has not the columns that the mapping speaks of. */
async function* checkedRows(path: string, { mapping }: Csv): AsyncGenerator<FileRow> {
  let isFirst = true
  for await (const each of rowsOf(path)) {
    const absent = isFirst && 'row' in each && missingColumns(Object.keys(each.row), mapping)
    if (absent) throw new Refused(absent.message, { code: 'bad-csv', hint: absent.hint })
    isFirst = false
    yield each
  }
}

function readOne(each: FileRow, { mapping, source }: Csv): Ready | { fault: Fault } {
  if ('broken' in each) return { fault: { code: 'bad-csv', path: each.place, message: each.broken } }
  const now = Date.now()
  const read = readRow(each.row, each.place, mapping, now)
  if (!read.ok) return { fault: read.fault }
  const fault = faultOf(read.event, source, now)
  if (fault) return { fault: { ...fault, path: `${each.place}: ${fault.path}` } }
  const { detail } = read.event
  return { event: read.event, key: keyOf(detail), says: saidBy(detail), where: each.where }
}

function lineOf(each: FileRow) {
  return { where: each.where, text: 'row' in each ? JSON.stringify(each.row) : each.broken, cut: false }
}
