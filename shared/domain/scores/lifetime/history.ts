/** What the models of a lifetime need of a member, in one unit of time: weeks, or days. */
export interface History {
  /** How often they came back after the first time: x. */
  repeats: number
  /** From the first time to the last: t_x. 0 where they never came back. */
  recency: number
  /** From the first time until now: T. */
  age: number
}

/** A history that several members share: fitting asks once for all of them. */
export interface Weighted extends History {
  members: number
}

/** Members with the same history, together. */
export function gathered(histories: Iterable<History>): Weighted[] {
  const byHistory = new Map<string, Weighted>()
  for (const { repeats, recency, age } of histories) {
    const key = `${repeats} ${recency} ${age}`
    const same = byHistory.get(key)
    if (same) same.members += 1
    else byHistory.set(key, { repeats, recency, age, members: 1 })
  }
  return [...byHistory.values()]
}

/** What is wrong with a history; undefined: it can be. */
export function faultOf({
  repeats,
  recency,
  age,
}: History): 'notWhole' | 'negative' | 'beyondAge' | 'withoutRepeat' | undefined {
  if (!Number.isInteger(repeats)) return 'notWhole'
  if (repeats < 0 || recency < 0 || age < 0) return 'negative'
  if (recency > age) return 'beyondAge'
  if (repeats === 0 && recency > 0) return 'withoutRepeat'
  return undefined
}

/** What the models of a lifetime need of a member's flights. Instants are epoch milliseconds. */
export interface FlownLately {
  /** Flights after the first. */
  repeats: number
  first: number
  last: number
}

/** Flights whose fare is known in a currency, and what they cost together. */
export interface Paid {
  flights: number
  amountMinor: number
}
