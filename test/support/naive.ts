import { Temporal } from 'temporal-polyfill'
import type { OpeningBalance } from '../../shared/contract/index.ts'
import type { Trouble, Words } from '../../shared/domain/member/disrupted-leg.ts'
import type { Complaint, Flown, Member, Profile } from '../../shared/domain/member/member.ts'
import { aliveOf, returnsOf, type Seen, seenOf, worthOf } from './naive-lifetime.ts'

/**
 * Conditions answered in the plainest possible way, with other means than the rules': opening balances as lists of
 * flights, days as dates. What the rules answer must be the same.
 */
interface Asked {
  member: Member
  now: number
  zone: string
}

type Source = Record<string, unknown>
type Value = string | number | boolean | undefined

export function naively(source: Source, asked: Asked): boolean {
  return Object.entries(source).every(([key, value]) => {
    if (key === 'all') return (value as Source[]).every((each) => naively(each, asked))
    if (key === 'any') return (value as Source[]).some((each) => naively(each, asked))
    if (key === 'not') return !naively(value as Source, asked)
    return holds(value, key, asked)
  })
}

const ANNIVERSARIES = new Set(['birthday', 'memberAnniversary'])

function holds(matcher: unknown, name: string, asked: Asked): boolean {
  if (typeof matcher !== 'object' || matcher === null) return values[name]!(asked, {}) === matcher
  const params = matcher as Source
  const value = values[name]!(asked, params)
  const operators = Object.entries(params).filter(
    ([key, operand]) => Object.hasOwn(compare, key) && !(counting.has(name) && isTimes(key, operand)),
  )
  if (operators.length === 0) return counting.has(name) ? (value as number) > 0 : value !== undefined
  return operators.every(([key, operand]) => {
    if (key === 'present') return (counting.has(name) ? (value as number) > 0 : value !== undefined) === operand
    if (value === undefined) return key === 'isNot' || key === 'notIn'
    const read = (each: unknown) =>
      ANNIVERSARIES.has(name) ? Number.parseInt(String(each), 10) : operandOf(each, value)
    return compare[key]!(typeof value === 'object' ? elapsedAs(value, operand, asked) : value, operand, read)
  })
}

/** Durations are instants until it is known what to count them in. */
function elapsedAs(value: object, operand: unknown, { now, zone }: Asked): number {
  const { since } = value as { since: number }
  if (!String(operand).endsWith('d')) return Math.max(0, now - since)
  return Math.max(0, dateOf(since, zone).until(dateOf(now, zone), { largestUnit: 'days' }).days)
}

function operandOf(each: unknown, value: unknown): number | string | boolean {
  const text = String(each)
  if (/ CNY$/.test(text)) return Math.round(Number.parseFloat(text) * 100)
  if (typeof value === 'object')
    return /d$/.test(text) ? Number.parseInt(text, 10) : Number.parseInt(text, 10) * 3_600_000
  return each as number
}

const compare: Record<string, (value: Value, operand: unknown, read: (each: unknown) => Value) => boolean> = {
  is: (value, operand, read) => value === read(operand),
  isNot: (value, operand, read) => value !== read(operand),
  in: (value, operand, read) => (operand as unknown[]).some((each) => read(each) === value),
  notIn: (value, operand, read) => !(operand as unknown[]).some((each) => read(each) === value),
  atLeast: (value, operand, read) => value! >= read(operand)!,
  atMost: (value, operand, read) => value! <= read(operand)!,
  above: (value, operand, read) => value! > read(operand)!,
  below: (value, operand, read) => value! < read(operand)!,
  between: (value, operand, read) =>
    value! >= read((operand as unknown[])[0])! && value! <= read((operand as unknown[])[1])!,
  before: (value, operand) => value! < (operand as string),
  after: (value, operand) => value! > (operand as string),
  within: (value, operand, read) => value! <= read(operand)!,
  present: () => true,
}

function dateOf(instant: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds
}

const UNIT: Record<string, number> = { m: 60_000, h: 3_600_000 }

function reach(text: string): { days?: number; ms?: number } {
  const n = Number.parseInt(text, 10)
  if (text.endsWith('w')) return { days: 7 * n }
  return text.endsWith('d') ? { days: n } : { ms: n * UNIT[text.at(-1)!]! }
}

/** `between` of times is a window. */
function isTimes(key: string, operand: unknown): boolean {
  return key === 'between' && (operand as unknown[]).some((each) => /^\d{4}-|^\d+[mhdw]$/.test(String(each)))
}

const startsOf: Record<string, (date: Temporal.PlainDate) => Temporal.PlainDate> = {
  week: (date) => date.subtract({ days: date.dayOfWeek - 1 }),
  month: (date) => date.with({ day: 1 }),
  quarter: (date) => date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }),
  'half-year': (date) => date.with({ day: 1, month: date.month < 7 ? 1 : 7 }),
  year: (date) => date.with({ day: 1, month: 1 }),
}

