import type { Say } from './words.ts'

interface Named {
  id: string
  name: string
}

/** The same words, with audiences by their names: for people who read rules and do not write them. */
export function withAudienceNames(say: Say, audiences: readonly Named[]): Say {
  const names = new Map(audiences.map(({ id, name }) => [id, name]))
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
