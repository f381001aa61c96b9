import { createInterface } from 'node:readline/promises'
import { Option } from 'commander'
import type { Help } from '../shared/domain/texts/help.ts'
import { textsIn } from '../shared/domain/texts/index.ts'
import { Refused } from './errors.ts'
import type { Session } from './session.ts'

/** For machines, and for people who have read what would happen. */
export function yesOption({ common }: Help): Option {
  return new Option('--yes', common.yes)
}

/**
 * Says what would happen, and asks. If nobody is there to answer, it says so and does nothing: `--yes` answers in advance.
 * What would happen is `would` in JSON.
 */
export async function confirm(
  session: Pick<Session, 'show' | 'note' | 'json' | 'language'>,
  { yes, would, lines }: { yes: unknown; would: object; lines: readonly string[] },
): Promise<void> {
  const words = textsIn(session.language).commands.confirm
  if (yes === true) {
    for (const line of lines) session.note(line)
    return
  }
  await session.show({ would }, () => lines)
  const { stdin, stdout } = process
  if (session.json || !stdin.isTTY || !stdout.isTTY)
    throw new Refused(words.wouldHappen, { code: 'not-confirmed', hint: words.hint })
  const line = createInterface({ input: stdin, output: stdout })
  const answer = await line.question(words.question).finally(() => line.close())
  if (!/^(y|yes|是|好)$/i.test(answer.trim())) throw new Refused(words.nothing, { code: 'not-confirmed' })
}
