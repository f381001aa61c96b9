import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { smallWorld } from '../../shared/app/connect/examples/known.ts'
import { asEntry } from '../../shared/app/connect/examples/play.ts'
import { translate } from '../../shared/app/connect/translate.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { faultIn, silentIn } from '../../shared/domain/texts/message-words.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'
import type { Command } from '../command.ts'
import {
  knownIn,
  readKnown,
  receivedAt,
  type TestedConnector,
  testConnectors,
  unreadable,
} from '../connect/examples.ts'
import { hasProblems, loadMapping, loadMappings } from '../connect/load.ts'
import { jsonText } from '../print.ts'
import { problemText } from '../rulebook/place.ts'
import { act, examples } from '../session.ts'

export function addConnect(program: Command): void {
  const { connect } = helpIn(program.language)
  const group = program.command('connect').summary(connect.summary).description(connect.description)
  addValidate(group)
  addTest(group)
  addTry(group)
}

function addValidate(group: Command): void {
  const help = helpIn(group.language).connect.validate
  const command = group
    .command('validate')
    .description(help.summary)
    .argument('<path>', help.arguments.path)
    .addHelpText('after', examples('connect validate campaigns/connectors/my-airport.yaml'))
  act(command, async ({ show, language }, _options, path: string) => {
    const { connectors, problems, dir } = await loadMappings(path)
    const names = Object.keys(connectors)
    const valid = problems.length === 0
    const words = textsIn(language).connect
    await show({ valid, connectors: names, problems: problems.map((each) => problemIn(language, each)) }, () => [
      ...problems.map((problem) => problemText(dir, problem, language)),
      valid ? words.valid(names.join(', ')) : words.hasProblems(path),
    ])
    if (!valid) process.exitCode = 1
  })
}

function addTest(group: Command): void {
  const help = helpIn(group.language).connect.test
  const command = group
    .command('test')
    .summary(help.summary)
    .description(help.description)
    .argument('<path>', help.arguments.path)
    .addHelpText('after', examples('connect test campaigns', 'connect test campaigns/connectors/my-airport.yaml'))
  act(command, async ({ show, language }, _options, path: string) => {
    const loaded = await loadMappings(path)
    if (loaded.problems.length > 0) throw hasProblems(path)
    const tested = await testConnectors(loaded)
    await show(tested, () => tested.flatMap((each) => testedLines(each, language)))
    if (tested.some(({ played }) => played.some(({ passed }) => !passed))) process.exitCode = 1
  })
}

function addTry(group: Command): void {
  const help = helpIn(group.language).connect.try
  const tried = 'connect try campaigns/connectors/my-airport.yaml late.xml'
  const command = group
    .command('try')
    .summary(help.summary)
    .description(help.description)
    .argument('<mapping>', help.arguments.mapping)
    .argument('<message>', help.arguments.message)
    .option('--known <file>', help.options.known)
    .addHelpText('after', examples(tried, `${tried} --json`))
  act(command, async (session, { known: knownFile }, path: string, message: string) => {
    const { connector, airline } = await loadMapping(path)
    const known = typeof knownFile === 'string' ? await readKnown(knownFile) : await knownIn(dirname(message))
    const bytes = await readFile(message).catch((error: NodeJS.ErrnoException) => {
      throw unreadable(message, error)
    })
    const raw = { bytes, receivedAt: receivedAt(message, known) }
    const { events, amiss, silent } = await translate(raw, connector, airline, smallWorld(known).lookUp)
    const entries = events.map((event) => asEntry(event, connector))
    if (session.json)
      await session.line(
        jsonText({
          events: entries,
          setAside: amiss.map((each) => faultIn(session.language, each)),
          silent: silent.map((each) => silentIn(session.language, each)),
        }),
      )
    else for (const entry of entries) await session.line(jsonText(entry))
    const words = textsIn(session.language).connect
    for (const line of besideLines({ amiss, silent }, session.language)) session.note(line)
    if (entries.length === 0) session.note(words.noEvents)
    if (amiss.length > 0) process.exitCode = 1
  })
}

function besideLines(
  { amiss, silent }: Pick<TestedConnector['played'][number], 'amiss' | 'silent'>,
  language: Language,
) {
  const words = textsIn(language).connect
  const faults = amiss.map((each) => faultIn(language, each))
  const silents = silent.map((each) => silentIn(language, each))
  return [
    ...faults.map(({ path, code, message, hint }) => words.setAside(path, code, message, hint)),
    ...silents.map(({ place, why }) => words.silent(place, why)),
  ]
}

function testedLines({ connector, played }: TestedConnector, language: Language): string[] {
  const words = textsIn(language).connect
  if (played.length === 0) return [words.noExamples(connector)]
  return played.flatMap((each) =>
    each.passed
      ? [words.passed(connector, each.file)]
      : [
          words.failed(connector, each.file),
          ...each.missing.map((what) => words.missing(jsonText(what))),
          ...each.unexpected.map((what) => words.unexpected(jsonText(what))),
          ...besideLines(each, language).map((line) => `  ${line}`),
        ],
  )
}
