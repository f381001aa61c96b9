import type { Deed } from '../../domain/deed.ts'
import type { Member } from '../../domain/member/member.ts'
import { survivorOf } from '../survivor.ts'
import { changeWorld } from '../world/change-world.ts'
import { type ApiContext, type ApiPorts, type Refusal, refuse } from './http.ts'
import { noSuchMember } from './members.ts'

type Living = { ok: true; member: Member } | { ok: false; refused: Refusal }

/** Who goes on for a card, to be done something for: nothing is done for who was erased. */
export async function livingMember(memberId: string, ports: ApiPorts): Promise<Living> {
  const { member } = await survivorOf(memberId, ports)
  if (!member) return { ok: false, refused: noSuchMember(memberId) }
  if (member.erasedAt !== undefined)
    return { ok: false, refused: refuse(409, 'member-erased', ({ api }) => api.memberErased) }
  return { ok: true, member }
}

/**
 * Keeps in the history who did something for members. History is read by who sees no personal data and is kept for ever: cards
 * stand in it as the ledger's hashes of them.
 */
export async function noteChange(
  what: (persons: string[]) => Deed,
  cards: readonly string[],
  { ports, now }: ApiContext,
  by: string,
): Promise<void> {
  const deed = what(await ports.ledger.persons(cards))
  await changeWorld(ports.world, (before) => ({ state: before, what: deed }), { at: now(), by })
}
