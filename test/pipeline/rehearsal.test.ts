import { expect, test } from '@jest/globals'
import { clientFor } from '../../cli/client.ts'
import { rehearseFolder } from '../../cli/rehearse/rehearse.ts'
import { replay } from '../../cli/replay/replay.ts'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import type { Session } from '../../cli/session.ts'
import { startRun } from '../../infra/local/run.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import type { RecordBody } from '../../shared/domain/receipt.ts'
import { tablePorts } from '../../shared/lambda/table.ts'
import { compareDecisions } from '../../shared/rehearsal/compare.ts'
import { type Decisions, isDecisive, lineOf } from '../../shared/rehearsal/report.ts'

const FILES = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']

/** A session without a terminal. */
function sessionFor(url: string): Session {
  return {
    client: clientFor(url),
    json: true,
    watched: false,
    show: async () => {},
    line: async () => {},
    note: () => {},
  }
}

/** What the records of a run say was done to each member. */
async function decisionsIn(memberIds: readonly string[]): Promise<Decisions> {
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
async function decidable(decisions: Decisions): Promise<Decisions> {
  const members = await tablePorts().members.read([...decisions.keys()])
  return new Map(
    [...decisions].filter(([memberId]) => {
      const member = decodeMember(members.get(memberId)!)
      return member.erasedAt === undefined && member.suppressions.length === 0
    }),
  )
}

test('a rehearsal decides what the pipeline decides when the same files go through it, member by member', async () => {
  const run = await startRun({ port: 0, onError: (error) => console.error(error) })
  try {
    const session = sessionFor(run.info.api)
    const loaded = await loadFolder('campaigns')
    if (!loaded.ok) throw new Error('the example rulebook has problems')
    await session.client.call('PUT', '/v1/rulebooks', { body: loaded.bundle })
    await replay(session, FILES, false)
    const { rehearsal } = await rehearseFolder(session, 'campaigns', { files: FILES })
    const members = (await decidable(rehearsal.decisions)).keys()
    const real = await decisionsIn([...members])
    expect(real.size).toBeGreaterThan(80)
    expect(compareDecisions(real, await decidable(rehearsal.decisions))).toEqual([])
  } finally {
    await run.close()
  }
}, 120_000)
