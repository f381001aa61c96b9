import { localTime } from '../../shared/app/api/local-time.ts'
import type { Statement } from '../../shared/app/ledger/statement.ts'
import type { Entry, Grant } from '../../shared/domain/ledger/grant.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
import { moneySaid } from '../../shared/domain/units.ts'
import type { PendingGrant } from '../../shared/ports/index.ts'
import type { Command } from '../command.ts'
import { byOption, whole } from '../options.ts'
import { table, thousands } from '../print.ts'
import { act, examples, type Session, userName } from '../session.ts'
import { addGrantByHand } from './ledger-grant.ts'
import { addReconcile } from './ledger-reconcile.ts'

export function addLedger(program: Command): void {
  const help = helpIn(program.language)
  const group = program.command('ledger').summary(help.ledger.summary).description(help.ledger.description)
  addBalance(group)
  addEntries(group)
  addApprovals(group)
  addGrantByHand(group)
  addChanges(group)
  addReconcile(group)
}

function addBalance(group: Command): void {
  const help = helpIn(group.language)
  const balance = group
    .command('balance')
    .summary(help.ledger.balance.summary)
    .description(help.ledger.balance.description)
    .addHelpText('after', examples('ledger balance', 'ledger balance --json'))
  act(balance, async ({ client, show, language }) => {
    const { ledger } = textsIn(language).outputs
    const answer = await client.call<{ books: Statement[] }>('GET', '/v1/ledger/balance')
    await show(answer, () =>
      answer.books.length === 0 ? [ledger.noBooks] : answer.books.flatMap((book) => bookLines(book, ledger)),
    )
  })
}

type Words = Texts['outputs']['ledger']

function bookLines(statement: Statement, words: Words): string[] {
  const { book, currency, limitMinor, spentMinor, leftMinor, reservedMinor, campaigns } = statement
  const money = (minor: number) => moneySaid(minor, currency)
  const limit = limitMinor === null ? '' : words.limit(money(limitMinor), money(leftMinor ?? 0))
  const reserved = reservedMinor === 0 ? '' : words.reserved(money(reservedMinor))
  const rows = campaigns.map(({ campaign, kind, currency: paidIn, ...on }) => {
    const cell = ({ amount, costMinor }: { amount: number; costMinor: number }) =>
      amount === 0
        ? '-'
        : kind === 'miles'
          ? `${thousands(amount)} (${money(costMinor)})`
          : moneySaid(amount, paidIn ?? currency)
    return [
      `  ${words.campaign(campaign)}`,
      words.kinds[kind] ?? kind,
      ...[on.reserved, on.owed, on.redeemed, on.expired, on.kept].map(cell),
    ]
  })
  const [first = '', ...columns] = words.columns
  const head = [`  ${first}`, ...columns]
  const title = words.book(book, money(spentMinor)) + limit + reserved
  return rows.length === 0 ? [title, ''] : [title, ...table([head, ...rows]), '']
}

function addEntries(group: Command): void {
  const help = helpIn(group.language)
  const entries = group
    .command('entries')
    .summary(help.ledger.entries.summary)
    .description(help.ledger.entries.description)
    .argument('<member>', help.ledger.entries.arguments.member)
    .addHelpText('after', examples('ledger entries CW100001'))
  act(entries, async ({ client, show, language }, _options, member: string) => {
    const path = `/v1/ledger/entries/${encodeURIComponent(member)}`
    const answer = await client.call<{ zone: string; grants: Grant[]; entries: Entry[] }>('GET', path)
    await show(answer, () => {
      const { ledger } = textsIn(language).outputs
      if (answer.grants.length === 0) return [ledger.noGrants]
      const { zone } = answer
      const lines = answer.grants.flatMap((grant) => [
        grantLine(grant, ledger),
        ...answer.entries
          .filter((each) => each.grantId === grant.grantId)
          .map((each) => `    ${entryLine(each, zone, ledger)}`),
      ])
      return [textsIn(language).explain.times(zone).trim(), ...lines]
    })
  })
}

function grantLine(grant: Grant, words: Words): string {
  const { grantId, state, key, campaign, reason } = grant
  const of = { id: grantId, cause: key, campaign, reason }
  return words.grant({ ...of, state: words.words[state] ?? state, amount: amountOf(grant, words) })
}

function entryLine(entry: Entry, zone: string, words: Words): string {
  const { at, what, from, to, by, why = '' } = entry
  const line = words.entry({ what: words.words[what] ?? what, amount: amountOf(entry, words), from, to, by, why })
  return `${timeOf(at, zone)}  ${line}`
}

