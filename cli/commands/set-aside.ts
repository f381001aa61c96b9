import { localTime } from '../../shared/app/api/local-time.ts'
import { consoleTexts } from '../../shared/domain/texts/console.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { SetAside } from '../../shared/ports/index.ts'
import type { Client } from '../client.ts'
import type { Command } from '../command.ts'
import { eventText } from '../event-text.ts'
import { reasonOption, whole } from '../options.ts'
import { jsonText, table } from '../print.ts'
import { act, examples } from '../session.ts'

export function addSetAside(program: Command): void {
  const help = helpIn(program.language)
  const group = program.command('set-aside').summary(help.setAside.summary).description(help.setAside.description)

  const list = group
    .command('list')
    .summary(help.setAside.list.summary)
    .description(help.setAside.list.description)
    .addOption(reasonOption(help))
    .option('--limit <n>', help.setAside.list.options.limit, whole(help, 1, 100_000), '50')
    .addHelpText('after', examples('set-aside list', 'set-aside list --code bad-field', 'set-aside list --json'))
  act(list, async ({ client, json, line, show, language }, { code, limit }) => {
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
    if (json) return
    const { events } = await consoleTexts[language]()
    await show(undefined, () => listLines(counts, shown, zone, language, events))
  })

  const replay = group
    .command('replay')
    .summary(help.setAside.replay.summary)
    .description(help.setAside.replay.description)
    .addOption(reasonOption(help))
    .addHelpText('after', examples('set-aside replay', 'set-aside replay --code in-the-future'))
  act(replay, async ({ client, show, language }, { code }) => {
    const total = { sent: 0, unsendable: 0 }
    let cursor: string | undefined
    do {
      const body = { code, cursor, limit: 100 }
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
      textsIn(language).outputs.setAside.sent(total.sent),
      ...(total.unsendable > 0 ? [textsIn(language).outputs.setAside.unsendable(total.unsendable)] : []),
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

function listLines(
  counts: Map<string, number>,
  shown: readonly SetAside[],
  zone: string,
  language: Language,
  events: Readonly<Record<string, string>>,
): string[] {
  const { outputs, explain } = textsIn(language)
  if (counts.size === 0) return [outputs.setAside.nothing]
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [
    ...table([...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => [outputs.setAside.code(code), count])),
    '',
    ...shown.flatMap(({ setAsideAt, fault, envelope }) => [
      `${localTime(new Date(setAsideAt).toISOString(), zone)}  ${outputs.setAside.code(fault.code)}  ${eventText(envelope['detail-type'], events, explain)}  ${nameOf(envelope.detail)}`,
      `    ${fault.message}${fault.hint ? explain.brackets(fault.hint) : ''}`,
    ]),
    ...(total > shown.length ? [outputs.setAside.more(total - shown.length)] : []),
  ]
}

/** What identifies an event: its id, its line in the file, or the other system's message that it is part of. */
function nameOf(detail: unknown): string {
  const { id, where, key, place } = Object(detail) as Record<string, unknown>
  const name = where ?? id ?? (place ? `${key}: ${place}` : key)
  return typeof name === 'string' ? name.slice(0, 100) : ''
}