function isDuring(date: Temporal.PlainDate, today: Temporal.PlainDate, named: string): boolean {
  const [which, period] = named.split(' ') as [string, string]
  const startOfPeriod = startsOf[period]!
  const begun = startOfPeriod(today)
  const { compare } = Temporal.PlainDate
  if (which === 'this') return compare(date, begun) >= 0
  return compare(date, begun) < 0 && compare(date, startOfPeriod(begun.subtract({ days: 1 }))) >= 0
}

function isBetween(at: number, { now, zone }: Asked, ends: string[]): boolean {
  const { compare } = Temporal.PlainDate
  const date = dateOf(at, zone)
  if (/^\d{4}-/.test(ends[0]!)) return compare(date, ends[0]!) >= 0 && compare(date, ends[1]!) <= 0
  const [far, near] = ends.map(reach) as [ReturnType<typeof reach>, ReturnType<typeof reach>]
  if (far.ms !== undefined) return at >= now - far.ms && at <= now - near.ms!
  const today = dateOf(now, zone)
  return (
    compare(date, today.subtract({ days: far.days! })) >= 0 && compare(date, today.subtract({ days: near.days! })) <= 0
  )
}

function inWindow(at: number, asked: Asked, params: Source): boolean {
  const { now, zone } = asked
  if (params.between !== undefined && isTimes('between', params.between)) {
    return isBetween(at, asked, params.between as string[])
  }
  if (params.during !== undefined) return isDuring(dateOf(at, zone), dateOf(now, zone), params.during as string)
  if (params.inLast === undefined) return true
  const { days, ms } = reach(params.inLast as string)
  if (ms !== undefined) return at >= now - ms
  return Temporal.PlainDate.compare(dateOf(at, zone), dateOf(now, zone).subtract({ days: days! })) >= 0
}

function filtered(value: Value, filter: unknown): boolean {
  if (filter === undefined) return true
  if (Array.isArray(filter)) return filter.includes(value)
  if (typeof filter !== 'object' || filter === null) return value === filter
  if (value === undefined) return false
  return Object.entries(filter).every(([key, operand]) => compare[key]!(value, operand, (each) => each as Value))
}

/** When each flight of an opening balance was flown, oldest first. */
function openingFlights(opening: OpeningBalance, zone: string): number[] {
  const n = opening.flights
  const asOf = Temporal.PlainDate.from(opening.asOf)
  const last = opening.lastFlightOn ? Temporal.PlainDate.from(opening.lastFlightOn) : asOf
  const early = asOf.subtract({ years: 2 }).add({ days: 1 })
  const told = opening.firstFlightOn && Temporal.PlainDate.from(opening.firstFlightOn)
  const sameDay = asOf.subtract({ years: 2 })
  const least = Temporal.PlainDate.compare(sameDay, last) < 0 ? sameDay : last
  const first = told
    ? [told, least].sort(Temporal.PlainDate.compare)[1]!
    : Temporal.PlainDate.compare(early, last) < 0
      ? early
      : last
  const span = first.until(last, { largestUnit: 'days' }).days
  return Array.from({ length: n }, (_, i) =>
    startOf(n === 1 ? last : first.add({ days: Math.floor((i * span) / (n - 1)) }), zone),
  )
}

/** What an opening balance counts of a total in a window: each flight has its whole share. */
function openingSum(total: number, asked: Asked, params: Source): number {
  const opening = openingBalance(asked)
  if (!opening || opening.flights === 0) return 0
  const n = opening.flights
  const share = (i: number) => Math.floor((total * (i + 1)) / n) - Math.floor((total * i) / n)
  const shares = openingFlights(opening, asked.zone).map((at, i) => (inWindow(at, asked, params) ? share(i) : 0))
  return shares.reduce((sum, each) => sum + each, 0)
}

/** The members asked about were told of by one event, which cleared nothing. */
function profileIn({ layers }: Member): Profile {
  return layers[0]!.fields as Profile
}

