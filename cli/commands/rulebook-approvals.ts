import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { byOption } from '../options.ts'
import { act, examples, type Session, userName } from '../session.ts'

export interface AskedRulebook {
  version: string
  askedBy: string
  askedAt: string
  loosens: string[]
  /** Base64, to be compared with what is live. */
  bundle: string
}

/** Approvals of rulebooks that loosen limits on money. */
export function addRulebookApprovals(program: Command): void {
  const group = program
    .command('rulebook')
    .summary('approve or refuse a rulebook')
    .description(
      'A rulebook that raises or removes thresholds, budgets or caps goes live once a second person approves it. ' +
        'Every other rulebook goes live at once.',
    )

  const pending = group
    .command('pending')
    .summary('the rulebook that waits for approval, and what it loosens')
    .description('Shows the latest request. `diff live pending` shows everything that changes.')
    .addHelpText('after', examples('rulebook pending', 'diff live pending'))
  act(pending, async ({ client, show, language }) => {
    const words = textsIn(language).commands.rulebook
    const answer = await client.call<{ zone: string; pending: AskedRulebook[] }>('GET', '/v1/rulebooks/approvals')
    await show({ pending: answer.pending.map(({ bundle: _, ...asked }) => asked) }, () =>
      answer.pending.length === 0
        ? [words.noneWaits]
        : answer.pending.flatMap(({ version, askedBy, askedAt, loosens }) => [
            words.asked(version, askedBy, localTime(askedAt, answer.zone), answer.zone),
            ...loosens.map((line) => `  ${line}`),
          ]),
    )
  })

  const approve = group
    .command('approve')
    .summary('approve it, and make it live')
    .description(
      'You cannot approve your own request. Name the version, because another one may have been requested meanwhile.',
    )
    .argument('<version>', 'as `rulebook pending` shows it')
    .option('--why <text>', 'the reason, for the history')
    .addOption(byOption())
    .addHelpText('after', examples('rulebook approve 3fd0c9a1b2c4', 'rulebook approve 3fd0c9a1b2c4 --by "Zhang Min"'))
  act(approve, async (session, { why, by = userName() }, version: string) => {
    const answer = await decide(session, version, { decision: 'approve', why, by })
    await session.show(answer, () => [
      textsIn(session.language).commands.rulebook.live(version),
      ...(answer.sweeping ? [textsIn(session.language).commands.rulebook.evaluated] : []),
    ])
  })

  const refuse = group
    .command('refuse')
    .summary('refuse it, or withdraw your own request')
    .description('The live rulebook stays live.')
    .argument('<version>', 'as `rulebook pending` shows it')
    .requiredOption('--why <text>', 'the reason, for the history')
    .addOption(byOption())
    .addHelpText('after', examples('rulebook refuse 3fd0c9a1b2c4 --why "twice last year\'s budget"'))
  act(refuse, async (session, { why, by = userName() }, version: string) => {
    const answer = await decide(session, version, { decision: 'refuse', why, by })
    await session.show(answer, () => [textsIn(session.language).commands.rulebook.refused(version)])
  })
}

function decide({ client }: Session, version: string, body: object): Promise<{ live: boolean; sweeping?: boolean }> {
  return client.call('POST', `/v1/rulebooks/approvals/${encodeURIComponent(version)}`, { body })
}
