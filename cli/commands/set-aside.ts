import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import type { SetAside } from '../../shared/ports/index.ts'
import type { Client } from '../client.ts'
import { reasonOption, whole } from '../options.ts'
import { jsonText, table } from '../print.ts'
import { act, examples } from '../session.ts'

export function addSetAside(program: Command): void {
  const group = program
    .command('set-aside')
    .summary('events that were not accepted, and why')
    .description('Invalid events are stored whole, with the reason. After a fix they can be retried.')

  const list = group
    .command('list')
    .summary('events set aside, with the reasons')
    .description('Shows counts by reason, then each entry. With --json, one entry per line, with the whole event.')
    .addOption(reasonOption())
    .option('--limit <n>', 'show at most this many', whole(1, 100_000), '50')
    .addHelpText('after', examples('set-aside list', 'set-aside list --code bad-field', 'set-aside list --json'))
  act(list, async ({ client, json, line, show }, { code, limit }) => {
    const shown: SetAside[] = []
    let zone = 'UTC'
    const counts = new Map<string, number>()
    for await (const { entry, zone: here } of allSetAside(client)) {
      zone = here
      if (code !== undefined && entry.fault.code !== code) continue
      counts.set(entry.fault.code, (counts.get(entry.fault.code) ?? 0) + 1)
      if (json) await line(jsonText(entry))
      else if (shown.length < Number(limit)) shown.push(entry)
    }
    if (!json) await show(undefined, () => listLines(counts, shown, zone))
  })

  const replay = group
    .command('replay')
    .summary('retry events that were set aside')
    .description(
      'Sends each event to its queue again. Accepted events leave the list; the others stay unchanged. Lines ' +
        'of a file that are not events cannot be sent: correct the file and replay it.',
    )
    .addOption(reasonOption())
    .addHelpText('after', examples('set-aside replay', 'set-aside replay --code in-the-future'))
  act(replay, async ({ client, show }, { code }) => {
    const total = { sent: 0, unsendable: 0 }
    let cursor: string | undefined
    do {
      const body = { code, cursor, limit: 200 }
      const page = await client.call<{ sent: number; unsendable: number; cursor: string | null }>(
        'POST',
        '/v1/set-asides/replay',
        { body },
      )
      total.sent += page.sent
      total.unsendable += page.unsendable
      cursor = page.cursor ?? undefined
    } while (cursor)
    await show(total, () => [
      `${total.sent} sent again; those accepted now leave \`set-aside list\``,
      ...(total.unsendable > 0
        ? [`${total.unsendable} are no events that can be sent: correct their file and replay it`]
        : []),
    ])
  })
}

async function* allSetAside(client: Client): AsyncGenerator<{ entry: SetAside; zone: string }> {
  let cursor: string | undefined
  do {
    const page = await client.call<{ zone: string; entries: SetAside[]; cursor: string | null }>(
      'GET',
      '/v1/set-asides',
      {
        query: { cursor, limit: 100 },
      },
    )
    for (const entry of page.entries) yield { entry, zone: page.zone }
    cursor = page.cursor ?? undefined
  } while (cursor)
}

function listLines(counts: Map<string, number>, shown: readonly SetAside[], zone: string): string[] {
  if (counts.size === 0) return ['nothing is set aside']
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [
    ...table([...counts].sort((a, b) => b[1] - a[1])),
    '',
    ...shown.flatMap(({ setAsideAt, fault, envelope }) => [
      `${localTime(new Date(setAsideAt).toISOString(), zone)}  ${fault.code}  ${envelope['detail-type']}  ${nameOf(envelope.detail)}`,
      `    ${fault.message}${fault.hint ? ` (${fault.hint})` : ''}`,
    ]),
    ...(total > shown.length ? [`… and ${total - shown.length} more: --limit, or --json for all`] : []),
  ]
}

/** What an event calls itself: its id, or the line it stood in. */
function nameOf(detail: unknown): string {
  const { id, where } = (detail ?? {}) as { id?: unknown; where?: unknown }
  const name = where ?? id
  return typeof name === 'string' ? name.slice(0, 100) : ''
}
