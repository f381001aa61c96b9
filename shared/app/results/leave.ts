import { decodeMember, encodeMember } from '../../domain/member/codec.ts'
import { cellsOf, mergeCells } from '../../domain/results/cohort.ts'
import type { Ports } from '../../ports/index.ts'

const TRIES_AT_MOST = 12

/**
 * Of a person who was erased only sums stay: what they came to in each analysis goes out of their item and into the remainder
 * of the cohort, at once, so that it is never counted twice or not at all. Can be done again: then there is nothing to do.
 */
export async function leaveCohorts(
  memberId: string,
  ports: Pick<Ports, 'members' | 'results'>,
  now: number,
): Promise<void> {
  for (let tries = 0; tries < TRIES_AT_MOST; tries++) {
    const stored = (await ports.members.read([memberId], { consistent: true })).get(memberId)
    if (!stored) return
    const member = decodeMember(stored)
    if (member.erasedAt === undefined || member.assigned.length === 0) return
    const left = await Promise.all(
      member.assigned.map(async (each) => {
        const part = await ports.results.partOf(each.analysis, each.day, memberId)
        return { part, remainder: mergeCells([...part.remainder, ...cellsOf(each)]) }
      }),
    )
    const version = stored.version + 1
    const without = { ...stored, version, state: encodeMember({ ...member, assigned: [] }) }
    if ((await ports.results.leave(without, left)) === 'conflict') continue
    return ports.results.note(
      member.assigned.map(({ analysis, day }) => ({ analysis, day, memberId, version })),
      now,
    )
  }
  throw new Error(`what an erased member came to was written by others ${TRIES_AT_MOST} times in a row`)
}
