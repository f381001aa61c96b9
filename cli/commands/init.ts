import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Command } from '../command.ts'
import { initFolder } from '../rulebook/init.ts'
import { act, examples } from '../session.ts'

export function addInit(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('init')
    .summary(help.init.summary)
    .description(help.init.description)
    .argument('<dir>', help.init.arguments.dir)
    .addHelpText('after', examples('init my-rules'))
  act(command, async ({ show, language }, _options, dir: string) => {
    const files = await initFolder(dir, language)
    await show({ files }, () => [...files, '', textsIn(language).outputs.init(dir)])
  })
}
