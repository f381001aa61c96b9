import { checkAnnounced, type NameOfAction, unannounced } from '../../domain/ledger/announced.ts'
import {
  type Audit,
  addEntries,
  compareApprovals,
  compareBooks,
  compareGrants,
  compareYears,
  duplicatesAmong,
  emptyAudit,
  type Finding,
  type FindingKind,
  grantsOf,
} from '../../domain/ledger/audit.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import { type Ports, recordKey } from '../../ports/index.ts'
import { recount } from '../results/recount.ts'
import { tellingOf } from './telling.ts'

export interface ReconcileDependencies {
  ports: Pick<Ports, 'ledger' | 'members' | 'records' | 'queues'>
  /** If given, the sums of results are compared with their members too. At night `measure` does that instead. */
  results?: Ports['results']
  now: number
  /** How long one pass over everything may take; there may be two. */
  msPerLook: number
  pause(ms: number): Promise<void>
}

export interface Reconciliation {
  entries: number
  grants: number
  members: number
  /** Whether every member was looked at. If time ran out, money was still checked whole, and results not at all. */
  complete: boolean
  duplicates: number
  orphans: number
  differences: number
  findings: Finding[]
}

const PAGE = 500
const KEYS_AT_ONCE = 500
const FINDINGS_AT_MOST = 1000
/** Grants go on while the books are read, so only a difference that is found twice is one. */
const LOOK_AGAIN_AFTER_MS = 3_000

/**
 * Adds everything up again from the journal's entries and compares it with books, members' years, grants, approvals,
 * what members were told, and what results are made of. Changes nothing.
 */
export async function reconcile(dependencies: ReconcileDependencies): Promise<Reconciliation> {
  const first = await lookOnce(dependencies)
  if (first.findings.length === 0) return first
  await dependencies.pause(LOOK_AGAIN_AFTER_MS)
  const second = await lookOnce(dependencies)
  const before = new Set(first.findings.map(({ what }) => what))
  return reportOf({ ...second, findings: second.findings.filter(({ what }) => before.has(what)) })
}

/** What the nightly run does besides: gives back reservations that nobody decided on, and tells what was never told. */
export async function repair(
  { findings }: Pick<Reconciliation, 'findings'>,
  { ports, now }: Pick<ReconcileDependencies, 'ports' | 'now'>,
): Promise<void> {
  for (const { memberId, grant } of await ports.ledger.pending()) {
    if (now < grant.until!) continue
    const { grantId } = grant
    await ports.ledger.change({ memberIds: [memberId], grantId, change: { what: 'lapsed' }, now })
    await ports.queues.send('compensations', [tellingOf(memberId, grantId)])
  }
  const untoldOnes = findings.flatMap(({ code, memberId, grantId }) =>
    code === 'granted-never-told' && memberId && grantId ? [tellingOf(memberId, grantId)] : [],
  )
  if (untoldOnes.length > 0) await ports.queues.send('compensations', untoldOnes)
}

async function lookOnce(dependencies: ReconcileDependencies): Promise<Reconciliation> {
  const { ledger } = dependencies.ports
  const until = performance.now() + dependencies.msPerLook
  const audit = emptyAudit()
  for await (const entries of ledger.journal()) addEntries(audit, entries)
  const grants = [...audit.grants.values()]
  const years = [...audit.years.values()]
  const findings: Finding[] = [
    ...audit.findings,
    ...[...audit.byPerson.values()].flatMap(duplicatesAmong),
    ...compareBooks(audit, await ledger.books()),
    ...compareYears(audit, await inParts(years, (some) => ledger.years(some))),
    ...compareGrants(grants, await inParts(grants, (some) => ledger.standing(some))),
    ...compareApprovals(
      audit,
      (await ledger.pending()).map(({ grant }) => grant.grantId),
    ),
  ]
  const passed = await checkMembers(audit, until, dependencies)
  const results = await checkResults(until, dependencies)
  return reportOf({
    entries: audit.entries,
    grants: grants.length,
    members: passed.members,
    complete: passed.complete && results.complete,
    findings: [...findings, ...passed.findings, ...results.findings],
  })
}

