import type { Command } from 'commander'
import { unpackBundle } from '../../shared/domain/rulebook/bundle.ts'
import { diffRulebooks, type RulebookChange } from '../../shared/domain/rulebook/diff/index.ts'
import { act, examples } from '../session.ts'

export function addDiff(program: Command): void {
  const command = program
    .command('diff')
    .summary('what changes from one rulebook to another')
    .description(
      'Lists each campaign, audience, budget, setting and email that is new, removed or changed, and how. ' +
        'File names, layout and comments do not count.',
    )
    .argument('<before>', 'a folder with wingback.yaml, `live`, or `pending` (the rulebook that waits for approval)')
    .argument('<after>', 'a folder with wingback.yaml, `live`, or `pending` (the rulebook that waits for approval)')
    .addHelpText('after', examples('diff live my-rules', 'diff live pending', 'diff campaigns my-rules --json'))
  act(command, async (session, _options, before: string, after: string) => {
    const { rulebookNamed } = await import('../rulebook/named.ts')
    // One after the other: where both have problems, those of the first are told.
    const was = await rulebookNamed(session, before)
    const is = await rulebookNamed(session, after)
    const changes = diffRulebooks(unpackBundle(was.bundle), unpackBundle(is.bundle))
    await session.show({ before: was.version, after: is.version, changes }, () =>
      changes.length > 0 ? changes.flatMap(changeLines) : ['nothing changes'],
    )
  })
}

function changeLines({ of, id, change, lines }: RulebookChange): string[] {
  const name = id === '' ? of : `${of} ${id}`
  return [change === 'changed' ? name : `${name}: ${change}`, ...lines.map((line) => `  ${line}`)]
}
