import type { Command } from 'commander'
import { unpackBundle } from '../../shared/domain/rulebook/bundle.ts'
import { diffRulebooks, type RulebookChange } from '../../shared/domain/rulebook/diff/index.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
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
    const { language } = session
    const changes = diffRulebooks(unpackBundle(was.bundle), unpackBundle(is.bundle), language)
    await session.show({ before: was.version, after: is.version, changes }, () =>
      changes.length > 0 ? changes.flatMap((each) => changeLines(each, language)) : [textsIn(language).diff.nothing],
    )
  })
}

function changeLines({ of, id, change, lines }: RulebookChange, language: Language): string[] {
  const words = textsIn(language).diff
  const name = id === '' ? words.of[of] : `${words.of[of]} ${id}`
  return [
    change === 'changed' ? name : words.line.plain(name, words.change[change]),
    ...lines.map((line) => `  ${line}`),
  ]
}