/** The balance one flight after the other: what is known by itself, up to its date, is not counted of it. */
function openingBalance({ member }: Asked): OpeningBalance | undefined {
  const { opening } = profileIn(member)
  if (!opening) return undefined
  const { asOf, spend, cabins, lastFlightOn, firstFlightOn } = opening
  const rest = { ...opening, spend: { ...spend }, ...(cabins && { cabins: { ...cabins } }) }
  const dates: string[] = []
  for (const { date, distanceKm, cabin, fare } of member.flights.filter(({ date }) => date <= asOf)) {
    dates.push(date)
    rest.flights -= 1
    rest.distanceKm -= distanceKm
    rest.spend.amountMinor -= fare?.currency === spend.currency ? fare.amountMinor : 0
    if (rest.cabins) rest.cabins[cabin] -= 1
  }
  for (const month of member.flownByMonth.filter(({ month }) => `${month}-01` <= asOf)) {
    dates.push(`${month.month}-01`)
    rest.flights -= month.flights
    rest.distanceKm -= month.distanceKm
    rest.spend.amountMinor -= month.spendMinor[spend.currency] ?? 0
    if (rest.cabins) for (const cabin of ['F', 'C', 'W', 'Y'] as const) rest.cabins[cabin] -= month.cabins[cabin]
  }
  if (dates.length === 0) return opening
  const dayBefore = Temporal.PlainDate.from(dates.sort()[0]!).subtract({ days: 1 }).toString()
  const isKnown = lastFlightOn === undefined || dates.includes(lastFlightOn)
  const last = isKnown ? [dayBefore, firstFlightOn ?? dayBefore].sort()[1]! : lastFlightOn
  const none = (count: number) => Math.max(0, count)
  return {
    ...rest,
    flights: none(rest.flights),
    distanceKm: none(rest.distanceKm),
    spend: { ...spend, amountMinor: Math.max(rest.spend.amountMinor, Math.min(spend.amountMinor, 0)) },
    ...(rest.cabins && {
      cabins: {
        F: none(rest.cabins.F),
        C: none(rest.cabins.C),
        W: none(rest.cabins.W),
        Y: none(rest.cabins.Y),
      },
    }),
    lastFlightOn: last,
  }
}

/** What is reported of a flight again is the same trouble: dated by the first report, and what the last one says. */
function disrupted({ disruptions }: Member) {
  const flights = Map.groupBy(disruptions, ({ leg }) => leg.replace('D:', ':'))
  return [...flights.values()].flatMap((accounts) => {
    const lastOf = (question: string) => {
      const words = accounts.flatMap(({ words }) => words[question as keyof Words] ?? [])
      return words.toSorted((a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : 1)).at(-1)?.says
    }
    const kinds = [...new Set(accounts.flatMap(({ troubles }) => Object.keys(troubles)))]
    return kinds.map((kind) => ({
      kind,
      at: Math.min(...accounts.flatMap(({ troubles }) => troubles[kind as Trouble]?.at ?? [])),
      delayMinutes: (kind === 'cancellation'
        ? (lastOf('reroute') as { arrivesLaterMin?: number | undefined } | undefined)?.arrivesLaterMin
        : lastOf('delay')) as number | undefined,
      cause: lastOf('cause') as string,
      extraordinary: lastOf('extraordinary') as boolean,
      cabin: lastOf('cabin') as string | undefined,
    }))
  })
}

const OTHER_FILTERS = ['route', 'from', 'to', 'delayMinutes', 'carrier']

function flownSum(
  asked: Asked,
  params: Source,
  of: (flight: Flown) => number,
  all: { month: string; opening?: string },
): number {
  const { member } = asked
  let sum = 0
  for (const flight of member.flights) {
    const passes =
      inWindow(flight.at, asked, params) &&
      filtered(flight.cabin, params.cabin) &&
      filtered(`${flight.from}-${flight.to}`, params.route) &&
      filtered(flight.from, params.from) &&
      filtered(flight.to, params.to) &&
      filtered(flight.delayMinutes, params.delayMinutes)
    if (passes) sum += of(flight)
  }
  if (OTHER_FILTERS.some((filter) => params[filter] !== undefined)) return sum
  for (const month of member.flownByMonth) {
    if (!inWindow(Date.parse(`${month.month}-01T00:00:00Z`), asked, params)) continue
    const total = { flights: month.flights, distanceKm: month.distanceKm, paid: month.spendMinor.CNY ?? 0 }[all.month]!
    sum += part(total, month.cabins, month.flights, params.cabin)
  }
  const opening = openingBalance(asked)
  if (!all.opening || !opening || opening.flights === 0) return sum
  const total = { flights: opening.flights, distanceKm: opening.distanceKm, paid: opening.spend.amountMinor }[
    all.opening
  ]!
  return sum + openingSum(part(total, opening.cabins, opening.flights, params.cabin), asked, params)
}

function part(total: number, cabins: Record<string, number> | undefined, flights: number, filter: unknown): number {
  if (filter === undefined) return total
  if (!cabins || flights === 0) return 0
  const within = Object.entries(cabins).reduce((sum, [cabin, count]) => sum + (filtered(cabin, filter) ? count : 0), 0)
  // What is left of a balance may name more flights of a cabin than there are left in all.
  return Math.round((total * Math.min(within, flights)) / flights)
}

