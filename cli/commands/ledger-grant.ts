import type { Command } from 'commander'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import { LEG_FORM } from '../../shared/domain/member/legs.ts'
import { byOption, whole } from '../options.ts'
import { act, examples, userName } from '../session.ts'

export function addGrantByHand(group: Command): void {
  const grant = group
    .command('grant')
    .summary('grant by hand')
    .description(
      'Under the same keys as a campaign: one cause pays once, however it comes in. Goodwill has the same budgets and ' +
        "caps too, and above the budget's threshold a second person must approve it: what a member was granted that day " +
        "counts together. What the law owes lies under the hour's limit, and always takes a second person. The same " +
        'command again changes nothing.',
    )
    .argument('<member>', 'card number')
    .option('--miles <n>', 'miles', whole(1, 10_000_000))
    .option('--voucher <money>', 'a voucher, such as "100 CNY"')
    .option('--cash <money>', 'money, such as "100 CNY"')
    .option('--budget <id>', 'of the live rulebook: what goodwill is paid from; not with --statutory')
    .option(
      '--statutory',
      "what the law owes: a debt without a budget or yearly cap, under the hour's limit; a second person decides",
    )
    .option('--complaint <id>', 'what for: a complaint; its flight is the cause, where it is known')
    .option('--flight <leg>', `what for: a flight leg, such as ${LEG_FORM}`)
    .option('--unknown-flight', 'the flight is right, though nothing is known of the member on it')
    .option('--unknown-complaint', 'there is such a complaint, though nothing is known of it')
    .option('--cause <id>', 'what for: anything else, by a name of yours')
    .requiredOption('--reason <text>', 'for the books')
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
    const answer = await client.call<{ grant: Grant; again: boolean; waits: boolean }>('POST', '/v1/ledger/grants', {
      body,
    })
    await show(answer, () => {
      const { grantId, until = 0 } = answer.grant
      if (answer.waits) return [`${grantId} waits for a second person until ${new Date(until).toISOString()}`]
      return [answer.again ? `${grantId} was granted before` : `${grantId} is granted`]
    })
  })
}
