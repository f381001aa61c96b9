import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import { type Difference, happeningWords } from '../../shared/app/rehearsal/examples/compare.ts'
import type { Happening } from '../../shared/app/rehearsal/examples/example.ts'
import type { Outcome } from '../../shared/app/rehearsal/examples/run.ts'
import { inWords, say } from '../../shared/domain/texts/say.ts'
import type { Tested } from '../rulebook/examples.ts'
import { countOfProblems, placeText, problemText } from '../rulebook/place.ts'
import { act, examples } from '../session.ts'

export function addTest(program: Command): void {
  const command = program
    .command('test')
    .summary('check that a rulebook decides as its examples say')
    .description(
      'Runs the examples in campaigns/**/*.examples.yaml: given this member, when this happens, expect these ' +
        'decisions. They run with the same code as in production, in memory and in virtual time. Nothing is ' +
        'sent, and no running Wingback is needed. Exit code 1 if a decision differs.',
    )
    .argument('<dir>', 'the folder with wingback.yaml')
    .addHelpText('after', examples('test campaigns', 'test campaigns --json'))
  act(command, async ({ show }, _options, dir: string) => {
    // MJML takes half a second to load: only where it is needed.
    const { testFolder } = await import('../rulebook/examples.ts')
    const tested = await testFolder(dir)
    const { problems, outcomes } = tested
    await show(reportOf(tested), () => [
      ...problems.map((problem) => problemText(dir, problem)),
      ...outcomes.flatMap((outcome) => outcomeLines(dir, outcome, tested.zone)),
      ...summary(tested),
    ])
    if (problems.length > 0 || outcomes.some(({ passed }) => !passed)) process.exitCode = 1
  })
}

function reportOf({ problems, outcomes, without }: Tested) {
  const failed = outcomes.filter(({ passed }) => !passed).length
  return {
    passed: outcomes.length - failed,
    failed,
    problems,
    campaignsWithoutExamples: without,
    examples: outcomes.map(({ example, passed, differences, happened, waitsUntil }) => ({
      file: example.file,
      line: example.line,
      campaign: example.campaign,
      example: example.name,
      passed,
      differences: differences.map((each) => ('missing' in each ? each : { unexpected: plainly(each.unexpected) })),
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

function outcomeLines(dir: string, { example, passed, differences, happened, waitsUntil }: Outcome, zone: string) {
  const title = `${example.campaign}: ${example.name}`
  const ways = happened.filter(({ outcome }) => outcome !== 'decided')
  if (passed) return [`ok      ${title}`]
  return [
    `FAILED  ${title}`,
    `        ${placeText(dir, example)}`,
    ...differences.map((difference) => `  ${differenceText(difference, zone)}`),
    `  what happened (times in ${zone}):`,
    ...(ways.length > 0 ? ways.map((each) => `    ${happeningText(each, zone)}`) : ['    nothing']),
    ...(waitsUntil ? [`    the example ends here; the campaign waits until ${timeText(waitsUntil, zone)}`] : []),
    '',
  ]
}

function differenceText(difference: Difference, zone: string): string {
  if ('missing' in difference) return `- expected, but did not happen: ${difference.missing} (line ${difference.line})`
  return `+ happened, but was not expected: ${happeningText(difference.unexpected, zone)}`
}

function happeningText(happening: Happening, zone: string): string {
  return `${timeText(happening.at, zone)}  ${happeningWords(happening)} (${say(happening.reason)})`
}

function timeText(at: number, zone: string): string {
  return localTime(new Date(at).toISOString(), zone)
}

function summary({ problems, outcomes, without }: Tested): string[] {
  const failed = outcomes.filter(({ passed }) => !passed).length
  const counts = [
    `${outcomes.length} examples`,
    `${failed} failed`,
    ...(problems.length > 0 ? [countOfProblems(problems)] : []),
  ]
  return [counts.join(', '), ...(without.length > 0 ? [`without an example: ${without.join(', ')}`] : [])]
}
