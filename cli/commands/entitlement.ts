import type { Command } from 'commander'
import type { CaseAnswer, UnansweredCase } from '../entitlement/answer.ts'
import { Refused } from '../errors.ts'
import { readJson } from '../files/json.ts'
import { act, examples } from '../session.ts'

export function addEntitlement(program: Command): void {
  const command = program
    .command('entitlement')
    .summary('what the law owes passengers, and by which paragraph')
    .description(
      'Evaluates each case of a file by EU261, UK261, US DOT or Chinese rules: what is owed per passenger, ' +
        'why, and by which paragraph. Needs no running Wingback. Not legal advice: docs/law.md says what is ' +
        'covered.',
    )
    .argument('<file>', '.json: {"cases": [{id, regime, event, from, to, carrier_licence, given}]}')
    .option('--on <day>', 'the date of the law for cases without a date (default: today)')
    .addHelpText('after', examples('entitlement cases.json', 'entitlement cases.json --on 2025-06-01 --json'))
  act(command, async ({ show, note }, { on }, path: string) => {
    const { answerCases } = await import('../entitlement/answer.ts')
    const answers = answerCases(await readJson(path), dayOf(on as string | undefined))
    if (!answers) throw new Refused(`${path}: is not {"cases": [...]}`, { code: 'invalid-file' })
    const unanswered = answers.filter((each) => 'problems' in each)
    await show(answers, () => [
      ...answers.flatMap((each) => ('problems' in each ? [] : linesOf(each))),
      `${answers.length - unanswered.length} of ${answers.length} cases answered. Not legal advice.`,
    ])
    for (const each of unanswered) for (const line of problemLines(each)) note(line)
    if (unanswered.length > 0) process.exitCode = 1
  })
}

function dayOf(option: string | undefined): string {
  if (option === undefined) return new Date().toISOString().slice(0, 10)
  if (/^\d{4}-\d{2}-\d{2}$/.test(option) && !Number.isNaN(Date.parse(option))) return option
  throw new Refused(`--on: "${option}" is not a day such as 2025-06-01`)
}

function linesOf(answer: CaseAnswer): string[] {
  return [`${answer.id}: ${owedText(answer)}`, `  ${answer.reason}`, `  ${answer.source}`, '']
}

function owedText(answer: CaseAnswer): string {
  const { amount, currency, refund } = answer
  const inKind = answer.or_in_kind === undefined ? '' : `, or ${answer.or_in_kind} ${currency} in kind if they agree`
  const parts = [
    ...(answer.in_scope ? [] : ['out of scope']),
    ...(amount ? [`${amount.toFixed(2)} ${currency}${inKind}`] : []),
    ...(amount === null && !refund ? ['money, by conditions that the case does not name'] : []),
    ...(refund && refund !== 'none' ? [`refund of the ${refund} within ${answer.within}`] : []),
    ...(answer.care_due && !answer.care ? ['care'] : []),
    ...(answer.care ? [`care ${answer.care}`] : []),
    ...(answer.refund_right ? ['the right to a refund'] : []),
    ...(answer.water_and_food ? ['water and food'] : []),
    ...(answer.disembark ? ['to leave the aircraft'] : []),
    ...(answer.within_rule === undefined ? [] : [answer.within_rule ? 'told in time' : 'told too late']),
  ]
  return parts.join('; ') || 'nothing'
}

function problemLines({ id, problems }: UnansweredCase): string[] {
  return problems.map(({ field, message }) => `${id}: ${field}: ${message}`)
}
