import { unpackBundle } from '../../shared/domain/rulebook/bundle.ts'
import { diffRulebooks, type RulebookChange } from '../../shared/domain/rulebook/diff/index.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Command } from '../command.ts'
import { act, examples } from '../session.ts'

export function addDiff(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('diff')
    .summary(help.diff.summary)
    .description(help.diff.description)
    .argument('<before>', help.diff.arguments.before)
    .argument('<after>', help.diff.arguments.after)
    .addHelpText('after', examples('diff live my-rules', 'diff live pending', 'diff campaigns my-rules --json'))
  act(command, async (session, _options, before: string, after: string) => {
    const { rulebookNamed } = await import('../rulebook/named.ts')
    // One after the other: if both have problems, those of the first are shown.
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
