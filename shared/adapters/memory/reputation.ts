import type { Reputation } from '../../ports/index.ts'

/** Bounces and spam reports, in memory. */
export function createMemoryReputation(): Reputation {
  const heard = new Map<string, { mails: number; bad: number }>()
  const keyOf = (measure: string, day: string) => `${measure}#${day}`

  return {
    async add(measure, day, { mails, bad }) {
      const before = heard.get(keyOf(measure, day)) ?? { mails: 0, bad: 0 }
      heard.set(keyOf(measure, day), { mails: before.mails + mails, bad: before.bad + bad })
    },
    async read(measure, days) {
      const found = days.flatMap((day) => heard.get(keyOf(measure, day)) ?? [])
      return found.reduce((sum, each) => ({ mails: sum.mails + each.mails, bad: sum.bad + each.bad }), {
        mails: 0,
        bad: 0,
      })
    },
    async forget(measure) {
      for (const key of heard.keys()) if (key.startsWith(`${measure}#`)) heard.delete(key)
    },
  }
}
