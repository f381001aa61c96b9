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
    .summary('who changed what when, the newest first')
    .description(
      "Every publish, rollback, pause and resume there has been, Wingback's own pauses too: when, by the airline's clock; " +
        'who, which in AWS is who was signed in; what; the rulebook that was live from then on. All of it is kept.',
    )
    .option('--limit <n>', 'so many at most, up to 500', whole(1, 500), '20')
    .option('--cursor <cursor>', 'go on after an earlier page')
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
