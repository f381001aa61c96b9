import { decodeMember } from '../domain/member/codec.ts'
import { LIMITS, type Member } from '../domain/member/member.ts'
import type { Ports } from '../ports/index.ts'

/** The card that goes on: the card itself, or where its merges lead. Nothing may be known of that one yet. */
export interface Survivor {
  memberId: string
  member: Member | undefined
  /** The merged cards on the way, beginning with the one asked for. */
  by: string[]
}

/**
 * Follows merges to their end. There are no circles, and a person has a limited number of cards; a stored chain that
 * does not end is an error.
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
