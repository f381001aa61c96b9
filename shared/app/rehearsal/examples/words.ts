import { textsIn } from '../../../domain/texts/index.ts'
import type { Language } from '../../../domain/texts/language.ts'
import { say } from '../../../domain/texts/say.ts'
import { localTime } from '../../api/local-time.ts'
import { type Difference, happeningWords } from './compare.ts'
import type { Happening } from './example.ts'

/** What an example expected in vain, or did not expect, on one line. */
export function differenceText(difference: Difference, zone: string, language: Language): string {
  const words = textsIn(language).outputs.examples
  if ('missing' in difference) return `- ${words.missing(difference.missing(words.expected), difference.line)}`
  return `+ ${words.unexpected(happeningText(difference.unexpected, zone, language))}`
}

/**
 * What happened in an example, when and why, on one line. English has it as expectations are written, so that it can be copied into
 * the file.
 */
export function happeningText(happening: Happening, zone: string, language: Language): string {
  const { outputs, actions, explain } = textsIn(language)
  const { because, did } = outputs.examples
  const { action, outcome, reason } = happening
  const what = did({
    expectation: happeningWords(happening),
    outcome: explain.outcome[outcome],
    action: action && actions[action.kind],
    named: nameIn(happening),
  })
  return `${timeText(happening.at, zone)}  ${because(what, say(reason, language))}`
}

/** Which one of its kind: the subject of a mail, a template, the title of a task, the arm of a split. */
function nameIn({ action, mail, arm }: Happening): string | undefined {
  if (mail) return mail.subject
  if (!action) return arm
  if ('template' in action) return action.template
  return 'title' in action ? action.title : undefined
}

export function timeText(at: number, zone: string): string {
  return localTime(new Date(at).toISOString(), zone)
}
