import { happeningWords } from '../../shared/app/rehearsal/examples/compare.ts'
import type { Happening } from '../../shared/app/rehearsal/examples/example.ts'
import type { Outcome } from '../../shared/app/rehearsal/examples/run.ts'
import { differenceText, happeningText, timeText } from '../../shared/app/rehearsal/examples/words.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'
import { inWords } from '../../shared/domain/texts/say.ts'
import type { Command } from '../command.ts'
import type { Tested } from '../rulebook/examples.ts'
import { placeText, problemText } from '../rulebook/place.ts'
import { act, examples } from '../session.ts'

export function addTest(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('test')
    .summary(help.test.summary)
    .description(help.test.description)
    .argument('<dir>', help.test.arguments.dir)
    .addHelpText('after', examples('test campaigns', 'test campaigns --json'))
  act(command, async ({ show, language }, _options, dir: string) => {
    // MJML takes half a second to load, so it is loaded only when needed.
    const { testFolder } = await import('../rulebook/examples.ts')
    const tested = await testFolder(dir)
    const { problems, outcomes } = tested
    await show(reportOf(tested, language), () => [
      ...problems.map((problem) => problemText(dir, problem, language)),
      ...outcomes.flatMap((outcome) => outcomeLines(dir, outcome, tested.zone, language)),
      ...summary(tested, language),
    ])
    if (problems.length > 0 || outcomes.some(({ passed }) => !passed)) process.exitCode = 1
  })
}

function reportOf({ problems, outcomes, without }: Tested, language: Language) {
  const failed = outcomes.filter(({ passed }) => !passed).length
  return {
    passed: outcomes.length - failed,
    failed,
    problems: problems.map((problem) => problemIn(language, problem)),
    campaignsWithoutExamples: without,
    examples: outcomes.map(({ example, passed, differences, happened, waitsUntil }) => ({
      file: example.file,
      line: example.line,
      campaign: example.campaign,
      example: example.name,
      passed,
      differences: differences.map((each) =>
        'missing' in each
          ? { missing: each.missing(textsIn('en').outputs.examples.expected), line: each.line }
          : { unexpected: plainly(each.unexpected) },
      ),
      happened: happened.map(plainly),
      ...(waitsUntil && { waitsUntil: new Date(waitsUntil).toISOString() }),
    })),
  }
}

function plainly(happening: Happening) {
  const { at, outcome, gate, mail } = happening
  const { reason, because } = inWords(happening)
  return {
    at: new Date(at).toISOString(),
    what: happeningWords(happening),
    outcome,
    ...(gate && { gate }),
    reason,
    because,
    ...(mail && outcome === 'sent' && { subject: mail.subject }),
  }
}

function outcomeLines(
  dir: string,
  { example, passed, differences, happened, waitsUntil }: Outcome,
  zone: string,
  language: Language,
) {
  const words = textsIn(language).outputs.examples
  const title = `${example.campaign}: ${example.name}`
  const ways = happened.filter(({ outcome }) => outcome !== 'decided')
  if (passed) return [words.passed + title]
  return [
    words.failed + title,
    `        ${placeText(dir, example)}`,
    ...differences.map((difference) => `  ${differenceText(difference, zone, language)}`),
    `  ${words.happened(zone)}`,
    ...(ways.length > 0 ? ways.map((each) => `    ${happeningText(each, zone, language)}`) : [`    ${words.nothing}`]),
    ...(waitsUntil ? [`    ${words.waits(timeText(waitsUntil, zone))}`] : []),
    '',
  ]
}

function summary({ problems, outcomes, without }: Tested, language: Language): string[] {
  const words = textsIn(language).outputs.examples
  const failed = outcomes.filter(({ passed }) => !passed).length
  return [
    words.count(outcomes.length, failed) + (problems.length > 0 ? words.problems(problems.length) : ''),
    ...(without.length > 0 ? [words.without(without.join(', '))] : []),
  ]
}
