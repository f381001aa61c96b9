import { decodeMember } from '../domain/member/codec.ts'
import { LIMITS, type Member } from '../domain/member/member.ts'
import type { Ports } from '../ports/index.ts'

/** Who goes on for a card: the card itself, or the one its merges lead to in the end, whom nothing may be known of yet. */
export interface Survivor {
  memberId: string
  member: Member | undefined
  /** The merged cards on the way there, the one that was asked for first. */
  by: string[]
}

/**
 * Follows merges to their end. Nothing is merged in a circle, and a person has so many cards at most; a stored chain that
 * does not end has been written by something else, and is an error.
 */
export async function survivorOf(memberId: string, { members }: Pick<Ports, 'members'>): Promise<Survivor> {
  const by: string[] = []
  let id = memberId
  while (by.length <= LIMITS.aliases) {
    const stored = (await members.read([id], { consistent: true })).get(id)
    const member = stored && decodeMember(stored)
    if (member?.mergedInto === undefined) return { memberId: id, member, by }
    by.push(id)
    id = member.mergedInto
  }
  throw new Error('cards are merged in a circle: what is stored of them was not written by Wingback')
}
