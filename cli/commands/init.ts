import type { Command } from 'commander'
import { initFolder } from '../rulebook/init.ts'
import { act, examples } from '../session.ts'

export function addInit(program: Command): void {
  const command = program
    .command('init')
    .summary('begin a new rulebook')
    .description(
      'Makes a folder with a small rulebook that is valid: settings, a budget, an audience, a campaign with its mail in ' +
        'English and Chinese and its examples, and schemas with which editors check and complete while you write. ' +
        'A folder that is not empty is left as it is.',
    )
    .argument('<dir>', 'a new folder, or an empty one')
    .addHelpText('after', examples('init my-rules'))
  act(command, async ({ show }, _options, dir: string) => {
    const files = await initFolder(dir)
    await show({ files }, () => [...files, '', `next: npx wingback test ${dir}, then change ${dir}/wingback.yaml`])
  })
}
