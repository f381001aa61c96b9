import type { MemberEvent } from '../../../contract/index.ts'
import { type Sorted, SURE_ENOUGH, UNSURE } from './categories.ts'
import type { ComplaintModel } from './linear.ts'
import { triage } from './triage.ts'

/** A complaint whose category was read off its text. */
export type SortedComplaint = Extract<MemberEvent, { type: 'complaint.filed' }> & { sorted: Sorted }

const BY_WORDS = 'words'

/**
 * An event as it is decided on. A complaint that nobody has sorted gets what its text says, by the airline's own model or by the lists
 * of words: category, severity and language, where the sender gave none. Of a text that does not tell, the category is `unsure`, for rules that hand it to a person, and no severity
 * is guessed.
 */
export function withWhatItsTextSays(event: MemberEvent, model?: ComplaintModel | null): MemberEvent | SortedComplaint {
  if (event.type !== 'complaint.filed' || event.category !== undefined) return event
  if (event.text === undefined) return { ...event, category: UNSURE }
  const { category, severity, language, confidence } = triage(event.text, model ?? undefined)
  const isSure = confidence >= SURE_ENOUGH
  return {
    ...event,
    category: isSure ? category : UNSURE,
    language: event.language ?? language,
    ...(isSure && { severity: event.severity ?? severity }),
    sorted: { by: model?.version ?? BY_WORDS, confidence: Number(confidence.toFixed(2)) },
  }
}
