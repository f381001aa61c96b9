import type { ActionKind } from '../actions/kinds.ts'
import { readDay } from '../audience/operands.ts'
import { bool, type Cursor, complain, list, mapping, oneOf, text } from '../cursor.ts'
import { onlyOne } from './read.ts'
import type { Blackout } from './rulebook.ts'

const BLACKOUTS_AT_MOST = 50
const DAYS_AT_MOST = 366

/** Kinds of action that a blackout may hold by name: what a member gets without a message. What the law owes never waits. */
export const MAY_BE_HELD = ['upgradeOffer', 'compensation'] as const satisfies readonly ActionKind[]

/** Days on which nothing is sent: `{ name, on }`, or `from` and `to`, both included. */
export function readBlackouts(cursor: Cursor): Blackout[] {
  return (list(cursor, BLACKOUTS_AT_MOST) ?? []).map(readBlackout).filter((each) => each !== undefined)
}

function readBlackout(cursor: Cursor): Blackout | undefined {
  const fields = mapping(cursor, ['name', 'on', 'from', 'to', 'zone', 'skip', 'holds'], ['name'])
  const begins = fields && onlyOne(cursor, fields, ['on', 'from'])
  if (!fields || !begins) return undefined
  const name = fields.name && text(fields.name)
  const from = readDay(fields[begins]!)
  const to = begins === 'from' && fields.to ? readDay(fields.to) : from
  if (begins === 'from' && !fields.to)
    complain(
      cursor,
      'missing-key',
      ({ problems }) => problems.toIsMissing,
      ({ problems }) => problems.lastDayOrOn,
    )
  if (begins === 'on' && fields.to)
    complain(
      fields.to,
      'bad-value',
      ({ problems }) => problems.onAndTo,
      ({ problems }) => problems.writeFromAndTo,
    )
  const zone = fields.zone ? oneOf(fields.zone, ['airline', 'member']) : 'airline'
  const skip = fields.skip ? bool(fields.skip) : false
  const named = fields.holds ? (list(fields.holds, MAY_BE_HELD.length) ?? []) : []
  const holds = named.map((each) => oneOf(each, MAY_BE_HELD))
  if (name === undefined || from === undefined || to === undefined || !zone || skip === undefined) return undefined
  if (holds.includes(undefined)) return undefined
  const days = to - from + 1
  if (days < 1)
    return complain(
      fields.to!,
      'bad-date',
      ({ problems }) => problems.lastBeforeFirst,
      ({ problems }) => problems.swapThem,
    )
  if (days > DAYS_AT_MOST)
    return complain(fields.to!, 'bad-date', ({ problems }) => problems.blackoutTooLong(days, DAYS_AT_MOST))
  return { name, from, to, ofMember: zone === 'member', skip, holds: holds.filter((kind) => kind !== undefined) }
}
