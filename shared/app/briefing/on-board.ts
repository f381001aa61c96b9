import type { Cabin } from '../../contract/index.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { isCancelled, knownOf } from '../../domain/member/disrupted.ts'
import { byFlight, byLeg, findersOf, legNamed } from '../../domain/member/finders.ts'
import { parseLeg } from '../../domain/member/legs.ts'
import type { Member } from '../../domain/member/member.ts'
import type { Ports } from '../../ports/index.ts'
import { allNames } from '../react/leg-names.ts'

type Index = Pick<Ports, 'finders' | 'members' | 'legNames'>

/** A member who is booked on a leg. */
export interface Booked {
  member: Member
  cabin: Cabin
  departsAt: number
  /** By which of the leg's names. */
  leg: string
}

/** Who is booked on a leg that is to fly, by whichever of its names: the member says it, the index only whom to ask. */
export async function bookedOn(leg: string, ports: Index): Promise<Booked[]> {
  const names = [...new Set((await allNames([leg], ports)).map(byLeg))]
  const members = await membersBy(names, ports)
  return members.flatMap((member) => {
    const finders = findersOf(member)
    const name = names.find((each) => finders.get(each)?.seat)
    if (name === undefined || isCalledOff(leg, member)) return []
    const { cabin, departsAt } = finders.get(name)!.seat!
    return [{ member, cabin, departsAt, leg: legNamed(name)! }]
  })
}

/** The legs of a flight number and a date on which members are booked, in the order of the alphabet. */
export async function legsOn(number: string, date: string, ports: Index): Promise<string[]> {
  const members = await membersBy([byFlight(number, date)], ports)
  const legs = members.flatMap((member) => [...findersOf(member).keys()].flatMap((name) => legNamed(name) ?? []))
  return [...new Set(legs)]
    .filter((leg) => {
      const parsed = parseLeg(leg)
      return parsed?.number === number && parsed.date === date
    })
    .sort()
}

function isCalledOff(leg: string, member: Member): boolean {
  const account = knownOf(leg, member, { flightSuffix: 'ignored' })
  return account !== undefined && isCancelled(account)
}

async function membersBy(names: readonly string[], ports: Index): Promise<Member[]> {
  const found = (await Promise.all(names.map((name) => ports.finders.by(name)))).flat()
  const ids = [...new Set(found.map(({ memberId }) => memberId))]
  return [...(await ports.members.read(ids)).values()].map(decodeMember)
}
