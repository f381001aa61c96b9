import type { Command } from 'commander'
import { unpackBundle } from '../../shared/domain/rulebook/bundle.ts'
import { diffRulebooks, type RulebookChange } from '../../shared/domain/rulebook/diff/index.ts'
import { act, examples } from '../session.ts'

export function addDiff(program: Command): void {
  const command = program
    .command('diff')
    .summary('what changes from one rulebook to another, in words')
    .description(
      'Each campaign, audience, budget, setting and mail that is new, gone or changed, and how. What only changes ' +
        'how files are called, laid out or commented is no change.',
    )
    .argument('<before>', 'a folder with wingback.yaml, `live`, or `pending`: what waits for a second person')
    .argument('<after>', 'a folder with wingback.yaml, `live`, or `pending`: what waits for a second person')
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
