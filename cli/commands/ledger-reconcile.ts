import type { Command } from 'commander'
import type { Reconciliation } from '../../shared/app/ledger/reconcile.ts'
import { act, examples } from '../session.ts'

export function addReconcile(group: Command): void {
  const reconcile = group
    .command('reconcile')
    .summary('recalculate everything from the entries, and compare')
    .description(
      'Checks budgets, yearly caps, grants against causes over all cards of a person, approvals, and what ' +
        'members were told. In AWS it also runs every night, with an alarm. Exit code 1 if something is wrong.',
    )
    .addHelpText('after', examples('ledger reconcile', 'ledger reconcile --json'))
  act(reconcile, async ({ client, show }) => {
    const report = await client.call<Reconciliation>('POST', '/v1/ledger/reconcile')
    const { duplicates, orphans, differences, entries, grants, members, complete, findings } = report
    await show(report, () => [
      ...findings.map(({ kind, code, what }) => `${kind} (${code})  ${what}`),
      `${duplicates} duplicates, ${orphans} orphans, ${differences} differences`,
      `${entries} entries of ${grants} grants, ${members} members${complete ? '' : '; there was no time for the others'}`,
    ])
    if (findings.length > 0) process.exitCode = 1
  })
}
