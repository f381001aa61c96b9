import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { faultIn } from '../../shared/domain/texts/message-words.ts'
import type { Command } from '../command.ts'
import { loadMapping } from '../connect/load.ts'
import { Refused } from '../errors.ts'
import type { Csv } from '../import/csv.ts'
import { jsonText, thousands } from '../print.ts'
import { act, examples } from '../session.ts'

const SHOWN = 10

export function addImport(program: Command): void {
  const help = helpIn(program.language).importFiles
  const group = program.command('import').summary(help.summary).description(help.description)
  const command = group
    .command('csv')
    .summary(help.csv.summary)
    .description(help.csv.description)
    .argument('<mapping>', help.csv.arguments.mapping)
    .argument('<file>', help.csv.arguments.file)
    .option('--dry-run', help.csv.options.dryRun)
    .option('--state <folder>', help.csv.options.state, '.wingback')
    .addHelpText(
      'after',
      examples(
        'import csv campaigns/connectors/members.yaml members.csv --dry-run',
        'import csv campaigns/connectors/members.yaml members.csv',
      ),
    )
  act(command, async (session, { dryRun, state }, path: string, file: string) => {
    const { importCsv, previewCsv } = await import('../import/csv.ts')
    const { connector } = await loadMapping(path)
    if (connector.kind !== 'csv') throw new Refused(({ connect }) => connect.notCsv(path), { code: 'no-mapping' })
    const words = textsIn(session.language).connect
    const csv = connector as Csv
    if (dryRun) {
      const { events, faults } = await previewCsv(csv, file, SHOWN)
      if (session.json) return session.line(jsonText({ events, setAside: faults }))
      for (const event of events) await session.line(jsonText(event))
      for (const { path: at, code, message, hint } of faults.map((each) => faultIn(session.language, each)))
        session.note(words.setAside(at, code, message, hint))
      return
    }
    const imported = await importCsv(session, csv, file, String(state))
    const { rows, sent, unchanged, setAside } = imported
    await session.show(imported, () => [
      words.imported(thousands(rows), thousands(sent), thousands(unchanged), thousands(setAside)),
    ])
  })
}