function most(counts: Record<string, number>): string | undefined {
  const keys = Object.keys(counts).filter((key) => counts[key]! > 0)
  return keys.sort((a, b) => counts[b]! - counts[a]! || (a < b ? -1 : 1))[0]
}

function lastResolved(
  asked: Asked,
  params: Source,
  read: (resolved: NonNullable<Complaint['resolved']>) => Value,
): Value {
  const all = asked.member.complaints.flatMap(({ resolved }) =>
    resolved && read(resolved) !== undefined ? [resolved] : [],
  )
  const last = all.sort((a, b) => b.at - a.at || (a.eventId < b.eventId ? 1 : -1))[0]
  return last && inWindow(last.at, asked, params) ? read(last) : undefined
}

function complaintsOf(asked: Asked, params: Source): Complaint[] {
  return asked.member.complaints.filter(
    ({ filed }) =>
      filed &&
      inWindow(filed.at, asked, params) &&
      filtered(filed.category, params.category) &&
      filtered(filed.severity, params.severity),
  )
}

function years(date: string | undefined, { now, zone }: Asked): number | undefined {
  if (!date) return undefined
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const today = dateOf(now, zone)
  const had = today.month > month || (today.month === month && today.day >= day)
  return Math.max(0, today.year - year - (had ? 0 : 1))
}

/** Day by day, until one is an anniversary; the 28th of February is that of the 29th in a year without one. */
function daysUntil(date: string | undefined, { now, zone }: Asked): number | undefined {
  if (!date) return undefined
  const born = Temporal.PlainDate.from(date)
  let day = dateOf(now, zone)
  const isDay = () => day.year > born.year && day.equals(born.with({ year: day.year }, { overflow: 'constrain' }))
  let days = 0
  for (; !isDay(); days++) day = day.add({ days: 1 })
  return days
}

function latest<T extends { at: number }>(
  items: readonly T[],
  asked: Asked,
  params: Source,
  read: (item: T) => Value,
): Value {
  const item = [...items].sort((a, b) => b.at - a.at).find((each) => read(each) !== undefined)
  return item && inWindow(item.at, asked, params) ? read(item) : undefined
}

/** Flights 30 of 100, full at 40; cabins 40, full at 20; kilometres 30, full at 80,000: of the last 365 days. */
function tierScoreOf(asked: Asked): number | undefined {
  const ever = flownSum(asked, {}, () => 1, { month: 'flights', opening: 'flights' })
  if (ever === 0 || profileIn(asked.member).profiling === false) return undefined
  const count = (more: Source) =>
    flownSum(asked, { inLast: '365d', ...more }, () => 1, { month: 'flights', opening: 'flights' })
  const km = flownSum(asked, { inLast: '365d' }, (flight) => flight.distanceKm, {
    month: 'distanceKm',
    opening: 'distanceKm',
  })
  const cabins =
    count({ cabin: 'F' }) + 0.75 * count({ cabin: 'C' }) + 0.5 * count({ cabin: 'W' }) + 0.25 * count({ cabin: 'Y' })
  const points = 30 * Math.min(1, count({}) / 40) + 40 * Math.min(1, cabins / 20) + 30 * Math.min(1, km / 80_000)
  return Math.round(points * 10) / 10
}

/** As {@link tierScoreOf}, with so many flights more as those of the last year were on average. */
function tierScoreWith(asked: Asked, counted: Asked, more: number): number {
  const year = (of: Asked, params: Source = {}) =>
    flownSum(of, { inLast: '365d', ...params }, () => 1, { month: 'flights', opening: 'flights' })
  const km = (of: Asked) =>
    flownSum(of, { inLast: '365d' }, ({ distanceKm }) => distanceKm, { month: 'distanceKm', opening: 'distanceKm' })
  const part = more / year(asked)
  const both = (count: (of: Asked) => number) => count(counted) + part * count(asked)
  const cabin = (of: string) => both((each) => year(each, { cabin: of }))
  const cabins = cabin('F') + 0.75 * cabin('C') + 0.5 * cabin('W') + 0.25 * cabin('Y')
  const points =
    30 * Math.min(1, (year(counted) + more) / 40) + 40 * Math.min(1, cabins / 20) + 30 * Math.min(1, both(km) / 80_000)
  return Math.round(points * 10) / 10
}

const TIERS: Record<string, number> = { member: 0, silver: 25, gold: 50, platinum: 80 }

/** One flight after the other, until it is enough. */
function flightsToTierOf(asked: Asked, params: Source): number | undefined {
  const least = TIERS[params.tier as string]
  const year = flownSum(asked, { inLast: '365d' }, () => 1, { month: 'flights', opening: 'flights' })
  if (least === undefined || tierScoreOf(asked) === undefined || year === 0) return undefined
  const end = endOf(asked, params)
  const then = { ...asked, now: end === undefined ? asked.now : end - 1 }
  if (tierScoreWith(asked, then, 1000) < least) return undefined
  let more = 0
  while (tierScoreWith(asked, then, more) < least) more += 1
  return more
}

