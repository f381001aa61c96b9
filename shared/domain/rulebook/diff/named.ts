import type { Language } from '../../texts/language.ts'
import { type Called, nameFor } from '../called.ts'
import type { Say } from './words.ts'

interface Named extends Called {
  id: string
}

/** The same words, with audiences by their names: for people who read rules and do not write them. */
export function withAudienceNames(say: Say, audiences: readonly Named[], language: Language): Say {
  const names = new Map(audiences.map((each) => [each.id, nameFor(each, language)]))
  const nameOf = (id: string) => names.get(id) ?? id
  const { rule, trigger } = say
  return {
    ...say,
    rule: { ...rule, inAudience: (id) => rule.inAudience(nameOf(id)) },
    trigger: {
      ...trigger,
      audience: (id, on) => trigger.audience(nameOf(id), on),
      forAudience: (when, id) => trigger.forAudience(when, nameOf(id)),
    },
  }
}
