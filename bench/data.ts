import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BusLine, readLine } from '../cli/replay/entry.ts'
import { linesOf } from '../cli/replay/lines.ts'

/** What the figures are measured on: a real month where it is at hand, else the sample the project ships. */
export interface Data {
  name: string
  members: string
  events: string
}

export function dataAtHand(): Data {
  const month = fileURLToPath(new URL('../../shared/data/month/', import.meta.url))
  const sample = fileURLToPath(new URL('../infra/local/sample/', import.meta.url))
  return existsSync(`${month}events.jsonl.gz`)
    ? { name: 'the real month', members: `${month}members.jsonl.gz`, events: `${month}events.jsonl.gz` }
    : { name: 'the sample', members: `${sample}members.jsonl`, events: `${sample}events.jsonl` }
}

/** A file's events, as they would be put on the bus. */
export async function* entriesOf(file: string): AsyncGenerator<BusLine> {
  for await (const lines of linesOf(file, () => {})) {
    for (const line of lines) {
      const read = readLine(line)
      if (read.ok) yield read.entry
    }
  }
}

/** The first so many events of a file. */
export async function firstEntries(file: string, count: number): Promise<BusLine[]> {
  const entries: BusLine[] = []
  for await (const entry of entriesOf(file)) {
    entries.push(entry)
    if (entries.length === count) break
  }
  return entries
}

/** The same event at another time. */
export function moved(entry: BusLine, at: number): BusLine {
  const detail = { ...JSON.parse(entry.detail), occurredAt: new Date(at).toISOString() }
  return { ...entry, at, detail: JSON.stringify(detail) }
}

/** One of our own making, as a line. */
export function entry(source: string, type: string, detail: object): BusLine {
  const text = JSON.stringify(detail)
  return { line: { where: 'bench', text, cut: false }, source, type, detail: text, bytes: text.length }
}
