import { textsIn } from './index.ts'
import type { Language } from './language.ts'

/** What stopped something, in words that say the stop: not the gate's question. */
export function stopText(stop: string, language: Language): string {
  const { gates, explain } = textsIn(language)
  const stops: Record<string, string> = explain.stops
  return (gates as Record<string, { stop: string }>)[stop]?.stop ?? stops[stop] ?? stop
}
