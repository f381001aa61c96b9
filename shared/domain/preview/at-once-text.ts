import type { ActionKind } from '../actions/kinds.ts'
import { textsIn } from '../texts/index.ts'
import type { Language } from '../texts/language.ts'
import type { AtOnce } from './at-once.ts'

type What = keyof AtOnce[string]

/** `12 enter now`. */
export function atOnceText(what: What, count: number, language: Language): string {
  const { actions, preview } = textsIn(language)
  const { atOnce } = preview
  return Object.hasOwn(atOnce, what)
    ? atOnce[what as keyof Omit<typeof atOnce, 'other'>](count)
    : atOnce.other(count, actions[what as ActionKind])
}