/** Points of a year: flights 50, full at 20; spend 50, full at 20,000 CNY. */
function valueGroupOf(asked: Asked): string | undefined {
  const ever = flownSum(asked, {}, () => 1, { month: 'flights', opening: 'flights' })
  if (ever === 0 || profileIn(asked.member).profiling === false) return undefined
  const worth = (days: number) => {
    const params = { inLast: `${days}d` }
    const flights = flownSum(asked, params, () => 1, { month: 'flights', opening: 'flights' })
    return { flights, paid: values.spend!(asked, params) as number }
  }
  const points = ({ flights, paid }: { flights: number; paid: number }) =>
    50 * Math.min(1, flights / 20) + 50 * Math.min(1, paid / 2_000_000)
  const [year, both, pace] = [worth(365), worth(730), worth(90)]
  const before = { flights: both.flights - year.flights, paid: both.paid - year.paid }
  const times = 365 / 90
  if (points(year) >= 50) return 'high'
  const could = [points(before), points({ flights: pace.flights * times, paid: pace.paid * times })]
  return could.some((each) => each >= 50) ? 'potential' : 'ordinary'
}

/** The middle one, of two in the middle the lower; of fewer than three none. */
function middleOf(all: readonly number[]): number | undefined {
  return all.length < 3 ? undefined : [...all].sort((a, b) => a - b)[Math.ceil(all.length / 2) - 1]
}

function losesTierOf(asked: Asked, params: Source): boolean | undefined {
  const held = TIERS[profileIn(asked.member).tier ?? '']
  if (held === undefined || tierScoreOf(asked) === undefined) return undefined
  const end = endOf(asked, params)
  return end === undefined ? held > 0 : tierScoreOf({ ...asked, now: end - 1 })! < held
}

/** The first instant that is no longer within. */
function endOf({ now, zone }: Asked, { inNext }: Source): number | undefined {
  if (inNext === undefined) return undefined
  const { days, ms } = reach(inNext as string)
  return ms === undefined ? startOf(dateOf(now, zone).add({ days: days! + 1 }), zone) : now + ms + 1
}

/** BG/NBD with the parameters that ship, half a year ahead: by the formula in the publication, in plain numbers. */
function churnRiskOf(asked: Asked): number | undefined {
  const { member, now, zone } = asked
  if (profileIn(member).profiling === false) return undefined
  const opening = openingBalance(asked)
  const brought = opening && opening.flights > 0 ? openingFlights(opening, zone) : []
  const months = member.flownByMonth.map(({ month }) => Date.parse(`${month}-01T00:00:00Z`))
  const dated = [...member.flights.map(({ at }) => at), ...brought, ...months]
  if (dated.length === 0) return undefined
  const x = flownSum(asked, {}, () => 1, { month: 'flights', opening: 'flights' }) - 1
  const days = (from: number, to: number) => Math.max(0, (to - from) / 86_400_000)
  const today = startOf(dateOf(now, zone), zone)
  const [first, last] = [Math.min(...dated), Math.max(...dated)]
  const [r, alpha, a, b] = [1.11, 58.1, 0.184, 3.41]
  const age = days(first, today)
  const odds = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + days(first, last))) ** (r + x)
  const returns = (1 / (1 + odds)) * (1 - ((alpha + age) / (alpha + age + 180)) ** (r + x))
  return Math.round((1 - returns) * 10_000) / 10_000
}

/** Of the taught model, rounded as its facts are. */
function decimals(digits: number, of: (seen: Seen) => number | undefined, asked: Asked): number | undefined {
  const { member, now, zone } = asked
  if (profileIn(member).profiling === false) return undefined
  const opening = openingBalance(asked)
  const brought = opening && opening.flights > 0 ? openingFlights(opening, zone) : []
  const share = (i: number) =>
    Math.floor((opening!.spend.amountMinor * (i + 1)) / brought.length) -
    Math.floor((opening!.spend.amountMinor * i) / brought.length)
  const isPaid = opening?.spend.currency === 'CNY' && opening.spend.amountMinor > 0
  const seen = seenOf(
    [
      ...member.flights.map(({ at, fare }) => ({ at, ...(fare?.currency === 'CNY' && { paid: fare.amountMinor }) })),
      ...member.flownByMonth.flatMap(({ month, flights, spendMinor: { CNY = 0 } }) =>
        Array.from({ length: flights }, (_, i) => ({
          at: Date.parse(`${month}-01T00:00:00Z`),
          ...(CNY > 0 && { paid: i === 0 ? CNY : 0 }),
        })),
      ),
      ...brought.map((at, i) => ({ at, ...(isPaid && { paid: share(i) }) })),
    ],
    startOf(dateOf(now, zone), zone),
  )
  const value = seen && of(seen)
  return value === undefined ? undefined : Math.round(value * 10 ** digits) / 10 ** digits
}

