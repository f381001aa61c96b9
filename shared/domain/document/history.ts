/** What an editor can undo and redo: whole texts, since form, diagram and YAML all change the same one. */
export interface History {
  now: string
  past: readonly string[]
  future: readonly string[]
  /** What was changed last, and when: typing in one place is undone in one go. */
  last?: { what: string; at: number }
}

const STEPS_AT_MOST = 200
/** A pause in typing ends what is undone in one go. */
const TOGETHER_MS = 1000

export function beginHistory(text: string): History {
  return { now: text, past: [], future: [] }
}

export function changed(history: History, text: string, what: string, at: number): History {
  if (text === history.now) return history
  const { last } = history
  const goesOn = last !== undefined && last.what === what && at - last.at < TOGETHER_MS && history.past.length > 0
  const past = goesOn ? history.past : [...history.past, history.now].slice(-STEPS_AT_MOST)
  return { now: text, past, future: [], last: { what, at } }
}

export function undone({ now, past, future }: History): History {
  const before = past.at(-1)
  return before === undefined
    ? { now, past, future }
    : { now: before, past: past.slice(0, -1), future: [now, ...future] }
}

export function redone({ now, past, future }: History): History {
  const [next, ...rest] = future
  return next === undefined ? { now, past, future } : { now: next, past: [...past, now], future: rest }
}
