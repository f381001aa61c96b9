import type { Command } from 'commander'
import { initFolder } from '../rulebook/init.ts'
import { act, examples } from '../session.ts'

export function addInit(program: Command): void {
  const command = program
    .command('init')
    .summary('create a new rulebook')
    .description(
      'Creates a folder with a small, valid rulebook: settings, a budget, an audience, a campaign with its ' +
        'email in English and Chinese and its examples, and schemas for editors that check and complete while ' +
        'you type. A folder that is not empty is not changed.',
    )
    .argument('<dir>', 'a new folder, or an empty one')
    .addHelpText('after', examples('init my-rules'))
  act(command, async ({ show }, _options, dir: string) => {
    const files = await initFolder(dir)
    await show({ files }, () => [...files, '', `next: npx wingback test ${dir}, then change ${dir}/wingback.yaml`])
  })
}
