import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Command } from '../command.ts'
import type { CaseAnswer, UnansweredCase } from '../entitlement/answer.ts'
import { Refused } from '../errors.ts'
import { readJson } from '../files/json.ts'
import { dayOf } from '../options.ts'
import { act, examples } from '../session.ts'

export function addEntitlement(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('entitlement')
    .summary(help.entitlement.summary)
    .description(help.entitlement.description)
    .argument('<file>', help.entitlement.arguments.file)
    .option('--on <day>', help.entitlement.options.on)
    .addHelpText('after', examples('entitlement cases.json', 'entitlement cases.json --on 2025-06-01 --json'))
  act(command, async ({ show, note, language }, { on }, path: string) => {
    const { answerCases } = await import('../entitlement/answer.ts')
    const answers = answerCases(await readJson(path), dayOf('--on', on) ?? new Date().toISOString().slice(0, 10))
    if (!answers) throw new Refused(({ usage }) => usage.noCases(path), { code: 'invalid-file' })
    const unanswered = answers.filter((each) => 'problems' in each)
    await show(answers, () => [
      ...answers.flatMap((each) => ('problems' in each ? [] : linesOf(each))),
      textsIn(language).outputs.entitlement(answers.length - unanswered.length, answers.length),
    ])
    for (const each of unanswered) for (const line of problemLines(each)) note(line)
    if (unanswered.length > 0) process.exitCode = 1
  })
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
