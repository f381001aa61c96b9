import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import type { Statement } from '../../shared/app/ledger/statement.ts'
import type { Entry, Grant } from '../../shared/domain/ledger/grant.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { moneyText } from '../../shared/domain/units.ts'
import type { PendingGrant } from '../../shared/ports/index.ts'
import { byOption, whole } from '../options.ts'
import { table, thousands } from '../print.ts'
import { act, examples, type Session, userName } from '../session.ts'
import { addGrantByHand } from './ledger-grant.ts'
import { addReconcile } from './ledger-reconcile.ts'

export function addLedger(program: Command): void {
  const group = program
    .command('ledger')
    .summary('what was granted, from which budget, and what is still owed')
    .description(
      'Every entry moves value between accounts; entries are only ever added. Budgets are in their own ' +
        'currency. Miles are counted separately, with their fair value on the day they were granted.',
    )
  addBalance(group)
  addEntries(group)
  addApprovals(group)
  addGrantByHand(group)
  addChanges(group)
  addReconcile(group)
}

function addBalance(group: Command): void {
  const balance = group
    .command('balance')
    .summary('budgets; reserved, owed, redeemed and expired amounts by campaign')
    .description('Statutory debts have their own book per currency, without a limit.')
    .addHelpText('after', examples('ledger balance', 'ledger balance --json'))
  act(balance, async ({ client, show }) => {
    const answer = await client.call<{ books: Statement[] }>('GET', '/v1/ledger/balance')
    await show(answer, () =>
      answer.books.length === 0 ? ['no rulebook with a budget is live yet'] : answer.books.flatMap(bookLines),
    )
  })
}

function bookLines({
  book,
  currency,
  limitMinor,
  spentMinor,
  leftMinor,
  reservedMinor,
  campaigns,
}: Statement): string[] {
  const money = (minor: number) => moneyText(minor, currency)
  const limit = limitMinor === null ? '' : ` of ${money(limitMinor)}, ${money(leftMinor ?? 0)} left`
  const reserved = reservedMinor === 0 ? '' : `, of which ${money(reservedMinor)} waits for approval`
  const rows = campaigns.map(({ campaign, kind, currency: paidIn, ...on }) => {
    const cell = ({ amount, costMinor }: { amount: number; costMinor: number }) =>
      amount === 0
        ? '-'
        : kind === 'miles'
          ? `${thousands(amount)} (${money(costMinor)})`
          : moneyText(amount, paidIn ?? currency)
    return [`  ${campaign}`, kind, ...[on.reserved, on.owed, on.redeemed, on.expired, on.kept].map(cell)]
  })
  const head = ['  campaign', 'kind', 'reserved', 'owed', 'redeemed', 'expired', 'reversed, kept']
  const title = `${book}: ${money(spentMinor)} spent${limit}${reserved}`
  return rows.length === 0 ? [title, ''] : [title, ...table([head, ...rows]), '']
}

function addEntries(group: Command): void {
  const entries = group
    .command('entries')
    .summary("a member's grants, entry by entry")
    .description('Includes cards that were merged into this one.')
    .argument('<member>', 'card number')
    .addHelpText('after', examples('ledger entries CW100001'))
  act(entries, async ({ client, show, language }, _options, member: string) => {
    const path = `/v1/ledger/entries/${encodeURIComponent(member)}`
    const answer = await client.call<{ zone: string; grants: Grant[]; entries: Entry[] }>('GET', path)
    await show(answer, () => {
      if (answer.grants.length === 0) return ['nothing was granted']
      const { zone } = answer
      const lines = answer.grants.flatMap((grant) => [
        `${grant.grantId}  ${grant.state}: ${amountOf(grant)} for ${grant.key} (${grant.campaign}, ${grant.reason})`,
        ...answer.entries
          .filter((each) => each.grantId === grant.grantId)
          .map((each) => `    ${entryLine(each, zone)}`),
      ])
      return [textsIn(language).explain.times(zone).trim(), ...lines]
    })
  })
}

function entryLine(entry: Entry, zone: string): string {
  const { at, what, from, to, by, why } = entry
  return `${timeOf(at, zone)}  ${what} ${amountOf(entry)}, ${from} → ${to}, by ${by}${why ? `: ${why}` : ''}`
}