async function checkResults(until: number, { ports, results, now }: ReconcileDependencies) {
  if (!results) return { complete: true, findings: [] }
  const msAtMost = until - performance.now()
  const { differences, complete } = await recount({ ...ports, results }, { now, repairs: false, msAtMost })
  const findings = differences.map(({ analysis, day, notNoted, sums }): Finding => {
    const parts = [
      ...(notNoted > 0 ? [`members not in its index: ${notNoted}`] : []),
      ...(sums ? ['its sums are not those of its members'] : []),
    ]
    return { kind: 'difference', code: 'results', what: `results of ${analysis}, ${day}: ${parts.join('; ')}` }
  })
  return { complete, findings }
}

async function checkMembers(audit: Audit, until: number, dependencies: ReconcileDependencies) {
  const findings: Finding[] = []
  const known = new Set<string>()
  let members = 0
  let cursor: string | undefined
  do {
    if (performance.now() > until) return { members, complete: false, findings }
    const page = await dependencies.ports.members.page({ ...(cursor !== undefined && { cursor }), limit: PAGE })
    for (const person of await dependencies.ports.ledger.persons(page.members.map(({ memberId }) => memberId)))
      known.add(person)
    for (const stored of page.members) {
      const member = decodeMember(stored)
      members++
      if (member.mergedInto === undefined) findings.push(...(await checkMember(audit, member, dependencies)))
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  for (const [person, grants] of audit.byPerson) {
    if (known.has(person)) continue
    const ids = grants.map(({ grantId }) => grantId).join(', ')
    findings.push({ kind: 'orphan', code: 'grant-of-nobody', what: `person ${person}: no member has grants ${ids}` })
  }
  return { members, complete: true, findings }
}

async function checkMember(audit: Audit, member: Member, { ports, now }: ReconcileDependencies): Promise<Finding[]> {
  const cards = [member.memberId, ...member.aliases]
  const grants = grantsOf(audit, await ports.ledger.persons(cards))
  if (grants.length === 0 && member.compensations.length === 0) return []
  const kept = await ports.ledger.grants(cards)
  const nameOf = await namesOfActions(member, ports)
  const ids = new Map(kept.map(({ grantId, actionId }) => [grantId, `${actionId}:granted`]))
  const toAsk = unannounced(member, grants, nameOf, now).map(({ grantId }) => ({ grantId, id: ids.get(grantId) ?? '' }))
  const keys = toAsk.flatMap(({ id }) => cards.map((memberId) => ({ memberId, id })))
  const records = keys.length > 0 ? await ports.records.accepted(keys) : new Map<string, unknown>()
  const told = toAsk.filter(({ id }) => cards.some((card) => records.has(recordKey(card, id))))
  // Each card was checked with its journal; here one person's cards are checked together.
  const across = cards.length > 1 ? duplicatesAmong(grants) : []
  const unwritten = kept.filter(({ grantId }) => !audit.grants.has(grantId))
  return [
    ...across,
    ...unwritten.map(({ grantId, key }): Finding => {
      const what = `member ${member.memberId}: grant ${grantId} for ${key} has no entry`
      return { kind: 'orphan', code: 'grant-without-entries', what, grantId }
    }),
    ...checkAnnounced(member, grants, new Set(told.map(({ grantId }) => grantId)), nameOf, now),
  ]
}

/** The ledger has names of its own for actions in a member's notes and outbox. */
async function namesOfActions(
  { compensations, pending }: Member,
  { ledger }: Pick<Ports, 'ledger'>,
): Promise<NameOfAction> {
  const ids = [...compensations, ...pending].map(({ actionId }) => actionId)
  const names = await ledger.actions(ids)
  const byId = new Map(ids.map((id, i) => [id, names[i]!]))
  return (actionId) => byId.get(actionId)!
}

async function inParts<T, R>(all: readonly T[], ask: (some: readonly T[]) => Promise<R[]>): Promise<R[]> {
  const answers: R[] = []
  for (let at = 0; at < all.length; at += KEYS_AT_ONCE) {
    answers.push(...(await ask(all.slice(at, at + KEYS_AT_ONCE))))
  }
  return answers
}

function reportOf(report: Omit<Reconciliation, 'duplicates' | 'orphans' | 'differences'>): Reconciliation {
  const unique = [...new Map(report.findings.map((finding) => [`${finding.code} ${finding.what}`, finding])).values()]
  const count = (kind: FindingKind) => unique.filter((finding) => finding.kind === kind).length
  return {
    ...report,
    duplicates: count('duplicate'),
    orphans: count('orphan'),
    differences: count('difference'),
    findings: unique.slice(0, FINDINGS_AT_MOST),
  }
}
