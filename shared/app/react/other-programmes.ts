import type { Flight } from '../../contract/flight.ts'
import { NOBODY } from '../../contract/task.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import { byLeg } from '../../domain/member/finders.ts'
import { legOf } from '../../domain/member/legs.ts'
import { newMember } from '../../domain/member/new.ts'
import { isOurs } from '../../domain/member/ours.ts'
import { ownTasks } from '../../domain/texts/en/own-tasks.ts'
import type { Ports } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { openTask } from '../deliver/open-task.ts'

/** Passengers with cards of other programmes. They do not become members. */
export async function cardsOfOthers(
  cards: readonly string[],
  { world, members }: Pick<Ports, 'world' | 'members'>,
): Promise<Set<string>> {
  const { cards: form } = await world.read()
  const strange = cards.filter((memberId) => !isOurs({ memberId, layers: [] }, form))
  if (strange.length === 0) return new Set()
  const stored = await members.read(strange)
  return new Set(
    strange.filter((memberId) => {
      const known = stored.get(memberId)
      return !isOurs(known ? decodeMember(known) : newMember(memberId), form)
    }),
  )
}

/**
 * Minutes. For a shorter delay the law owes nothing: care begins at two hours (EU261 and UK261, Art. 6), money later.
 */
const DUTY_FROM_MINUTES = 120

/**
 * Tells operations that passengers with other programmes' cards are on a disrupted flight: the carrier owes them what
 * the law says, and their programme does not know of it. One task for a flight and the same passengers, with their
 * number and no names.
 */
export async function tellOfOthers(
  event: Flight,
  cards: ReadonlySet<string>,
  ports: Pick<Ports, 'tasks' | 'bus'>,
  now: number,
): Promise<void> {
  if (cards.size === 0 || !mayBeOwed(event)) return
  const flight = byLeg(legOf(event)).replace(/^leg#/, '')
  const matter = { people: cards.size, flight, event: `${event.type} ${event.id.split('!')[0]}` }
  const name = shortHash(['other programmes', flight, ...[...cards].sort()], 22)
  await openTask(
    {
      name,
      memberId: NOBODY,
      about: { actionId: name, campaign: 'flights', rulebook: '' },
      ...ownTasks.otherProgrammes(matter),
      own: { is: 'otherProgrammes', ...matter },
    },
    ports,
    now,
  )
}

const DELAYS: readonly string[] = ['arrivalDelayMinutes', 'departureDelayMinutes']

function mayBeOwed(event: Flight): boolean {
  if (event.type !== 'flight.disrupted') return false
  if (event.kind !== 'delay' || event.unread?.some((path) => DELAYS.includes(path))) return true
  return Math.max(event.arrivalDelayMinutes ?? 0, event.departureDelayMinutes ?? 0) >= DUTY_FROM_MINUTES
}
