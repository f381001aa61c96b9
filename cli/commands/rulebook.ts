import { type Command, Option } from 'commander'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { confirm, yesOption } from '../confirm.ts'
import { Refused } from '../errors.ts'
import { byOption, whole } from '../options.ts'
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
  const validate = program
    .command('validate')
    .summary('the errors of a rulebook, with their place')
    .description(
      'Checks and compiles the folder exactly as publishing does. Each problem is shown as file:line:column, ' +
        'code, message and what was probably meant. Needs no running Wingback.',
    )
    .argument('<dir>', 'the folder with wingback.yaml')
    .addHelpText('after', examples('validate campaigns', 'validate campaigns --json'))
  act(validate, async ({ show, language }, _options, dir: string) => {
    const words = textsIn(language).commands.rulebook
    const loaded = await readRulebook(dir, { now: Date.now() })
    const { problems } = loaded
    await show({ valid: problems.length === 0, version: loaded.ok ? loaded.version : null, problems }, () => [
      ...problems.map((problem) => problemText(dir, problem)),
      loaded.ok ? words.valid(loaded.version) : words.problems(problems.length),
    ])
    if (!loaded.ok) process.exitCode = 1
  })

  const publish = program
    .command('publish')
    .summary('publish a rulebook: make it live')
    .description(
      'Validates the folder and publishes it as a whole; its version is a hash of its content. First it ' +
        'shows what would happen at once: who enters, which emails go out, whose journeys move, end, or finish ' +
        'on their version; which campaigns would now write twice for one reason; which values of the rules no ' +
        'member has. Then it asks for confirmation; without a terminal it needs --yes. Members whom a changed ' +
        'audience could affect are evaluated again. A rulebook that loosens approvals, budgets or caps waits ' +
        'for approval: `rulebook pending`.',
    )
    .argument('<dir>', 'the folder with wingback.yaml')
    .addOption(lookOption())
    .addOption(yesOption())
    .addOption(byOption())
    .addHelpText('after', examples('publish campaigns', 'publish campaigns --yes --by "Li Wei"'))
  act(publish, async (session, { by = userName(), yes, look }, dir: string) => {
    const { client, show, note } = session
    const words = textsIn(session.language).commands.rulebook
    const loaded = await readRulebook(dir)
    if (!loaded.ok) {
      for (const problem of loaded.problems) note(problemText(dir, problem))
      const hint = '`npx wingback validate DIR --json` lists them'
      throw new Refused(words.hasProblems(loaded.problems.length), { code: 'invalid-rulebook', hint })
    }
    await sayFirst(session, loaded.bundle, { yes, look })
    const published = await client.call<Published>('PUT', '/v1/rulebooks', {
      query: { by: by as string },
      body: loaded.bundle,
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
    .summary('go back to the previous rulebook, or to an earlier one')
    .description(
      'Running it again undoes it; --to goes to any version that was live, as shown by `history`. What ' +
        'happens to members in a campaign is set by that rulebook (onNewVersion); by default they finish the ' +
        'version they began with. If it loosens approvals, budgets or caps, it waits for approval, as with ' +
        '`publish`.',
    )
    .option('--to <version>', 'a rulebook that was live, instead of the previous one')
    .addOption(lookOption())
    .addOption(yesOption())
    .addOption(byOption())
    .addHelpText('after', examples('rollback', 'rollback --to 3fd0c9a1b2c4d5e6 --yes'))
  act(rollback, async (session, { to, yes, look, by = userName() }) => {
    const { client, show } = session
    const words = textsIn(session.language).commands.rulebook
    const { rulebook } = await client.call<{ rulebook: { previous: string | null } }>('GET', '/v1/status')
    const back = (to as string | undefined) ?? rulebook.previous
    // Without one, or one that never was, the answer says so.
    if (back !== null) await sayFirst(session, back, { yes, look })
    const published = await client.call<Published>('POST', '/v1/rulebooks/rollback', { body: { to, by } })
    await show(published, () =>
      published.waits
        ? waitingLines(published, session.language)
        : [words.liveBefore(published.version, published.previous ?? '-')],
    )
  })
}

/** Says what would come of it, and asks. */
async function sayFirst(
  session: Session,
  of: Uint8Array | string,
  { yes, look }: { yes: unknown; look: unknown },
): Promise<void> {
  const previewed = await previewRulebook(session, of, Number(look))
  await confirm(session, { yes, would: previewed, lines: previewLines(previewed, session.language) })
}

function lookOption(): Option {
  return new Option('--look <n>', 'look at so many members at most to say what comes of it')
    .argParser(whole(1, 10_000_000))
    .default('20000')
}

/** That it waits, for whom, and why. */
function waitingLines({ version, askedBy = '', loosens = [] }: Published, language: Language): string[] {
  const words = textsIn(language).commands.rulebook
  return [words.waits(version), ...loosens.map((line) => `  ${line}`), words.whoApproves(version, askedBy)]
}

/** MJML takes half a second to load: only where it is needed. */
async function readRulebook(dir: string, options: { now?: number | undefined } = {}): Promise<LoadedFolder> {
  const { loadFolder } = await import('../rulebook/folder.ts')
  return loadFolder(dir, options)
}
