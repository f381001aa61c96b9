import { calendarOf, nextTimeOfDay } from '../calendar.ts'
import { type Cursor, complain, mapping, text } from '../cursor.ts'
import type { Schedule } from '../schedule.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { parseTimeOfDay } from '../units.ts'
import { onlyOne, readZone } from './read.ts'
import type { CampaignScope, Checks } from './scope.ts'

const LONGEST = 100

/** `{ cron: "0 10 * * MON", zone: Asia/Shanghai }` or `{ once: 2026-12-24T10:00 }`; the default zone is the airline's. */
export function readSchedule(cursor: Cursor, scope: Pick<CampaignScope, 'zone' | 'checks'>): Schedule | undefined {
  const fields = mapping(cursor, ['cron', 'once', 'zone'])
  if (!fields) return undefined
  const zone = fields.zone ? readZone(fields.zone) : scope.zone
  const kind = onlyOne(cursor, fields, ['cron', 'once'])
  if (!kind || zone === undefined) return undefined
  return kind === 'cron' ? readCron(fields.cron!, zone, scope.checks) : readOnce(fields.once!, zone, scope.checks)
}

function readCron(cursor: Cursor, zone: string, { faultOf }: Checks): Schedule | undefined {
  const pattern = text(cursor, LONGEST)
  if (pattern === undefined) return undefined
  const schedule = { kind: 'cron' as const, pattern, zone }
  const fault = faultOf?.(schedule)
  return fault ? complain(cursor, 'bad-schedule', fault.message, fault.hint) : schedule
}

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)$/

/** A date and a time of day on the zone's wall clock. */
function readOnce(cursor: Cursor, zone: string, { now = Number.NEGATIVE_INFINITY }: Checks): Schedule | undefined {
  const [, date = '', time] = LOCAL.exec(String(cursor.value)) ?? []
  const minutes = parseTimeOfDay(time)
  if (minutes === undefined || !isDate(date)) {
    const hint: Wording = ({ problems }) => problems.writeDateAndTime
    return complain(cursor, 'bad-instant', ({ problems }) => problems.expectedDateAndTime(cursor.value), hint)
  }
  const at = nextTimeOfDay(calendarOf(zone).startOf(date) - 1, minutes, zone)
  return at > now
    ? { kind: 'once', at }
    : complain(cursor, 'past-schedule', ({ problems }) => problems.hasPassed(cursor.value))
}

function isDate(text: string): boolean {
  const day = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text)
}
