import type { Cabin } from '../../contract/index.ts'
import { readCurrency } from '../../standards/currency.ts'
import { readPercent } from '../audience/compile.ts'
import { DAY } from '../calendar.ts'
import { bool, type Cursor, child, complain, complainOfKey, isMapping, mapping, oneOf, text, whole } from '../cursor.ts'
import { HARMS, type HarmKind } from '../results/outcome.ts'
import { readMileValues } from './mile-value.ts'
import { readDuration, readRate } from './read.ts'
import { type MeasureSettings, REVENUE_FROM, type Rulebook } from './rulebook.ts'

const KEYS = [
  'currency',
  'plannedMembers',
  'minimumEffect',
  'window',
  'revenueFrom',
  'rates',
  'mileValue',
  'mail',
  'upgrades',
  'harm',
] as const
/** The cabins an upgrade can lead to. */
const UPGRADES = ['F', 'C', 'W'] as const
const PLANNED_AT_MOST = 1_000_000_000
const RATES_AT_MOST = 50

/** The defaults: nothing has a cost. */
export const USUAL_MEASURE: MeasureSettings = {
  plannedMembers: 5000,
  windowMs: 30 * DAY,
  revenueFrom: 'bookings',
  rates: {},
  mileValues: [],
  upgrades: {},
  harm: { limits: { unsubscribed: 0.01, spam: 0.001, complained: 0.02 }, pauses: false },
}

/** `measure:` of `wingback.yaml`: the currency of results, and what things cost. */
export function readMeasure(cursor: Cursor): MeasureSettings {
  const fields = mapping(cursor, KEYS, ['currency']) ?? {}
  const currency = fields.currency && readCurrencyOf(fields.currency)
  const minimumEffect = fields.minimumEffect && readPercent(fields.minimumEffect)
  const mail = fields.mail && readCost(fields.mail, currency)
  return {
    ...USUAL_MEASURE,
    ...(currency !== undefined && { currency }),
    plannedMembers:
      (fields.plannedMembers && whole(fields.plannedMembers, 100, PLANNED_AT_MOST)) ?? USUAL_MEASURE.plannedMembers,
    ...(minimumEffect !== undefined && { minimumEffect }),
    windowMs: (fields.window && readDuration(fields.window)) ?? USUAL_MEASURE.windowMs,
    revenueFrom: (fields.revenueFrom && oneOf(fields.revenueFrom, REVENUE_FROM)) ?? USUAL_MEASURE.revenueFrom,
    rates: fields.rates ? readRates(fields.rates, currency) : {},
    mileValues: fields.mileValue ? readMileValues(fields.mileValue, currency) : [],
    ...(mail && { mail }),
    upgrades: fields.upgrades ? readUpgrades(fields.upgrades, currency) : {},
    harm: fields.harm ? readHarm(fields.harm) : USUAL_MEASURE.harm,
  }
}

function readCurrencyOf(cursor: Cursor): string | undefined {
  const written = text(cursor, 10)
  if (written === undefined) return undefined
  const read = readCurrency(written)
  return read.ok ? read.name : complain(cursor, 'unknown-currency', read.message, read.hint)
}

/** `EUR: 7.85 CNY`, or a list of values, each from a day on: the value of one unit of another currency. */
function readRates(cursor: Cursor, currency: string | undefined): MeasureSettings['rates'] {
  if (!isMapping(cursor.value)) return mapping(cursor, []) ?? {}
  const written = Object.keys(cursor.value)
  if (written.length > RATES_AT_MOST)
    complain(cursor, 'too-large', ({ problems }) => problems.tooManyCurrencies(RATES_AT_MOST))
  const rates = written.slice(0, RATES_AT_MOST).flatMap((key) => {
    const at = child(cursor, key)
    const read = readCurrency(key)
    if (!read.ok) complainOfKey(at, 'unknown-currency', read.message, read.hint)
    else if (read.name === currency)
      complainOfKey(at, 'bad-value', ({ problems }) => problems.countedInAlready(read.name))
    else return [[read.name, readMileValues(at, currency)] as const]
    return []
  })
  return Object.fromEntries(rates)
}

/** What an accepted upgrade costs, by cabin. */
function readUpgrades(cursor: Cursor, currency: string | undefined): MeasureSettings['upgrades'] {
  const fields = mapping(cursor, UPGRADES) ?? {}
  const values = UPGRADES.flatMap((cabin) => {
    const at = fields[cabin]
    const values = at ? readMileValues(at, currency) : []
    return values.length > 0 ? [[cabin, values] as const] : []
  })
  return Object.fromEntries(values)
}

/** Cabins to which marketing campaigns offer upgrades without a cost: if accepted, they would be missing from the results. */
export function unvaluedUpgrades({
  campaigns,
  settings: { measure },
}: Pick<Rulebook, 'campaigns' | 'settings'>): Cabin[] {
  const marketing = measure.currency === undefined ? [] : campaigns.filter(({ class: of }) => of === 'marketing')
  const offered = marketing.flatMap(({ program }) =>
    program.flatMap((each) => (each.op === 'action' && each.action.kind === 'upgradeOffer' ? [each.action.cabin] : [])),
  )
  return UPGRADES.filter((cabin) => offered.includes(cabin) && measure.upgrades[cabin] === undefined)
}

/** The cost of one: fractions of the smallest coin are allowed, because an email costs less. */
function readCost(cursor: Cursor, currency: string | undefined): MeasureSettings['mail'] {
  const cost = readRate(cursor)
  if (!cost) return undefined
  if (currency && cost.currency !== currency)
    return complain(cursor, 'wrong-currency', ({ problems }) => problems.countedInAnother(cost.currency, currency))
  return { minor: cost.minor, per: cost.per }
}

/** The share of treated members from which it is too many, and whether the campaign is then paused automatically. */
function readHarm(cursor: Cursor): MeasureSettings['harm'] {
  const fields = mapping(cursor, [...HARMS, 'pauses']) ?? {}
  const limits = HARMS.map((harm): [HarmKind, number] => {
    const at = fields[harm]
    const share = at && readPercent(at)
    if (at && (share === 0 || share === 1)) complain(at, 'bad-percent', ({ problems }) => problems.percentWithin)
    return [harm, share || USUAL_MEASURE.harm.limits[harm]]
  })
  const pauses = fields.pauses ? bool(fields.pauses) : false
  return { limits: Object.fromEntries(limits) as Record<HarmKind, number>, pauses: pauses ?? false }
}
