import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import { LEG_FORM } from '../../shared/domain/member/legs.ts'
import { byOption, whole } from '../options.ts'
import { act, examples, userName } from '../session.ts'

export function addGrantByHand(group: Command): void {
  const grant = group
    .command('grant')
    .summary('grant by hand')
    .description(
      'Grants use the same keys as campaigns: one cause pays once, whoever grants it. Goodwill has the same ' +
        "budgets and caps, and needs the approval of a second person above the budget's threshold, for all " +
        'grants of a member on one day. Statutory grants count against the hourly limit and always need ' +
        'approval. Running the same command again changes nothing.',
    )
    .argument('<member>', 'card number')
    .option('--miles <n>', 'miles', whole(1, 10_000_000))
    .option('--voucher <money>', 'a voucher, such as "100 CNY"')
    .option('--cash <money>', 'money, such as "100 CNY"')
    .option('--budget <id>', 'the budget of the live rulebook that pays; not with --statutory')
    .option(
      '--statutory',
      'what the law owes: without a budget or yearly cap, within the hourly limit; always needs approval',
    )
    .option('--complaint <id>', 'the cause: a complaint, or its flight if that is known')
    .option('--flight <leg>', `what for: a flight leg, such as ${LEG_FORM}`)
    .option('--unknown-flight', 'the flight is right, although the member is not known to have been on it')
    .option('--unknown-complaint', 'the complaint exists, although Wingback does not know it')
    .option('--cause <id>', 'the cause: anything else, by a name you choose')
    .requiredOption('--reason <text>', 'the reason, for the records')
    .addOption(byOption())
    .addHelpText(
      'after',
      examples('ledger grant CW100001 --miles 3000 --budget care-2026 --complaint CMP-9 --reason "lost toy"'),
    )
  act(grant, async ({ client, show }, options, memberId: string) => {
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
      if (answer.waits)
        return [
          `${grantId} waits for a second person until ${localTime(new Date(until).toISOString(), answer.zone)} (${answer.zone})`,
        ]
      return [answer.again ? `${grantId} was granted before` : `${grantId} is granted`]
    })
  })
}
