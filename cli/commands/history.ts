import { localTime } from '../../shared/app/api/local-time.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Command } from '../command.ts'
import { whole } from '../options.ts'
import { readList } from '../pages.ts'
import { table } from '../print.ts'
import { act, examples } from '../session.ts'

interface Shown {
  zone: string
  history: { at: string; by: string; what: string; rulebook: string | null }[]
  cursor: string | null
}

export function addHistory(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('history')
    .summary(help.history.summary)
    .description(help.history.description)
    .option('--limit <n>', help.history.options.limit, whole(help, 1, 500), '20')
    .option('--cursor <cursor>', help.history.options.cursor)
    .addHelpText('after', examples('history', 'history --limit 500 --json'))
  act(command, async ({ client, show, language }, { limit, cursor }) => {
    const wanted = { limit: Number(limit), cursor: cursor as string | undefined }
    const shown = await readList<Shown>(client, '/v1/history', 'history', wanted)
    await show(shown, () => historyLines(shown, language))
  })
}

function historyLines({ zone, history, cursor }: Shown, language: Language): string[] {
  const { outputs, commands } = textsIn(language)
  const words = outputs.history
  if (history.length === 0) return [words.nothing]
  const rows = history.map(({ at, by, what, rulebook }) => [localTime(at, zone), by, what, rulebook ?? words.noneLive])
  return [
    ...table([[words.when(zone), ...words.columns], ...rows]),
    ...(cursor === null ? [] : [commands.audiences.more(cursor)]),
  ]
}
