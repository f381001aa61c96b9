import type { Member } from '../member/member.ts'
import type { Finding } from './audit.ts'
import { BY_HAND, type Grant } from './grant.ts'

/** A younger grant may still be on its way from the ledger to the member. */
const SETTLES_WITHIN = 15 * 60_000

/** Turns an action's id into the hash under which the ledger stores it. */
export type NameOfAction = (actionId: string) => string

/**
 * Grants that the member should know of, but has not recorded and does not await. Their records show whether they were
 * announced.
 */
export function unannounced(member: Member, grants: readonly Grant[], nameOf: NameOfAction, now: number): Grant[] {
  if (member.erasedAt !== undefined) return []
  const noted = new Set(member.compensations.map(({ actionId }) => nameOf(actionId)))
  return grants.filter((grant) => isSettled(grant, now) && grant.state === 'granted' && !noted.has(grant.action))
}

/**
 * Compares a member's outbox and notes with the ledger.
 * @param announced the ids of those grants of {@link unannounced} whose announcement is on record: they were forgotten by
 * the notes
 */
export function checkAnnounced(
  member: Member,
  grants: readonly Grant[],
  announced: ReadonlySet<string>,
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
  const neverAnnounced = unannounced(member, grants, nameOf, now)
    .filter(({ grantId }) => !announced.has(grantId))
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
  return [...neverAnnounced, ...withoutGrant, ...withoutJourney]
}

function isSettled({ at, settled }: Grant, now: number): boolean {
  return (settled?.at ?? at) < now - SETTLES_WITHIN
}
