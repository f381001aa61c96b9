import { memberId } from '../../contract/fields.ts'
import type { Envelope } from '../../contract/index.ts'
import type { Ports, SetAside } from '../../ports/index.ts'
import { survivorOf } from '../survivor.ts'

const PAGE = 200

/**
 * Events that were set aside and name a member as theirs. All are gone through: there are few, and what did not
 * validate is in no index.
 */
export async function* setAsidesAbout(
  person: string,
  { setAsides }: Pick<Ports, 'setAsides'>,
): AsyncGenerator<SetAside> {
  let cursor: string | undefined
  do {
    const page = await setAsides.list({ cursor, limit: PAGE })
    for (const entry of page.entries) if (memberOf(entry.envelope.detail) === person) yield entry
    cursor = page.cursor
  } while (cursor)
}

/** Whose an event says it is, whatever else is wrong with it. */
export function memberOf(detail: unknown): string | undefined {
  const said = detail !== null && typeof detail === 'object' && 'memberId' in detail ? detail.memberId : undefined
  return memberId.safeParse(said).data
}

/** Those of the events that are about somebody who was erased, by whichever of their cards. */
export async function erasedAmong(
  envelopes: readonly Envelope[],
  { members }: Pick<Ports, 'members'>,
): Promise<Set<Envelope>> {
  const ids = new Set(envelopes.flatMap(({ detail }) => memberOf(detail) ?? []))
  const known = await Promise.all([...ids].map(async (id) => [id, await survivorOf(id, { members })] as const))
  const erased = new Set(known.flatMap(([id, { member }]) => (member?.erasedAt === undefined ? [] : [id])))
  return new Set(envelopes.filter(({ detail }) => erased.has(memberOf(detail) ?? '')))
}

/** The event as it is set aside when its person was erased: that it came, and nothing of what it said. */
export function withoutPerson(envelope: Envelope): Envelope {
  return { ...envelope, detail: { memberId: memberOf(envelope.detail) } }
}
