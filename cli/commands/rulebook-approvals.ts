import { localTime } from '../../shared/app/api/local-time.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Command } from '../command.ts'
import { byOption } from '../options.ts'
import { pullFiles } from '../rulebook/pull.ts'
import { act, examples, type Session, userName } from '../session.ts'

export interface AskedRulebook {
  version: string
  askedBy: string
  askedAt: string
  loosens: string[]
  /** Base64, to be compared with what is live. */
  bundle: string
}

/** Approvals of rulebooks that loosen limits on money, and the files of the live one. */
export function addRulebookApprovals(program: Command): void {
  const help = helpIn(program.language)
  const group = program.command('rulebook').summary(help.rulebook.summary).description(help.rulebook.description)

  const pull = group
    .command('pull')
    .summary(help.rulebook.pull.summary)
    .description(help.rulebook.pull.description)
    .argument('<dir>', help.rulebook.pull.arguments.dir)
    .addHelpText('after', examples('rulebook pull campaigns'))
  act(pull, async (session, _options, dir: string) => {
    const pulled = await pullFiles(session, dir)
    const words = textsIn(session.language).commands.rulebook
    await session.show(pulled, () => [words.pulled(pulled.files.length, pulled.version, dir)])
  })

  const pending = group
    .command('pending')
    .summary(help.rulebook.pending.summary)
    .description(help.rulebook.pending.description)
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
    .summary(help.rulebook.approve.summary)
    .description(help.rulebook.approve.description)
    .argument('<version>', help.rulebook.approve.arguments.version)
    .option('--why <text>', help.rulebook.approve.options.why)
    .addOption(byOption(help))
    .addHelpText('after', examples('rulebook approve 3fd0c9a1b2c4', 'rulebook approve 3fd0c9a1b2c4 --by "Zhang Min"'))
  act(approve, async (session, { why, by = userName() }, version: string) => {
    const answer = await decide(session, version, { decision: 'approve', why, by })
    await session.show(answer, () => [
      textsIn(session.language).commands.rulebook.live(answer.version),
      ...(answer.sweeping ? [textsIn(session.language).commands.rulebook.evaluated] : []),
    ])
  })

  const refuse = group
    .command('refuse')
    .summary(help.rulebook.refuse.summary)
    .description(help.rulebook.refuse.description)
    .argument('<version>', help.rulebook.refuse.arguments.version)
    .requiredOption('--why <text>', help.rulebook.refuse.options.why)
    .addOption(byOption(help))
    .addHelpText('after', examples('rulebook refuse 3fd0c9a1b2c4 --why "twice last year\'s budget"'))
  act(refuse, async (session, { why, by = userName() }, version: string) => {
    const answer = await decide(session, version, { decision: 'refuse', why, by })
    await session.show(answer, () => [textsIn(session.language).commands.rulebook.refused(answer.version)])
  })
}

function decide(
  { client }: Session,
  version: string,
  body: object,
): Promise<{ version: string; live: boolean; sweeping?: boolean }> {
  return client.call('POST', `/v1/rulebooks/approvals/${encodeURIComponent(version)}`, { body })
}
