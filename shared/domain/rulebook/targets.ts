import { readPercent } from '../audience/compile.ts'
import { type Cursor, child, complain, isMapping, list, mapping, text } from '../cursor.ts'
import { FIGURE_NAMES, type FigureName, figureOf } from '../targets/figures.ts'
import type { Target, Targets, TargetValue } from '../targets/target.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { readRate } from './read.ts'

const VALUES_AT_MOST = 60

/** `targets.yaml`, by figure. */
export function readTargets(cursor: Cursor): Targets {
  const all = mapping(cursor, ['targets'], ['targets'])?.targets
  const fields = all && mapping(all, FIGURE_NAMES)
  const read = FIGURE_NAMES.flatMap((name) => {
    const target = fields?.[name] && readTarget(fields[name], name)
    return target ? [[name, target] as const] : []
  })
  return Object.fromEntries(read)
}

function readTarget(cursor: Cursor, name: FigureName): Target | undefined {
  const { side } = figureOf(name)
  const other = side === 'atLeast' ? 'atMost' : 'atLeast'
  const isOtherWay = isMapping(cursor.value) && Object.hasOwn(cursor.value, other)
  const hint: Wording = ({ problems }) => problems.targetsTheOtherWay(side)
  const fields = mapping(cursor, ['owner', side], isOtherWay ? ['owner'] : ['owner', side], (key) =>
    key === other ? hint : undefined,
  )
  const owner = fields?.owner && text(fields.owner, 100)
  const read = fields?.[side] && readValues(fields[side], name)
  return owner && read ? { owner, ...read } : undefined
}

/** One value for all time, or a list of values, each from a month on. */
function readValues(cursor: Cursor, name: FigureName): Omit<Target, 'owner'> | undefined {
  if (!Array.isArray(cursor.value)) {
    const read = readValue(cursor, name)
    return read && { values: [{ from: '', value: read.value }], ...(read.currency && { currency: read.currency }) }
  }
  const items = list(cursor, VALUES_AT_MOST) ?? []
  if (items.length === 0) return complain(cursor, 'bad-value', ({ problems }) => problems.noTargetValue)
  const dated = items.map((item) => readDated(item, name))
  const known = dated.filter((each) => each !== undefined)
  if (known.length < dated.length) return undefined
  for (const [i, { from, currency }] of known.entries()) {
    if (i === 0) continue
    const before = known[i - 1]!
    if (from <= before.from)
      complain(
        child(items[i]!, 'from'),
        'bad-value',
        ({ problems }) => problems.notAfterTheOneBefore(from),
        ({ problems }) => problems.oldestFirst,
      )
    if (currency !== before.currency)
      complain(child(items[i]!, 'value'), 'wrong-currency', ({ problems }) =>
        problems.notTheCurrencyBefore(currency, before.currency),
      )
  }
  const { currency } = known[0]!
  return { values: known.map(({ from, value }) => ({ from, value })), ...(currency && { currency }) }
}

function readDated(cursor: Cursor, name: FigureName): (TargetValue & { currency?: string }) | undefined {
  const fields = mapping(cursor, ['from', 'value'], ['from', 'value'])
  const from = fields?.from && readMonth(fields.from)
  const read = fields?.value && readValue(fields.value, name)
  return from && read ? { from, ...read } : undefined
}

function readMonth(cursor: Cursor): string | undefined {
  const month = text(cursor)
  if (month === undefined) return undefined
  if (/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(month)) return month
  return complain(
    cursor,
    'bad-value',
    ({ problems }) => problems.expectedAMonth(month),
    ({ problems }) => problems.writeMonth,
  )
}

const READ = {
  share: (cursor: Cursor) => {
    const value = readPercent(cursor)
    return value === undefined ? undefined : { value }
  },
  money: (cursor: Cursor) => {
    const rate = readRate(cursor)
    return rate && { value: rate.minor / rate.per, currency: rate.currency }
  },
  /** The net promoter score: from -100 to 100. */
  number: (cursor: Cursor) => {
    const { value } = cursor
    if (typeof value === 'number' && value >= -100 && value <= 100) return { value }
    return complain(cursor, 'bad-value', ({ problems }) => problems.expectedPercentagePoints(value))
  },
}

function readValue(cursor: Cursor, name: FigureName): { value: number; currency?: string } | undefined {
  return READ[figureOf(name).unit](cursor)
}