const counting = new Set([
  'flights',
  'flightsSinceOpening',
  'distanceKm',
  'spend',
  'bookings',
  'booking',
  'disruptions',
  'complaints',
  'openComplaint',
  'offers',
  'compensations',
  'happened',
])

/** What is kept of events of a type: when, and what can be asked of it. */
function happenings({ member }: Asked, type: string): { at: number | undefined; fields: Source; sums: Source }[] {
  const flightFields = (flight: { cabin: string; from: string; to: string; carrier: string }) => ({
    ...flight,
    route: `${flight.from}-${flight.to}`,
  })
  switch (type) {
    case 'flight.completed':
      return member.flights.map((flight) => ({
        at: flight.at,
        fields: flightFields(flight),
        sums: { distanceKm: flight.distanceKm, fare: flight.fare?.currency === 'CNY' ? flight.fare.amountMinor : 0 },
      }))
    case 'member.disrupted':
      return disrupted(member).map(({ at, ...fields }) => ({ at, fields, sums: {} }))
    case 'complaint.filed':
      return member.complaints.map(({ filed }) => ({ at: filed?.at, fields: { ...filed }, sums: {} }))
    case 'complaint.resolved':
      return member.complaints.map(({ filed, resolved }) => ({
        at: resolved?.at,
        fields: { ...filed, ...resolved },
        sums: {},
      }))
    case 'survey.answered':
      return member.surveys.map(({ at, ...fields }) => ({ at, fields, sums: {} }))
    case 'offer.issued':
      return member.offers.map(({ issuedAt, ...fields }) => ({ at: issuedAt, fields, sums: {} }))
    case 'offer.accepted':
      return member.offers.map(({ acceptedAt, ...fields }) => ({ at: acceptedAt, fields, sums: {} }))
    case 'compensation.granted':
      return member.compensations.map(({ grantedAt, ...fields }) => ({
        at: grantedAt,
        fields,
        sums: { miles: fields.kind === 'miles' ? fields.amount : 0 },
      }))
    case 'message.opened':
      return member.mails
        .filter(({ channel }) => channel !== undefined)
        .map(({ openedAt, ...fields }) => ({ at: openedAt, fields, sums: {} }))
    case 'email.clicked':
      return member.mails
        .filter(({ channel }) => channel === undefined)
        .map(({ clickedAt, ...fields }) => ({ at: clickedAt, fields, sums: {} }))
    default:
      throw new Error(`${type} is not known here`)
  }
}

/** How many happened, or what they come to. Of a booking one flight must pass all that is asked of it. */
function happened(asked: Asked, { event, where = {}, sum, ...params }: Source): number {
  const passes = (fields: Source) =>
    Object.entries(where as Source).every(([field, filter]) => filtered(fields[field] as Value, filter))
  if (event === 'booking.created') {
    return asked.member.bookings.filter(
      ({ created }) =>
        created &&
        inWindow(created.at, asked, params) &&
        created.flights.some((flight) => passes({ ...flight, route: `${flight.from}-${flight.to}` })),
    ).length
  }
  return happenings(asked, event as string)
    .filter(({ at, fields }) => at !== undefined && inWindow(at, asked, params) && passes(fields))
    .reduce((total, { sums }) => total + (sum === undefined ? 1 : (sums[sum as string] as number)), 0)
}

function lastOf(instants: readonly (number | undefined)[]): { since: number } | undefined {
  const known = instants.filter((at) => at !== undefined)
  return known.length > 0 ? { since: Math.max(...known) } : undefined
}

