import { expect, test } from 'vitest'
import { rehearseFolder } from '../../cli/rehearse/rehearse.ts'
import { replay } from '../../cli/replay/replay.ts'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { startRun } from '../../infra/local/run.ts'
import { compareDecisions } from '../../shared/app/rehearsal/compare.ts'
import { decidable, decisionsIn, sessionFor } from '../support/decided.ts'

const FILES = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']

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
