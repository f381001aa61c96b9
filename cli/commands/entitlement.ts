import { helpIn } from '../../shared/domain/texts/help.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
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
    const day = dayOf('--on', on) ?? new Date().toISOString().slice(0, 10)
    const words = textsIn(language).entitlement
    const answers = answerCases(await readJson(path), day, language)
    if (!answers) throw new Refused(({ usage }) => usage.noCases(path), { code: 'invalid-file' })
    const unanswered = answers.filter((each) => 'problems' in each)
    await show(answers, () => [
      ...answers.flatMap((each) => ('problems' in each ? [] : linesOf(each, words))),
      words.answered(answers.length - unanswered.length, answers.length),
    ])
    for (const each of unanswered) for (const line of problemLines(each, words)) note(line)
    if (unanswered.length > 0) process.exitCode = 1
  })
}

function linesOf(answer: CaseAnswer, words: Words): string[] {
  return [`${answer.id}: ${owedText(answer, words)}`, `  ${answer.reason}`, `  ${answer.source}`, '']
}

type Words = Texts['entitlement']

function owedText(answer: CaseAnswer, words: Words): string {
  const { amount, currency, refund, within = '' } = answer
  const inKind = answer.or_in_kind === undefined ? '' : words.orInKind(String(answer.or_in_kind), currency)
  const parts = [
    ...(answer.in_scope ? [] : [words.outOfScope]),
    ...(amount ? [`${words.amount(amount.toFixed(2), currency)}${inKind}`] : []),
    ...(amount === null && !refund ? [words.unknownAmount] : []),
    ...(refund && refund !== 'none' ? [words.refund(words.refundOf[refund], within)] : []),
    ...(answer.care_due && !answer.care ? [words.care] : []),
    ...(answer.care ? [words.careIs(answer.care)] : []),
    ...(answer.refund_right ? [words.refundRight] : []),
    ...(answer.water_and_food ? [words.waterAndFood] : []),
    ...(answer.disembark ? [words.disembark] : []),
    ...(answer.within_rule === undefined ? [] : [answer.within_rule ? words.inTime : words.tooLate]),
  ]
  return parts.join(words.between) || words.nothing
}

function problemLines({ id, problems }: UnansweredCase, words: Words): string[] {
  return problems.map(({ field, message }) => words.case(id, field, message))
}
