import { calendarOf, MINUTE, nextTimeOfDay } from '../calendar.ts'
import { type Cursor, complain, describe, mapping, text } from '../cursor.ts'
import { faultOfCron, nextOccurrence, occurrences, type Schedule } from '../schedule.ts'
import { parseTimeOfDay } from '../units.ts'
import { onlyOne, readZone } from './read.ts'
import type { CampaignScope } from './scope.ts'

/** A whole audience is gone through each time. */
const OFTENEST = 15 * MINUTE
const LOOKED_AT = 200
/** Any day: what a pattern comes to is the same, whenever it is asked. */
const FROM = Date.UTC(2026, 0, 1)
const LONGEST = 100

/** `{ cron: "0 10 * * MON", zone: Asia/Shanghai }` or `{ once: 2026-12-24T10:00 }`; the zone is the airline's if none is said. */
export function readSchedule(cursor: Cursor, scope: Pick<CampaignScope, 'zone' | 'now'>): Schedule | undefined {
  const fields = mapping(cursor, ['cron', 'once', 'zone'])
  if (!fields) return undefined
  const zone = fields.zone ? readZone(fields.zone) : scope.zone
  const kind = onlyOne(cursor, fields, ['cron', 'once'])
  if (!kind || zone === undefined) return undefined
  return kind === 'cron' ? readCron(fields.cron!, zone) : readOnce(fields.once!, zone, scope.now)
}

function readCron(cursor: Cursor, zone: string): Schedule | undefined {
  const pattern = text(cursor, LONGEST)
  if (pattern === undefined) return undefined
  const fault = faultOfCron(pattern)
  if (fault) return complain(cursor, 'bad-schedule', `"${pattern}": ${fault}`, 'write "0 10 * * MON": Mondays at 10:00')
  const schedule: Schedule = { kind: 'cron', pattern, zone }
  if (nextOccurrence(schedule, FROM) === Number.POSITIVE_INFINITY)
    return complain(cursor, 'bad-schedule', `"${pattern}" never comes`)
  const instants = occurrences(schedule, FROM, Number.POSITIVE_INFINITY, LOOKED_AT)
  if (instants.some((at, i) => i > 0 && at - instants[i - 1]! < OFTENEST))
    return complain(cursor, 'bad-schedule', `"${pattern}" comes more often than every 15 minutes`)
  return schedule
}

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)$/

/** A date and a time of day, as the zone's wall clock shows them. */
function readOnce(cursor: Cursor, zone: string, now = Number.NEGATIVE_INFINITY): Schedule | undefined {
  const [, date = '', time] = LOCAL.exec(String(cursor.value)) ?? []
  const minutes = parseTimeOfDay(time)
  if (minutes === undefined || !isDate(date)) {
    const hint = 'write 2026-12-24T10:00'
    return complain(cursor, 'bad-instant', `expected a date and a time of day, found ${describe(cursor.value)}`, hint)
  }
  const at = nextTimeOfDay(calendarOf(zone).startOf(date) - 1, minutes, zone)
  return at > now ? { kind: 'once', at } : complain(cursor, 'past-schedule', `${cursor.value} has passed`)
}

function isDate(text: string): boolean {
  const day = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text)
}
