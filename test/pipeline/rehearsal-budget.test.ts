import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rehearseFolder } from '../../cli/rehearse/rehearse.ts'
import { replay } from '../../cli/replay/replay.ts'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { startRun } from '../../infra/local/run.ts'
import type { Decisions } from '../../shared/app/rehearsal/report.ts'
import { tablePorts } from '../../shared/lambda/table.ts'
import { decidable, decisionsIn, sessionFor } from '../support/decided.ts'

const FILES = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']

/** The example rulebook in a folder of its own, its budget for care cut to so much. */
async function withBudget(limit: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'wingback-budget-'))
  await cp('campaigns', dir, { recursive: true })
  const file = join(dir, 'budgets.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/limit: \d+ CNY/, `limit: ${limit}`))
  return dir
}

test('where a budget runs dry, the totals are the same: spent as far as it goes, and no further', async () => {
  const dir = await withBudget('3000 CNY')
  const run = await startRun({ port: 0, onError: (error) => console.error(error) })
  try {
    const session = sessionFor(run.info.api)
    const loaded = await loadFolder(dir)
    if (!loaded.ok) throw new Error('the rulebook has problems')
    await session.client.call('PUT', '/v1/rulebooks', { body: loaded.bundle })
    await replay(session, FILES, false)
    const { rehearsal } = await rehearseFolder(session, dir, { files: FILES })
    const { spentMinor, limitMinor, byDay } = rehearsal.budgets['care-2026']!
    const real = (await tablePorts().ledger.spent(['care-2026']))['care-2026']!
    // A grant costs 250 CNY at the least: less than that is left, in both.
    for (const spent of [spentMinor, real]) {
      expect(spent).toBeLessThanOrEqual(limitMinor)
      expect(spent).toBeGreaterThan(limitMinor - 250_00)
    }
    expect(Object.values(byDay).reduce((sum, minor) => sum + minor, 0)).toBe(spentMinor)
    const decided = await decisionsIn([...rehearsal.decisions.keys()])
    const entries = (all: Decisions) => [...all.values()].flat().filter((line) => line.endsWith(' entered')).length
    expect(entries(decided)).toBeGreaterThanOrEqual(entries(await decidable(rehearsal.decisions)))
    expect(rehearsal.campaigns['service-recovery']!.skipped.refused).toBeGreaterThan(0)
  } finally {
    await run.close()
    await rm(dir, { recursive: true })
  }
}, 120_000)
