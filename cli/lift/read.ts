import { basename } from 'node:path'
import type { CsvError } from 'csv-parse'
import type { Texts } from '../../shared/domain/texts/index.ts'
import type { Decimal } from '../../shared/standards/decimal.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import { eachRecord } from '../files/records.ts'
import { type CellProblem, readCell } from './cell.ts'
import { OutcomeSums } from './columns.ts'
import type { LiftRequest } from './request.ts'

type LiftTexts = Texts['lift']

/** The sums of an experiment's file. */
export interface Experiment {
  /** Arms in the order of the file. */
  arms: string[]
  /** By outcome. */
  outcomes: Map<string, OutcomeSums>
  members: number
  /** Rows without a value that were left out, and values counted as 0. */
  leftOut: number
  takenForZero: number
}

/** More values than that are not arms: probably another column was meant. */
const ARMS_AT_MOST = 50
/** How many characters of a cell an error shows. */
const SHOWN = 40
const NOTHING: Decimal = { digits: 0n, decimals: 0 }

/** Reads the file row by row: however many members it has, only the sums are kept. */
export async function readExperiment(request: LiftRequest, texts: LiftTexts): Promise<Experiment> {
  const reader = new RowReader(request, texts)
  await eachRecord(
    request.path,
    (row, line) => reader.read(row, line),
    (error) => badRow(request.path, error, texts),
  )
  return reader.experiment()
}

/** The position of each column in a row. */
interface Columns {
  arm: number
  outcomes: [name: string, at: number, sums: OutcomeSums][]
  before?: number
}

class RowReader {
  readonly #request: LiftRequest
  readonly #texts: LiftTexts
  readonly #experiment: Experiment = { arms: [], outcomes: new Map(), members: 0, leftOut: 0, takenForZero: 0 }
  /** The positions of the columns, once the header is read. */
  #columns: Columns | undefined
  /** Parsed cells: most columns contain few different ones. */
  readonly #cells = new Map<string, Decimal | CellProblem>()

  constructor(request: LiftRequest, texts: LiftTexts) {
    this.#request = request
    this.#texts = texts
  }

  read(row: readonly string[], line: number): void {
    if (!this.#columns) this.#readHeader(row.map((name) => name.trim()))
    else this.#readMember(row, line, this.#columns)
  }

  experiment(): Experiment {
    if (this.#experiment.members === 0) throw this.#refused(this.#texts.noMembers)
    return this.#experiment
  }

  #readHeader(header: string[]): void {
    const { arm, before, outcomes } = this.#request
    const named = outcomes.flatMap((text) =>
      header.includes(text) ? [text] : text.split(',').map((name) => name.trim()),
    )
    for (const name of new Set(named)) this.#experiment.outcomes.set(name, new OutcomeSums())
    this.#columns = {
      arm: this.#columnOf(header, arm),
      outcomes: [...this.#experiment.outcomes].map(([name, sums]) => [name, this.#columnOf(header, name), sums]),
      ...(before !== undefined && { before: this.#columnOf(header, before) }),
    }
  }

  #columnOf(header: readonly string[], name: string): number {
    const at = header.indexOf(name)
    if (at < 0) {
      throw this.#refused(
        this.#texts.noColumn({ name }),
        this.#texts.columns({ meant: nearest(name, header), names: header }),
      )
    }
    if (header.includes(name, at + 1)) throw this.#refused(this.#texts.columnTwice({ name }))
    return at
  }

  #readMember(row: readonly string[], line: number, columns: Columns): void {
    const arm = row[columns.arm]!.trim()
    if (arm === '' && this.#request.missing !== 'leave-out') {
      throw this.#badCell(line, this.#request.arm, arm, 'empty', this.#texts.emptyArmHint)
    }
    const before =
      columns.before === undefined ? NOTHING : this.#number(row, columns.before, this.#request.before!, line)
    const outcomes = columns.outcomes.map(([name, at]) => this.#number(row, at, name, line))
    if (arm === '' || before === undefined || outcomes.includes(undefined)) {
      this.#experiment.leftOut += 1
      return
    }
    this.#meet(arm)
    this.#experiment.members += 1
    for (const [i, [, , sums]] of columns.outcomes.entries()) sums.add(arm, outcomes[i]!, before)
  }

  #meet(arm: string): void {
    const { arms } = this.#experiment
    if (arms.includes(arm)) return
    arms.push(arm)
    if (arms.length > ARMS_AT_MOST) {
      throw this.#refused(this.#texts.tooManyArms({ column: this.#request.arm, most: ARMS_AT_MOST }))
    }
  }

  /** Undefined: there is no value, and such members are left out. */
  #number(row: readonly string[], at: number, column: string, line: number): Decimal | undefined {
    const cell = row[at]!
    const read = this.#cells.get(cell) ?? this.#remember(cell)
    if (typeof read === 'object') return read
    if (read !== 'empty' || this.#request.missing === undefined) throw this.#badCell(line, column, cell, read)
    if (this.#request.missing === 'leave-out') return undefined
    this.#experiment.takenForZero += 1
    return NOTHING
  }

  #remember(cell: string): Decimal | CellProblem {
    const read = readCell(cell)
    if (this.#cells.size < 100_000) this.#cells.set(cell, read)
    return read
  }

  #badCell(line: number, column: string, cell: string, problem: CellProblem, hint = this.#texts.cellHints[problem]) {
    const where = `${basename(this.#request.path)}:${line}`
    return new Refused(this.#texts.badCell({ where, column, cell: cell.slice(0, SHOWN), problem }), {
      code: 'bad-cell',
      hint,
    })
  }

  #refused(message: string, hint?: string): Refused {
    return new Refused(`${basename(this.#request.path)}: ${message}`, { code: 'invalid-file', ...(hint && { hint }) })
  }
}

/** The parser's error for a row, with its place. */
function badRow(path: string, error: CsvError, texts: LiftTexts): Refused {
  const where = `${basename(path)}:${String(error.lines)}`
  const isUneven = error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
  const counts = isUneven ? (error as unknown as { record: string[] }).record.length : 0
  const message = isUneven ? texts.unevenRow({ where, fields: counts }) : texts.badQuotes({ where })
  return new Refused(message, { code: 'bad-row', hint: isUneven ? texts.unevenHint : texts.quotesHint })
}