function addApprovals(group: Command): void {
  const pending = group
    .command('pending')
    .summary('grants that wait for approval')
    .description(
      'The first to lapse comes first. Until somebody decides, the amount is reserved in its budget and nobody ' +
        'is told.',
    )
    .addHelpText('after', examples('ledger pending'))
  act(pending, async ({ client, show, language }) => {
    const answer = await client.call<{ zone: string; pending: PendingGrant[] }>('GET', '/v1/ledger/approvals')
    await show(answer, () =>
      answer.pending.length === 0
        ? ['no grant waits for approval']
        : [
            textsIn(language).explain.times(answer.zone).trim(),
            ...answer.pending.map((each) => waiting(each, answer.zone)),
          ],
    )
  })

  const approve = group
    .command('approve')
    .summary('approve a grant')
    .description(
      'You cannot approve your own request. An automatic grant counts as requested by whoever published its campaign.',
    )
    .argument('<grant>', 'as `ledger pending` shows it')
    .option('--why <text>', 'the reason, for the records')
    .addOption(byOption())
    .addHelpText('after', examples('ledger approve Zr3…', 'ledger approve Zr3… --why "with us for years"'))
  act(approve, async (session, { why, by = userName() }, grant: string) => {
    await change(session, `approvals/${grant}`, { decision: 'approve', why, by })
  })

  const refuse = group
    .command('refuse')
    .summary('refuse a grant')
    .description('The budget gets the amount back, and the journey ends without mentioning it.')
    .argument('<grant>', 'as `ledger pending` shows it')
    .requiredOption('--why <text>', 'the reason, for the records')
    .addOption(byOption())
    .addHelpText('after', examples('ledger refuse Zr3… --why "too much for a late bag"'))
  act(refuse, async (session, { why, by = userName() }, grant: string) => {
    await change(session, `approvals/${grant}`, { decision: 'refuse', why, by })
  })
}

function addChanges(group: Command): void {
  const reverse = group
    .command('reverse')
    .summary('reverse a grant')
    .description('Adds a new entry. What is still owed goes back to the budget; the same cause is not paid again.')
    .argument('<member>', 'card number')
    .argument('<grant>', 'as `ledger entries` shows it')
    .requiredOption('--why <text>', 'the reason, for the records')
    .option('--keep-budget', 'do not return the amount to the budget')
    .addOption(byOption())
    .addHelpText('after', examples('ledger reverse CW100001 Zr3… --why "meant for another member"'))
  act(reverse, async (session, { why, keepBudget = false, by = userName() }, memberId: string, grant: string) => {
    await change(session, `grants/${grant}/reverse`, { memberId, why, keepBudget, by })
  })

  for (const [name, what] of [
    ['redeem', 'was redeemed'],
    ['expire', 'has expired'],
  ] as const) {
    const settle = group
      .command(name)
      .summary(`note that a grant, or a part of it, ${what}`)
      .description('The amount is no longer owed. Using the same key again changes nothing.')
      .argument('<member>', 'card number')
      .argument('<grant>', 'as `ledger entries` shows it')
      .requiredOption('--key <key>', "identifies the airline's report, so that it counts once")
      .option(
        '--amount <n>',
        'miles, or minor units of its currency (default: all that is owed)',
        whole(1, 1_000_000_000_000),
      )
      .addOption(byOption())
      .addHelpText('after', examples(`ledger ${name} CW100001 Zr3… --key LOY-77 --amount 2000`))
    act(settle, async (session, { key, amount, by = userName() }, memberId: string, grant: string) => {
      const part = amount === undefined ? {} : { amount: Number(amount) }
      await change(session, `grants/${grant}/${name}`, { memberId, key, by, ...part })
    })
  }
}

async function change({ client, show }: Session, path: string, body: object): Promise<void> {
  const answer = await client.call<{ entry: Entry; again: boolean; zone: string }>('POST', `/v1/ledger/${path}`, {
    body,
  })
  await show(answer, () => [
    `${answer.again ? 'done before: ' : ''}${entryLine(answer.entry, answer.zone)} (${answer.zone})`,
  ])
}

function waiting({ memberId, grant }: PendingGrant, zone: string): string {
  const { grantId, campaign, key, requestedBy, until = 0, costMinor, costCurrency } = grant
  const cost = `, costs ${moneyText(costMinor, costCurrency)}`
  return `${grantId}  until ${timeOf(until, zone)}  ${memberId}: ${amountOf(grant)}${cost} for ${key} (${campaign}, ${grant.reason}), asked by ${requestedBy}`
}

function amountOf({ kind, amount, currency }: Pick<Entry, 'kind' | 'amount' | 'currency'>): string {
  return kind === 'miles' || currency === undefined
    ? `${thousands(amount)} miles`
    : `${kind} of ${moneyText(amount, currency)}`
}

function timeOf(at: number, zone: string): string {
  return localTime(new Date(at).toISOString(), zone)
}
