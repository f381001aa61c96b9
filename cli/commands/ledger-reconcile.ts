import type { Reconciliation } from '../../shared/app/ledger/reconcile.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Command } from '../command.ts'
import { act, examples } from '../session.ts'

export function addReconcile(group: Command): void {
  const help = helpIn(group.language)
  const reconcile = group
    .command('reconcile')
    .summary(help.ledger.reconcile.summary)
    .description(help.ledger.reconcile.description)
    .addHelpText('after', examples('ledger reconcile', 'ledger reconcile --json'))
  act(reconcile, async ({ client, show, language }) => {
    const words = textsIn(language).outputs.ledger
    const report = await client.call<Reconciliation>('POST', '/v1/ledger/reconcile')
    const { duplicates, orphans, differences, entries, grants, members, complete, findings } = report
    await show(report, () => [
      ...findings.map(({ kind, code, what }) => `${kind} (${code})  ${what}`),
      words.faults(duplicates, orphans, differences),
      words.checked(entries, grants, members, complete),
    ])
    if (findings.length > 0) process.exitCode = 1
  })
}
