import { compensationWords } from './compensation/words.ts'
import { emailWords } from './email/words.ts'
import { entitlementWords } from './entitlement/words.ts'
import type { ActionKind } from './kinds.ts'
import { messageWords } from './message/words.ts'
import { serviceTaskWords } from './service-task/words.ts'
import { upgradeOfferWords } from './upgrade-offer/words.ts'

/** The words of each kind of action, for the catalogue. */
const words = {
  email: emailWords,
  message: messageWords,
  compensation: compensationWords,
  upgradeOffer: upgradeOfferWords,
  serviceTask: serviceTaskWords,
  entitlement: entitlementWords,
} satisfies Record<ActionKind, unknown>

type Language = 'en' | 'zhCN'
type Part = 'reasons' | 'step' | 'events'
type Words = (typeof words)[keyof typeof words]
type Every<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer A) => void ? A : never

export const en = {
  names: namesIn('en'),
  reasons: allOf('en', 'reasons'),
  step: allOf('en', 'step'),
  events: allOf('en', 'events'),
}
export const zhCN = {
  names: namesIn('zhCN'),
  reasons: allOf('zhCN', 'reasons'),
  step: allOf('zhCN', 'step'),
  events: allOf('zhCN', 'events'),
}

function namesIn(language: Language): Record<ActionKind, string> {
  return Object.fromEntries(Object.entries(words).map(([kind, of]) => [kind, of[language].name])) as ReturnType<
    typeof namesIn
  >
}

function allOf<L extends Language, P extends Part>(language: L, part: P): Every<Words[L][P]> {
  return Object.assign({}, ...Object.values(words).map((of) => of[language][part]))
}
