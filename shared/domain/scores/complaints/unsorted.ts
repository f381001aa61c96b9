import type { MemberEvent } from '../../../contract/index.ts'
import { SURE_ENOUGH, UNSURE } from './categories.ts'
import { triage } from './triage.ts'

/**
 * An event as it is decided on. A complaint that nobody has sorted gets what its text says: category, severity and language, where
 * the sender gave none. Of a text that does not tell, the category is `unsure`, for rules that hand it to a person, and no severity
 * is guessed.
 */
export function withWhatItsTextSays(event: MemberEvent): MemberEvent {
  if (event.type !== 'complaint.filed' || event.category !== undefined) return event
  if (event.text === undefined) return { ...event, category: UNSURE }
  const { category, severity, language, confidence } = triage(event.text)
  const isSure = confidence >= SURE_ENOUGH
  return {
    ...event,
    category: isSure ? category : UNSURE,
    language: event.language ?? language,
    ...(isSure && { severity: event.severity ?? severity }),
  }
}
