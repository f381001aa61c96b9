import type { Command } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import { whole } from '../options.ts'
import { table } from '../print.ts'
import { act, examples } from '../session.ts'

interface Shown {
  zone: string
  history: { at: string; by: string; what: string; rulebook: string | null }[]
  cursor: string | null
}

export function addHistory(program: Command): void {
  const command = program
    .command('history')
    .summary('who changed what and when, newest first')
    .description(
      "Lists every publish, rollback, pause and resume, including Wingback's automatic pauses: when (in the " +
        "airline's time zone), who (in AWS, who was signed in), what, and which rulebook was live afterwards. " +
        'Nothing is ever deleted.',
    )
    .option('--limit <n>', 'list at most this many, up to 500', whole(1, 500), '20')
    .option('--cursor <cursor>', 'continue after an earlier page')
    .addHelpText('after', examples('history', 'history --limit 500 --json'))
  act(command, async ({ client, show }, { limit, cursor }) => {
    const query = { limit: limit as string, cursor: cursor as string | undefined }
    const shown = await client.call<Shown>('GET', '/v1/history', { query })
    await show(shown, () => historyLines(shown))
  })
}

function historyLines({ zone, history, cursor }: Shown): string[] {
  if (history.length === 0) return ['nothing was changed yet: `npx wingback publish DIR`']
  const rows = history.map(({ at, by, what, rulebook }) => [localTime(at, zone), by, what, rulebook ?? 'none live'])
  return [
    ...table([[`when (${zone})`, 'who', 'what', 'rulebook'], ...rows]),
    ...(cursor === null ? [] : [`… more with --cursor ${cursor}`]),
  ]
}
