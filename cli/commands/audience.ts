import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
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
        'of its members with the time they entered. It reads an index that is updated within moments.',
    )
    .argument('[id]', 'an audience')
    .option('--limit <n>', 'list at most this many members, up to 1000', whole(1, 1000), '20')
    .option('--cursor <cursor>', 'continue after an earlier page')
    .addHelpText('after', examples('audience', 'audience gone-quiet', 'audience gone-quiet --limit 1000 --json'))
  act(command, async ({ client, show }, { limit, cursor }, id?: string) => {
    if (id === undefined) {
      const found = await client.call<{ audiences: Counted[] }>('GET', '/v1/audiences')
      await show(found, () => audienceLines(found.audiences))
      return
    }
    const query = { limit: limit as string, cursor: cursor as string | undefined }
    const shown = await client.call<Shown>('GET', `/v1/audiences/${encodeURIComponent(id)}`, { query })
    await show(shown, () => memberLines(shown))
  })
}

function audienceLines(audiences: readonly Counted[]): string[] {
  if (audiences.length === 0) return ['there are no audiences yet: `npx wingback publish DIR`']
  return table(audiences.map(({ audience, name, members }) => [audience, thousands(members), name]))
}

function memberLines({ audience, name, zone, members, page, cursor }: Shown): string[] {
  return [
    `${name === audience ? audience : `${name} (${audience})`}: ${thousands(members)} members`,
    ...table(page.map(({ memberId, since }) => [`  ${memberId}`, `since ${localTime(since, zone)}`])),
    ...(cursor === null ? [] : [`  … more with --cursor ${cursor}`]),
  ]
}
