import { Option } from 'commander'
import { SURE_ENOUGH } from '../../shared/domain/scores/complaints/categories.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { scoreTextsIn as catalogueIn } from '../../shared/domain/texts/scores.ts'
import type { Command } from '../command.ts'
import { jsonText, table } from '../print.ts'
import { act, examples } from '../session.ts'

/** How many characters of a text are shown beside its answer. */
const SHOWN = 60

export function addTriage(program: Command): void {
  const help = helpIn(program.language)
  const { summary, description, options, file } = help.triage
  const command = program
    .command('triage')
    .summary(summary)
    .description(description)
    .argument('<file>', file)
    .addOption(new Option('--model <file>', options.model).conflicts('rated'))
    .addOption(new Option('--rated <column>', options.rated))
    .addOption(new Option('--text <column>', options.text).default('text'))
    .addHelpText(
      'after',
      examples(
        'triage complaints.txt',
        'triage complaints.txt --model models/complaints.json --json',
        'triage reviews.csv --rated overall --text review',
      ),
    )
  act(command, async (session, { model: modelPath, rated, text: column }, path: string) => {
    if (rated !== undefined) {
      const { judgeSeverity } = await import('../triage/rated.ts')
      return judgeSeverity(session, path, { text: String(column), rating: String(rated) })
    }
    const [{ textsIn, readModel }, { triage }] = await Promise.all([
      import('../triage/read.ts'),
      import('../../shared/domain/scores/complaints/triage.ts'),
    ])
    const texts = catalogueIn(session.language).triage
    const model = modelPath === undefined ? undefined : await readModel(String(modelPath))
    const rows: (string | number)[][] = []
    for await (const text of textsIn(path)) {
      const answer = triage(text, model)
      if (session.json) await session.line(jsonText(answer))
      else {
        const sure = answer.confidence >= SURE_ENOUGH
        const category = sure ? texts.names[answer.category] : texts.unsure(texts.names[answer.category])
        rows.push([category, answer.severity, answer.language, answer.confidence.toFixed(2), text.slice(0, SHOWN)])
      }
    }
    if (!session.json) for (const line of table([texts.heads, ...rows])) await session.line(line)
  })
}
