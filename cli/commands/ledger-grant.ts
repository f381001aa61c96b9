import { localTime } from '../../shared/app/api/local-time.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import { LEG_FORM } from '../../shared/domain/member/legs.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Command } from '../command.ts'
import { byOption, whole } from '../options.ts'
import { act, examples, userName } from '../session.ts'

export function addGrantByHand(group: Command): void {
  const help = helpIn(group.language)
  const grant = group
    .command('grant')
    .summary(help.ledger.grant.summary)
    .description(help.ledger.grant.description)
    .argument('<member>', help.ledger.grant.arguments.member)
    .option('--miles <n>', help.ledger.grant.options.miles, whole(help, 1, 10_000_000))
    .option('--voucher <money>', help.ledger.grant.options.voucher)
    .option('--cash <money>', help.ledger.grant.options.cash)
    .option('--budget <id>', help.ledger.grant.options.budget)
    .option('--statutory', help.ledger.grant.options.statutory)
    .option('--complaint <id>', help.ledger.grant.options.complaint)
    .option('--flight <leg>', help.ledger.grant.options.flight(LEG_FORM))
    .option('--unknown-flight', help.ledger.grant.options.unknownFlight)
    .option('--unknown-complaint', help.ledger.grant.options.unknownComplaint)
    .option('--cause <id>', help.ledger.grant.options.cause)
    .requiredOption('--reason <text>', help.ledger.grant.options.reason)
    .addOption(byOption(help))
    .addHelpText(
      'after',
      examples('ledger grant CW100001 --miles 3000 --budget care-2026 --complaint CMP-9 --reason "lost toy"'),
    )
  act(grant, async ({ client, show, language }, options, memberId: string) => {
    const { miles, voucher, cash, budget, statutory, complaint, flight, cause, reason, by = userName() } = options
    const { unknownFlight = false, unknownComplaint = false } = options
    const body = {
      memberId,
      basis: statutory ? 'statutory' : 'goodwill',
      ...(miles !== undefined && { miles: Number(miles) }),
      ...{ voucher, cash, budget, complaint, flight, unknownFlight, unknownComplaint, cause, reason, by },
    }
    const answer = await client.call<{ grant: Grant; again: boolean; waits: boolean; zone: string }>(
      'POST',
      '/v1/ledger/grants',
      { body },
    )
    await show(answer, () => {
      const { grantId, until = 0 } = answer.grant
      const words = textsIn(language).outputs.ledger
      const { zone } = answer
      if (answer.waits) return [words.waits(grantId, localTime(new Date(until).toISOString(), zone), zone)]
      return [answer.again ? words.wasGranted(grantId) : words.granted(grantId)]
    })
  })
}
