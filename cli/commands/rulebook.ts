import { Option } from 'commander'
import { type Help, helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'
import type { Saying } from '../../shared/domain/texts/saying.ts'
import type { Command } from '../command.ts'
import { confirm, yesOption } from '../confirm.ts'
import { Refused } from '../errors.ts'
import { byOption, EVERYBODY, whole } from '../options.ts'
import type { LoadedFolder } from '../rulebook/folder.ts'
import { problemText } from '../rulebook/place.ts'
import { previewLines, previewRulebook } from '../rulebook/preview.ts'
import { act, examples, type Session, userName } from '../session.ts'

interface Published {
  version: string
  previous: string | null
  changed: boolean
  sweeping: boolean
  waits: boolean
  askedBy?: string
  loosens?: string[]
}

export function addRulebook(program: Command): void {
  const help = helpIn(program.language)
  const validate = program
    .command('validate')
    .summary(help.validate.summary)
    .description(help.validate.description)
    .argument('<dir>', help.validate.arguments.dir)
    .addHelpText('after', examples('validate campaigns', 'validate campaigns --json'))
  act(validate, async ({ show, language }, _options, dir: string) => {
    const words = textsIn(language).commands.rulebook
    const loaded = await readRulebook(dir, { now: Date.now() })
    const problems = loaded.problems.map((problem) => problemIn(language, problem))
    const version = loaded.ok ? loaded.version : null
    const unvalued = loaded.ok ? loaded.unvaluedUpgrades : []
    await show({ valid: problems.length === 0, version, problems, unvaluedUpgrades: unvalued }, () => [
      ...(unvalued.length > 0 ? [words.unvaluedUpgrades(unvalued.join(', '))] : []),
      ...problems.map((problem) => problemText(dir, problem, language)),
      loaded.ok ? words.valid(loaded.version) : words.problems(problems.length),
    ])
    if (!loaded.ok) process.exitCode = 1
  })

  const publish = program
    .command('publish')
    .summary(help.publish.summary)
    .description(help.publish.description)
    .argument('<dir>', help.publish.arguments.dir)
    .addOption(lookOption(help))
    .addOption(yesOption(help))
    .addOption(byOption(help))
    .addHelpText('after', examples('publish campaigns', 'publish campaigns --yes --by "Li Wei"'))
  act(publish, async (session, { by = userName(), yes, look }, dir: string) => {
    const { client, show, note } = session
    const words = textsIn(session.language).commands.rulebook
    const loaded = await readRulebook(dir)
    if (!loaded.ok) {
      for (const problem of loaded.problems) note(problemText(dir, problem, session.language))
      const hint: Saying = ({ usage }) => usage.listProblems(dir)
      throw new Refused(words.hasProblems(loaded.problems.length), { code: 'invalid-rulebook', hint })
    }
    await sayFirst(session, loaded.bundle, { yes, look })
    const published = await client.call<Published>('PUT', '/v1/rulebooks', {
      query: { by: by as string },
      body: loaded.upload,
    })
    await show(published, () => {
      if (published.waits) return waitingLines(published, session.language)
      return [
        published.changed ? words.live(published.version) : words.wasLive(published.version),
        ...(published.sweeping ? [words.evaluated] : []),
      ]
    })
  })

  const rollback = program
    .command('rollback')
    .summary(help.rollback.summary)
    .description(help.rollback.description)
    .option('--to <version>', help.rollback.options.to)
    .addOption(lookOption(help))
    .addOption(yesOption(help))
    .addOption(byOption(help))
    .addHelpText('after', examples('rollback', 'rollback --to 3fd0c9a1b2c4d5e6 --yes'))
  act(rollback, async (session, { to, yes, look, by = userName() }) => {
    const { client, show } = session
    const words = textsIn(session.language).commands.rulebook
    const { rulebook } = await client.call<{ rulebook: { previous: string | null } }>('GET', '/v1/status')
    const back = (to as string | undefined) ?? rulebook.previous
    // If there is none, or it never existed, the answer says so.
    if (back !== null) await sayFirst(session, back, { yes, look })
    const published = await client.call<Published>('POST', '/v1/rulebooks/rollback', { body: { to, by } })
    await show(published, () =>
      published.waits
        ? waitingLines(published, session.language)
        : [words.liveBefore(published.version, published.previous ?? '-')],
    )
  })
}

/** Says what would happen, and asks. */
async function sayFirst(
  session: Session,
  of: Uint8Array | string,
  { yes, look }: { yes: unknown; look: unknown },
): Promise<void> {
  const previewed = await previewRulebook(session, of, Number(look))
  await confirm(session, { yes, would: previewed, lines: previewLines(previewed, session.language) })
}

function lookOption(help: Help): Option {
  return new Option('--look <n>', help.common.look)
    .argParser(whole(help, 1, EVERYBODY))
    .default(String(EVERYBODY), help.common.everybody)
}

/** That it waits, for whom, and why. */
function waitingLines({ version, askedBy = '', loosens = [] }: Published, language: Language): string[] {
  const words = textsIn(language).commands.rulebook
  return [words.waits(version), ...loosens.map((line) => `  ${line}`), words.whoApproves(version, askedBy)]
}

/** MJML takes half a second to load, so it is loaded only when needed. */
async function readRulebook(dir: string, options: { now?: number | undefined } = {}): Promise<LoadedFolder> {
  const { loadFolder } = await import('../rulebook/folder.ts')
  return loadFolder(dir, options)
}