const values: Record<string, (asked: Asked, params: Source) => Value | object> = {
  happened,
  tier: ({ member }) => profileIn(member).tier,
  homeAirport: ({ member }) => profileIn(member).homeAirport,
  gender: ({ member }) => profileIn(member).gender,
  locale: ({ member }) => profileIn(member).locale,
  companyId: ({ member }) => profileIn(member).companyId,
  timeZone: ({ member }) => profileIn(member).timeZone,
  hasEmail: ({ member }) => profileIn(member).email !== undefined,
  consent: ({ member }) => profileIn(member).consentEmail ?? false,
  serviceMail: ({ member }) => member.layers[0]!.fields.saidService ?? true,
  age: (asked) => years(profileIn(asked.member).birthDate, asked),
  birthday: (asked) => daysUntil(profileIn(asked.member).birthDate, asked),
  memberAnniversary: (asked) => daysUntil(profileIn(asked.member).enrolledOn, asked),
  birthDate: ({ member }) => profileIn(member).birthDate,
  enrolledOn: ({ member }) => profileIn(member).enrolledOn,
  preference: ({ member }, params) => profileIn(member).preferences?.[params.of as string],
  averageDiscount: (asked) => openingBalance(asked)?.averageDiscount,
  lastComplaint: ({ member }) => lastOf(member.complaints.map(({ filed }) => filed?.at)),
  lastBooking: (asked) => lastOf(booked(asked, {}).map(({ created }) => created.at)),
  lastDisruption: ({ member }) => lastOf(disrupted(member).map(({ at }) => at)),
  lastMail: ({ member }, params) =>
    lastOf(
      member.mails
        .filter((mail) => mail.channel === undefined && filtered(mail.class, params.class))
        .map(({ claimedAt }) => claimedAt),
    ),
  lastMessage: ({ member }, params) =>
    lastOf(
      member.mails
        .filter((mail) => mail.channel !== undefined && filtered(mail.channel, params.channel))
        .map(({ claimedAt }) => claimedAt),
    ),
  memberFor: ({ member, zone }) => {
    const { enrolledOn } = profileIn(member)
    return enrolledOn && { since: startOf(Temporal.PlainDate.from(enrolledOn), zone) }
  },
  flights: (asked, params) => flownSum(asked, params, () => 1, { month: 'flights', opening: 'flights' }),
  flightsSinceOpening: (asked, params) => flownSum(asked, params, () => 1, { month: 'flights' }),
  distanceKm: (asked, params) =>
    flownSum(asked, params, (flight) => flight.distanceKm, { month: 'distanceKm', opening: 'distanceKm' }),
  spend: (asked, params) =>
    flownSum(asked, params, ({ fare }) => (fare?.currency === 'CNY' ? fare.amountMinor : 0), {
      month: 'paid',
      opening: 'paid',
    }),
  lastFlight: (asked) => {
    const opening = openingBalance(asked)
    const brought = opening && opening.flights > 0 ? openingFlights(opening, asked.zone) : []
    const all = [...asked.member.flights.map(({ at }) => at), ...brought]
    return lastOf(all)
  },
  mostFlownRoute: (asked, params) => {
    const counts: Record<string, number> = {}
    for (const { at, from, to, cabin } of asked.member.flights) {
      const passes = filtered(cabin, params.cabin) && filtered(from, params.from)
      if (inWindow(at, asked, params) && passes) counts[`${from}-${to}`] = (counts[`${from}-${to}`] ?? 0) + 1
    }
    return most(counts)
  },
  mostFlownCabin: (asked, params) => {
    const count = (cabin: string) =>
      flownSum(asked, { ...params, cabin }, () => 1, { month: 'flights', opening: 'flights' })
    return most({ F: count('F'), C: count('C'), W: count('W'), Y: count('Y') })
  },
  bookings: (asked, params) =>
    booked(asked, params).filter(({ created }) => inWindow(created.at, asked, params)).length,
  booking: (asked, params) =>
    booked(asked, params)
      .filter(({ created }) => inWindow(created.at, asked, { inLast: params.bookedInLast }))
      .flatMap(({ flights }) => flights)
      .filter(({ departsAt }) => isAhead(departsAt, asked, params)).length,
  disruptions: (asked, params) =>
    disrupted(asked.member).filter(
      ({ at, kind, delayMinutes }) =>
        inWindow(at, asked, params) && filtered(kind, params.kind) && filtered(delayMinutes, params.delayMinutes),
    ).length,
  worstDelayMinutes: (asked, params) => {
    const all = [...asked.member.flights, ...disrupted(asked.member)].filter(
      ({ at, delayMinutes }) => delayMinutes !== undefined && inWindow(at, asked, params),
    )
    return all.length > 0 ? Math.max(...all.map(({ delayMinutes }) => delayMinutes!)) : undefined
  },
  complaints: (asked, params) => complaintsOf(asked, params).length,
  churnRisk: (asked) => churnRiskOf(asked),
  alive: (asked) => decimals(4, aliveOf, asked),
  expectedFlights: (asked) => decimals(2, (seen) => returnsOf(seen, 365), asked),
  lifetimeValue: (asked) => decimals(0, worthOf, asked),
  tierScore: (asked) => tierScoreOf(asked),
  earnedTier: (asked) => {
    const score = tierScoreOf(asked)
    if (score === undefined) return undefined
    if (score >= 50) return score >= 80 ? 'platinum' : 'gold'
    return score >= 25 ? 'silver' : 'member'
  },
  flightsToTier: flightsToTierOf,
  losesTier: losesTierOf,
  companyClass: () => undefined,
  valueGroup: valueGroupOf,
  upgradePropensity: () => undefined,
  usualWeekday: (asked, params) => {
    const counts: Record<string, number> = {}
    for (const { at, date, cabin } of asked.member.flights) {
      const day = Temporal.PlainDate.from(date.slice(0, 10)).toLocaleString('en', { weekday: 'long' }).toLowerCase()
      if (inWindow(at, asked, params) && filtered(cabin, params.cabin)) counts[day] = (counts[day] ?? 0) + 1
    }
    return most(counts)
  },
  usualLeadDays: (asked) =>
    middleOf(
      booked(asked, {}).map(({ created }) => {
        const first = Math.min(...created.flights.map(({ departsAt }) => departsAt))
        return Math.max(0, Math.floor((first - created.at) / 86_400_000))
      }),
    ),
  usualCompanions: (asked) =>
    middleOf(
      booked(asked, {})
        .flatMap(({ created }) => (created.travellers ?? 0) - 1)
        .filter((n) => n >= 0),
    ),
  openComplaint: (asked, params) => complaintsOf(asked, params).filter(({ resolved }) => !resolved).length,
  lastComplaintOutcome: (asked, params) => lastResolved(asked, params, ({ outcome }) => outcome),
  complaintSatisfaction: (asked, params) => lastResolved(asked, params, ({ satisfaction }) => satisfaction),
  nps: (asked, params) => latest(asked.member.surveys, asked, params, ({ nps }) => nps),
  lowestTopic: (asked, params) => latest(asked.member.surveys, asked, params, ({ lowest }) => lowest),
  surveyRating: (asked, params) => latest(asked.member.surveys, asked, params, ({ rating }) => rating),
  offers: (asked, params) =>
    asked.member.offers.filter((offer) => {
      const open = offer.expiresAt > asked.now ? 'open' : 'expired'
      const state = offer.acceptedAt ? 'accepted' : offer.declinedAt ? 'declined' : open
      return inWindow(offer.issuedAt, asked, params) && filtered(state, params.state)
    }).length,
  compensations: (asked, params) =>
    asked.member.compensations.filter(
      ({ grantedAt, kind }) => inWindow(grantedAt, asked, params) && filtered(kind, params.kind),
    ).length,
}

