import { InvalidArgumentError, Option } from 'commander'
import { type Help, helpIn } from '../../shared/domain/texts/help.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import type { Command } from '../command.ts'
import { instantOf, listOf } from '../options.ts'
import { act, examples } from '../session.ts'

interface EvaluateOptions {
  score: string
  members: string[]
  events: string[]
  cutoff: string
  within?: string
  model?: string
}

/** Scores that are fitted to outcomes. */
export const SCORES = ['churn', 'lifetime'] as const

export function addEvaluate(program: Command): void {
  const help = helpIn(program.language)
  const { summary, description, options } = help.evaluate
  const command = program
    .command('evaluate')
    .summary(summary)
    .description(description)
    .addOption(new Option('--score <name>', options.score).choices(SCORES).makeOptionMandatory())
    .requiredOption('--members <file...>', options.members)
    .option('--events <file...>', options.events)
    .requiredOption('--cutoff <date>', options.cutoff)
    .addOption(new Option('--within <days>', options.within).argParser(days(help)))
    .option('--model <file>', options.model)
    .addHelpText(
      'after',
      examples(
        'evaluate --score churn --members members.jsonl.gz --events events.jsonl.gz --cutoff 2026-07-01',
        'evaluate --score churn --members members.jsonl.gz --events events.jsonl.gz --cutoff 2026-07-01 --model models/churn.json --json',
        'evaluate --score lifetime --members members.jsonl.gz --events events.jsonl.gz --cutoff 2026-07-01',
      ),
    )
  act(command, async (session, given) => {
    const { score, members, events, cutoff, within, model } = given as unknown as EvaluateOptions
    const files = {
      members: listOf(members),
      events: listOf(events),
      cutoff: instantOf('--cutoff', cutoff)!,
      ...(within !== undefined && { withinDays: Number(within) }),
      ...(model !== undefined && { model }),
    }
    const texts = scoreTextsIn(session.language)
    if (score === 'lifetime') {
      const { evaluateLifetimeFiles } = await import('../lifetime/evaluate.ts')
      const { lifetimeLines } = await import('../lifetime/text.ts')
      const evaluated = await evaluateLifetimeFiles(session, files)
      return session.show(evaluated.report, () => lifetimeLines(evaluated, texts))
    }
    const { evaluateFiles } = await import('../churn/evaluate.ts')
    const { reportLines } = await import('../churn/text.ts')
    const evaluated = await evaluateFiles(session, files)
    return session.show(evaluated.report, () => reportLines(evaluated, texts.churn))
  })
}

/** Whole days. */
export function days({ evaluate }: Help): (text: string) => string {
  return (text) => {
    const [, number] = /^(\d{1,4})d?$/.exec(text.trim()) ?? []
    if (number !== undefined && Number(number) > 0) return number
    throw new InvalidArgumentError(evaluate.notDays)
  }
}
