import * as z from 'zod'
import { type Calendar, calendarOf } from '../../domain/calendar.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { factsOf } from '../../domain/member/facts.ts'
import { beginningFor, plainName } from '../../domain/member/family-name.ts'
import { byBooking, byMail, byName } from '../../domain/member/finders.ts'
import { fullNameOf } from '../../domain/message/name.ts'
import type { StoredMember } from '../../ports/index.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { page, turn } from './page.ts'

const AT_MOST = 100

interface FoundIds {
  ids: string[]
  /** Of the next page. */
  cursor: string | null
  /** There are more than can be shown. */
  more: boolean
}

const search = z.object({
  ...page(AT_MOST),
  by: z.enum(['mail', 'booking', 'name']),
  for: z.string().trim().min(1).max(254),
})

/**
 * Members by what somebody has at hand who does not know their card: read from the index of addresses, bookings and beginnings
 * of family names, at most 100 a page.
 */
export const findMembers = route(search, async (asked, context) => {
  const found = await (asked.by === 'name' ? foundByName(asked, context) : foundBy(asked, context))
  if ('status' in found) return found
  const { ids, cursor, more } = found
  const [stored, zone] = await Promise.all([context.ports.members.read(ids), zoneOf(context)])
  const calendar = calendarOf(zone)
  const members = [...stored.values()].map((each) => lineOf(each, context.now(), calendar))
  if (asked.by !== 'name') return ok({ members, cursor, more })
  const called = plainName(asked.for)
  const named = members.filter(({ familyName }) => plainName(familyName).startsWith(called))
  return ok({ members: named.sort((a, b) => compareNames(a.name, b.name)), cursor, more })
})

async function foundBy({ by, for: text }: z.output<typeof search>, { ports }: ApiContext): Promise<FoundIds> {
  const found = await ports.finders.by(by === 'mail' ? byMail(text) : byBooking(text.toUpperCase()))
  const ids = [...new Set(found.map(({ memberId }) => memberId))].sort()
  return { ids: ids.slice(0, AT_MOST), cursor: null, more: ids.length > AT_MOST }
}

/** The index has beginnings of a few letters. Of a longer one a page is read as it comes, and who is called otherwise left out. */
async function foundByName(
  { for: text, cursor, limit }: z.output<typeof search>,
  { ports }: ApiContext,
): Promise<FoundIds | Refusal> {
  const beginning = beginningFor(text)
  if (beginning === undefined) return refuse(400, 'no-letters', ({ api }) => api.noLetters)
  const name = byName(beginning)
  const turned = await turn(`find ${name}`, cursor, (from) => ports.finders.page({ name, cursor: from, limit }))
  if (!turned.ok) return turned.refused
  return { ids: turned.found.memberIds, cursor: turned.cursor, more: turned.cursor !== null }
}

function lineOf(stored: StoredMember, now: number, calendar: Calendar) {
  const { memberId } = stored
  const facts = factsOf(decodeMember(stored), now, calendar)
  const { familyName = '', tier = null, email = null, lastFlightOn } = facts
  return { memberId, familyName, name: fullNameOf(facts), tier, email, lastFlightOn }
}

const { compare: compareNames } = new Intl.Collator(['zh-CN', 'en'])
