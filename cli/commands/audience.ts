import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { listAudience, USUAL_COLUMNS } from '../audience-list.ts'
import { Refused } from '../errors.ts'
import { whole } from '../options.ts'
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
  const command = program
    .command('audience')
    .summary('the size of each audience, and the members of one')
    .description(
      'Without an id: the audiences of the live rulebook and their sizes. With an id: its size, and a page ' +
        'of its members with the time they entered. It reads an index that is updated within moments. With --csv, all of ' +
        'them, in UTF-8 as Excel reads it. Members in a holdout are left out, so that a call does not spoil the comparison.',
    )
    .argument('[id]', 'an audience')
    .option('--limit <n>', 'list at most this many members, up to 1000', whole(1, 1000), '20')
    .option('--cursor <cursor>', 'continue after an earlier page')
    .option('--csv <file>', 'write all its members to a file for a spreadsheet, such as a list of people to call')
    .option(
      '--columns <names>',
      'with --csv: the columns, in this order; facts are named as in `export`',
      USUAL_COLUMNS,
    )
    .option('--consent <name>', 'with --csv: only members who agreed to marketing by it, such as phone')
    .option('--campaign <id>', 'with --csv: leave out its holdout too, not only that of all marketing')
    .option('--held-out', 'with --csv: include members in a holdout; the column arm marks them')
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
      if (id === undefined) throw new Refused('--csv needs an audience: which one?')
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
    const query = { limit: limit as string, cursor: cursor as string | undefined }
    const shown = await client.call<Shown>('GET', `/v1/audiences/${encodeURIComponent(id)}`, { query })
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