function addApprovals(group: Command): void {
  const help = helpIn(group.language)
  const pending = group
    .command('pending')
    .summary(help.ledger.pending.summary)
    .description(help.ledger.pending.description)
    .addHelpText('after', examples('ledger pending'))
  act(pending, async ({ client, show, language }) => {
    const answer = await client.call<{ zone: string; pending: PendingGrant[] }>('GET', '/v1/ledger/approvals')
    await show(answer, () =>
      answer.pending.length === 0
        ? [textsIn(language).outputs.ledger.noneWaits]
        : [
            textsIn(language).explain.times(answer.zone).trim(),
            ...answer.pending.map((each) => waiting(each, answer.zone, textsIn(language).outputs.ledger)),
          ],
    )
  })

  const approve = group
    .command('approve')
    .summary(help.ledger.approve.summary)
    .description(help.ledger.approve.description)
    .argument('<grant>', help.ledger.approve.arguments.grant)
    .option('--why <text>', help.ledger.approve.options.why)
    .addOption(byOption(help))
    .addHelpText('after', examples('ledger approve Zr3…', 'ledger approve Zr3… --why "with us for years"'))
  act(approve, async (session, { why, by = userName() }, grant: string) => {
    await change(session, `approvals/${grant}`, { decision: 'approve', why, by })
  })

  const refuse = group
    .command('refuse')
    .summary(help.ledger.refuse.summary)
    .description(help.ledger.refuse.description)
    .argument('<grant>', help.ledger.refuse.arguments.grant)
    .requiredOption('--why <text>', help.ledger.refuse.options.why)
    .addOption(byOption(help))
    .addHelpText('after', examples('ledger refuse Zr3… --why "too much for a late bag"'))
  act(refuse, async (session, { why, by = userName() }, grant: string) => {
    await change(session, `approvals/${grant}`, { decision: 'refuse', why, by })
  })
}

function addChanges(group: Command): void {
  const help = helpIn(group.language)
  const reverse = group
    .command('reverse')
    .summary(help.ledger.reverse.summary)
    .description(help.ledger.reverse.description)
    .argument('<member>', help.ledger.reverse.arguments.member)
    .argument('<grant>', help.ledger.reverse.arguments.grant)
    .requiredOption('--why <text>', help.ledger.reverse.options.why)
    .option('--keep-budget', help.ledger.reverse.options.keepBudget)
    .addOption(byOption(help))
    .addHelpText('after', examples('ledger reverse CW100001 Zr3… --why "meant for another member"'))
  act(reverse, async (session, { why, keepBudget = false, by = userName() }, memberId: string, grant: string) => {
    await change(session, `grants/${grant}/reverse`, { memberId, why, keepBudget, by })
  })

  for (const name of ['redeem', 'expire'] as const) {
    const settle = group
      .command(name)
      .summary(help.ledger[name].summary)
      .description(help.ledger[name].description)
      .argument('<member>', help.ledger[name].arguments.member)
      .argument('<grant>', help.ledger[name].arguments.grant)
      .requiredOption('--key <key>', help.ledger[name].options.key)
      .option('--amount <n>', help.ledger[name].options.amount, whole(help, 1, 1_000_000_000_000))
      .addOption(byOption(help))
      .addHelpText('after', examples(`ledger ${name} CW100001 Zr3… --key LOY-77 --amount 2000`))
    act(settle, async (session, { key, amount, by = userName() }, memberId: string, grant: string) => {
      const part = amount === undefined ? {} : { amount: Number(amount) }
      await change(session, `grants/${grant}/${name}`, { memberId, key, by, ...part })
    })
  }
}

async function change({ client, show, language }: Session, path: string, body: object): Promise<void> {
  const answer = await client.call<{ entry: Entry; again: boolean; zone: string }>('POST', `/v1/ledger/${path}`, {
    body,
  })
  await show(answer, () => {
    const { outputs, explain } = textsIn(language)
    const line = entryLine(answer.entry, answer.zone, outputs.ledger) + explain.brackets(answer.zone)
    return [answer.again ? outputs.ledger.before(line) : line]
  })
}

function waiting({ memberId, grant }: PendingGrant, zone: string, words: Words): string {
  const { grantId, campaign, key, requestedBy, until = 0, costMinor, costCurrency } = grant
  const cost = moneySaid(costMinor, costCurrency)
  const [time, amount] = [timeOf(until, zone), amountOf(grant, words)]
  const of = { id: grantId, cause: key, campaign, reason: grant.reason, by: requestedBy }
  return words.waiting({ ...of, until: time, member: memberId, amount, cost })
}

function amountOf({ kind, amount, currency }: Pick<Entry, 'kind' | 'amount' | 'currency'>, words: Words): string {
  return kind === 'miles' || currency === undefined
    ? words.miles(thousands(amount))
    : words.money(words.kinds[kind] ?? kind, moneySaid(amount, currency))
}

function timeOf(at: number, zone: string): string {
  return localTime(new Date(at).toISOString(), zone)
}
