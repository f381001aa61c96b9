import { unclaim } from '../../domain/campaign/claim.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Ports, StoredMember } from '../../ports/index.ts'
import { asWrite, TRIES_AT_MOST } from './deliver.ts'

/** Takes an action's claim back, over whatever was written since. Only for actions that were certainly not done. */
export async function release(
  claimed: StoredMember,
  actionId: string,
  { members }: Pick<Ports, 'members'>,
): Promise<void> {
  let stored: StoredMember | undefined = claimed
  for (let tries = 0; stored && tries < TRIES_AT_MOST; tries++) {
    if ((await members.write(asWrite(unclaim(decodeMember(stored), actionId), stored))) === 'written') return
    stored = (await members.read([stored.memberId], { consistent: true })).get(stored.memberId)
  }
}