function isAhead(departsAt: number, { now, zone }: Asked, params: Source): boolean {
  const { compare } = Temporal.PlainDate
  if (departsAt <= now) return false
  const [date, today] = [dateOf(departsAt, zone), dateOf(now, zone)]
  if (params.departsDuring !== undefined) {
    const [which, period] = (params.departsDuring as string).split(' ') as [string, string]
    const startOfPeriod = startsOf[period]!
    const next = nextStart(startOfPeriod, today)
    const [first, last] = which === 'this' ? [today, next] : [next, nextStart(startOfPeriod, next)]
    return compare(date, first) >= 0 && compare(date, last) < 0
  }
  if (params.departsBetween !== undefined) {
    const ends = params.departsBetween as [string, string]
    if (/^\d{4}-/.test(ends[0])) return compare(date, ends[0]) >= 0 && compare(date, ends[1]) <= 0
    const [near, far] = ends.map(reach) as [ReturnType<typeof reach>, ReturnType<typeof reach>]
    if (near.ms !== undefined) return departsAt >= now + near.ms && departsAt <= now + far.ms!
    return compare(date, today.add({ days: near.days! })) >= 0 && compare(date, today.add({ days: far.days! })) <= 0
  }
  if (params.departsWithin === undefined) return true
  const { days, ms } = reach(params.departsWithin as string)
  if (ms !== undefined) return departsAt <= now + ms
  return Temporal.PlainDate.compare(dateOf(departsAt, zone), dateOf(now, zone).add({ days: days! })) <= 0
}

/** The first day of the period after the one that a day falls in. */
function nextStart(startOfPeriod: (date: Temporal.PlainDate) => Temporal.PlainDate, day: Temporal.PlainDate) {
  let next = day
  while (startOfPeriod(next).equals(startOfPeriod(day))) next = next.add({ days: 1 })
  return next
}

/** Standing bookings with those of their flights that pass the filters, where there are some. */
function booked({ member }: Asked, params: Source) {
  return member.bookings.flatMap(({ created, cancelled }) => {
    if (!created) return []
    const later =
      cancelled && (cancelled.at > created.at || (cancelled.at === created.at && cancelled.eventId > created.eventId))
    const flights = created.flights.filter(
      ({ cabin, from, to }) =>
        filtered(cabin, params.cabin) && filtered(`${from}-${to}`, params.route) && filtered(from, params.from),
    )
    return later || flights.length === 0 ? [] : [{ created, flights }]
  })
}
