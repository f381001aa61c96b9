import { localTime } from '../../shared/app/api/local-time.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { listAudience, USUAL_COLUMNS } from '../audience-list.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { whole } from '../options.ts'
import { readList } from '../pages.ts'
import { table, thousands } from '../print.ts'
import { act, examples } from '../session.ts'

interface Counted {
  audience: string
  name: string
  members: number
}

interface Shown extends Counted {
  zone: string
  page: { memberId: string; since: string }[]
  cursor: string | null
}

export function addAudience(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('audience')
    .summary(help.audience.summary)
    .description(help.audience.description)
    .argument('[id]', help.audience.arguments.id)
    .option('--limit <n>', help.audience.options.limit, whole(help, 1, 1000), '20')
    .option('--cursor <cursor>', help.audience.options.cursor)
    .option('--csv <file>', help.audience.options.csv)
    .option('--columns <names>', help.audience.options.columns, USUAL_COLUMNS)
    .option('--consent <name>', help.audience.options.consent)
    .option('--campaign <id>', help.audience.options.campaign)
    .option('--held-out', help.audience.options.heldOut)
    .addHelpText(
      'after',
      examples(
        'audience',
        'audience gone-quiet',
        'audience gone-quiet --limit 1000 --json',
        'audience gone-quiet --csv calls.csv --columns memberId,familyName,phone,tier,arm --consent phone',
      ),
    )
  act(command, async (session, options, id?: string) => {
    const { client, show } = session
    const { limit, cursor, csv } = options
    if (csv !== undefined) {
      if (id === undefined) throw new Refused(({ usage }) => usage.csvNeedsAudience)
      const listed = await listAudience(session, {
        audience: id,
        file: String(csv),
        columns: String(options.columns).split(','),
        campaign: options.campaign as string | undefined,
        consent: options.consent as string | undefined,
        heldOut: options.heldOut === true,
      })
      await show(listed, () => textsIn(session.language).audience.listed(listed))
      return
    }
    if (id === undefined) {
      const found = await client.call<{ audiences: Counted[] }>('GET', '/v1/audiences')
      await show(found, () => audienceLines(found.audiences, session.language))
      return
    }
    const wanted = { limit: Number(limit), cursor: cursor as string | undefined }
    const shown = await readList<Shown>(client, `/v1/audiences/${encodeURIComponent(id)}`, 'page', wanted)
    await show(shown, () => memberLines(shown, session.language))
  })
}

function audienceLines(audiences: readonly Counted[], language: Language): string[] {
  if (audiences.length === 0) return [textsIn(language).commands.audiences.none]
  return table(audiences.map(({ audience, name, members }) => [audience, thousands(members), name]))
}

function memberLines({ audience, name, zone, members, page, cursor }: Shown, language: Language): string[] {
  const { commands, explain } = textsIn(language)
  const words = commands.audiences
  return [
    words.members(name === audience ? audience : `${name}${explain.brackets(audience)}`, thousands(members)),
    ...table(page.map(({ memberId, since }) => [`  ${memberId}`, words.since(localTime(since, zone))])),
    ...(cursor === null ? [] : [`  ${words.more(cursor)}`]),
  ]
}
