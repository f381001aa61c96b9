import type { Announcement } from '../../contract/announcements.ts'
import { NOBODY } from '../../contract/task.ts'
import { briefingOf, type Moment } from '../../domain/briefing.ts'
import { parseLeg } from '../../domain/member/legs.ts'
import type { Departure, Ports } from '../../ports/index.ts'
import { type Booked, bookedOn } from './on-board.ts'

/** The announcement of a leg's briefing: whom the link leads to is told by nothing but numbers. Undefined: nobody of ours flies. */
export async function announcementFor(
  { leg, departsAt }: Departure,
  ports: Pick<Ports, 'finders' | 'members' | 'legNames'>,
  moment: Moment & { carriers: readonly string[]; baseUrl: string },
): Promise<Announcement<'briefing.ready'> | undefined> {
  // Who has not heard yet that it departs at another time sits on it all the same; that time has an announcement of its own.
  const booked = await bookedOn(leg, ports)
  if (!booked.some((each) => each.departsAt === departsAt)) return undefined
  const name = ownName(booked, moment.carriers)
  const { number, from, to, date } = parseLeg(name)!
  const cabins = briefingOf(booked, moment, 0).map(({ guests: _, ...counts }) => counts)
  return {
    type: 'briefing.ready',
    detail: {
      id: `briefing:${name}:${departsAt}`,
      occurredAt: new Date(moment.now).toISOString(),
      memberId: NOBODY,
      ...{ flight: number, from, to, date },
      departsAt: new Date(departsAt).toISOString(),
      cabins,
      link: `${moment.baseUrl}flights/${number}/${date}/briefing`,
    },
  }
}

/** Of the names under which members booked it, the airline's own: however many there are, it is one briefing. */
function ownName(booked: readonly Booked[], carriers: readonly string[]): string {
  const isOurs = (leg: string) => carriers.includes(leg.slice(0, 2))
  const [name] = [...new Set(booked.map(({ leg }) => leg))].sort(
    (a, b) => Number(isOurs(b)) - Number(isOurs(a)) || (a < b ? -1 : 1),
  )
  return name!
}
