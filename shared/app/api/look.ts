import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import { compilePacked } from '../../domain/rulebook/bundle.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { StoredMember } from '../../ports/index.ts'
import { type AllowedRequest, type ApiContext, type Refusal, refuse } from './http.ts'
import { turn } from './page.ts'
import { refuseProblems } from './rulebook-problems.ts'

/** A rulebook that need not be live, and a page of members to look at with it. */
export interface Look {
  ok: true
  /** The rulebook as it is published. */
  bytes: Uint8Array
  rulebook: Rulebook
  members: Member[]
  /** All there are, as the tally knows. */
  total: number
  cursor: string | null
}

/** The rulebook is in the body, as it would be published, or a `version` that was. */
export async function look(
  { version, cursor, limit }: { version?: string | undefined; cursor?: string | undefined; limit: number },
  { ports }: ApiContext,
  request: AllowedRequest,
): Promise<Look | { ok: false; refused: Refusal }> {
  const bytes = version === undefined ? request.body : await ports.rulebooks.read(version)
  if (!bytes)
    return { ok: false, refused: refuse(404, 'no-such-rulebook', ({ api }) => api.noSuchRulebook(String(version))) }
  const checked = compilePacked(bytes)
  if (!checked.ok) return { ok: false, refused: refuseProblems(checked.problems) }
  const [turned, tally] = await Promise.all([
    turn('members', cursor, (from) => ports.members.page({ cursor: from, limit })),
    ports.tally.read(),
  ])
  if (!turned.ok) return turned
  const members = turned.found.members.flatMap(readable)
  const { rulebook } = checked
  return { ok: true, bytes, rulebook, members, total: tally.members ?? 0, cursor: turned.cursor }
}

/** One who cannot be read harms no other; who was merged away or erased is no member. */
function readable(stored: StoredMember): Member[] {
  try {
    const member = decodeMember(stored)
    return member.mergedInto === undefined && member.erasedAt === undefined ? [member] : []
  } catch {
    return []
  }
}
