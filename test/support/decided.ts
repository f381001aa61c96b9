import { clientFor } from '../../cli/client.ts'
import type { Session } from '../../cli/session.ts'
import { type Decisions, isDecisive, lineOf } from '../../shared/app/rehearsal/report.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import type { RecordBody } from '../../shared/domain/receipt.ts'
import { tablePorts } from '../../shared/lambda/table.ts'

/** A session without a terminal. */
export function sessionFor(url: string): Session {
  return {
    client: clientFor(url),
    json: true,
    language: 'en',
    watched: false,
    show: async () => {},
    line: async () => {},
    note: () => {},
  }
}

/** What the records of a run say was done to each member. */
export async function decisionsIn(memberIds: readonly string[]): Promise<Decisions> {
  const decisions: Decisions = new Map()
  for (const memberId of memberIds) {
    const records = await tablePorts().records.list(memberId)
    const receipts = records.flatMap(({ body }) => (JSON.parse(body) as RecordBody).receipts)
    const lines = receipts.filter(isDecisive).map(lineOf).sort()
    if (lines.length > 0) decisions.set(memberId, lines)
  }
  return decisions
}

/** Without those of whom nothing is kept, and those whose mail comes back: no rehearsal can know that it would. */
export async function decidable(decisions: Decisions): Promise<Decisions> {
  const members = await tablePorts().members.read([...decisions.keys()])
  return new Map(
    [...decisions].filter(([memberId]) => {
      const member = decodeMember(members.get(memberId)!)
      return member.erasedAt === undefined && member.suppressions.length === 0
    }),
  )
}
