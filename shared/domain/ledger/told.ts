import type { Member } from '../member/member.ts'
import type { Finding } from './audit.ts'
import { BY_HAND, type Grant } from './grant.ts'

/** What is younger may still be on its way between the ledger and the member. */
const SETTLES_WITHIN = 15 * 60_000

/** What the ledger calls an action. */
export type NameOfAction = (actionId: string) => string

/** Grants a member should know of and has neither noted nor waits for: whether they were told is in their records. */
export function untold(member: Member, grants: readonly Grant[], nameOf: NameOfAction, now: number): Grant[] {
  if (member.erasedAt !== undefined) return []
  const noted = new Set(member.compensations.map(({ actionId }) => nameOf(actionId)))
  return grants.filter((grant) => isSettled(grant, now) && grant.state === 'granted' && !noted.has(grant.action))
}

/**
 * A member's outbox and notes against the ledger.
 * @param told of {@link untold}, the ids of those whose telling is on record: they fell out of the notes
 */
export function checkTold(
  member: Member,
  grants: readonly Grant[],
  told: ReadonlySet<string>,
  nameOf: NameOfAction,
  now: number,
): Finding[] {
  if (member.erasedAt !== undefined) return []
  const { memberId } = member
  const byAction = new Map(grants.map((grant) => [grant.action, grant]))
  const waiting = new Set(member.pending.map(({ actionId }) => nameOf(actionId)))
  const orphan = (code: Finding['code'], what: string, grantId?: string): Finding => {
    return { kind: 'orphan', code, what: `member ${memberId}: ${what}`, memberId, ...(grantId && { grantId }) }
  }
  const neverTold = untold(member, grants, nameOf, now)
    .filter(({ grantId }) => !told.has(grantId))
    .map(({ grantId, key }) => orphan('granted-never-told', `grant ${grantId} for ${key} was never told`, grantId))
  const withoutGrant = member.compensations.flatMap(({ actionId, cause, reversedAt, grantedAt }) => {
    const grant = byAction.get(nameOf(actionId))
    if (!grant) return [orphan('told-without-grant', `told of ${cause}, which nobody granted`)]
    if (reversedAt !== undefined || grant.state === 'granted' || grantedAt > now - SETTLES_WITHIN) return []
    if (!isSettled(grant, now)) return []
    return [orphan('granted-never-told', `told of grant ${grant.grantId}, which is ${grant.state}`, grant.grantId)]
  })
  const withoutJourney = grants
    .filter(({ state, campaign }) => state === 'pending' && campaign !== BY_HAND)
    .filter((grant) => isSettled(grant, now) && !waiting.has(grant.action))
    .map(({ grantId, key }) =>
      orphan('reserved-without-journey', `grant ${grantId} for ${key} waits, its journey does not`, grantId),
    )
  return [...neverTold, ...withoutGrant, ...withoutJourney]
}

function isSettled({ at, settled }: Grant, now: number): boolean {
  return (settled?.at ?? at) < now - SETTLES_WITHIN
}
