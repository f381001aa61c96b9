import { canonical } from './canonical.ts'
import type { FactUse, Subject } from './condition.ts'
import type { Family } from './facts/index.ts'
import type { Shape } from './shape.ts'

/** A part of a condition, compiled. */
export interface Node {
  /** The answer changes with events only: `test` does not touch `subject.until`. */
  timeless: boolean
  /** The answer alone. */
  holds(subject: Subject): boolean
  /** The answer; unless timeless, sets `subject.until` to the instant up to which it stands (it does not only lower it). */
  test(subject: Subject): boolean
  observe(subject: Subject, into: FactUse[]): void
  /** Its structure, with the leaves in the order of `observe`. */
  shape: Shape
  /** Its meaning, with hashes instead of the names of other audiences: equal if the meaning is. */
  meaning: unknown
  /** Which parts of a member it reads. */
  families: readonly Family[]
  /** The number of its parts, those of other audiences included. */
  parts: number
}

/** True if all parts are. */
export function allOf(parts: readonly Node[]): Node {
  if (parts.length === 1) return parts[0]!
  return { ...joined('all', parts), holds: untilDecided(parts, false), test: joint(parts, false) }
}

/** True if at least one part is. */
export function anyOf(parts: readonly Node[]): Node {
  if (parts.length === 1) return parts[0]!
  return { ...joined('any', parts), holds: untilDecided(parts, true), test: joint(parts, true) }
}

export function not(part: Node): Node {
  const { holds, test, observe, meaning, shape } = part
  return {
    ...part,
    holds: (subject) => !holds(subject),
    test: (subject) => !test(subject),
    observe: (subject, into) => {
      const uses: FactUse[] = []
      observe(subject, uses)
      into.push(...uses.map(turned))
    },
    meaning: { not: meaning },
    shape: { not: shape },
  }
}

/** Two `not`s cancel out. */
function turned({ not: isTurned, ...use }: FactUse): FactUse {
  return isTurned ? use : { ...use, not: true }
}

function joined(key: 'all' | 'any', parts: readonly Node[]) {
  return {
    timeless: parts.every((part) => part.timeless),
    observe: (subject: Subject, into: FactUse[]) => {
      for (const part of parts) part.observe(subject, into)
    },
    shape: key === 'all' ? { all: parts.map((part) => part.shape) } : { any: parts.map((part) => part.shape) },
    meaning: { [key]: parts.map((part) => canonical(part.meaning)).sort() },
    parts: parts.reduce((sum, part) => sum + part.parts, 1),
    families: [...new Set(parts.flatMap((part) => part.families))],
  }
}

/** The first part whose answer is `decisive` decides: false for `all`, true for `any`. Most have two or three parts. */
function untilDecided([first, second, ...others]: readonly Node[], decisive: boolean): Node['holds'] {
  const a = first!.holds
  const b = second!.holds
  if (others.length === 0)
    return decisive ? (subject) => a(subject) || b(subject) : (subject) => a(subject) && b(subject)
  const c = others.length === 1 ? others[0]!.holds : untilDecided(others, decisive)
  return decisive
    ? (subject) => a(subject) || b(subject) || c(subject)
    : (subject) => a(subject) && b(subject) && c(subject)
}

/**
 * One part whose answer is `decisive` decides (false for `all`, true for `any`), and the whole stands at least as long as
 * that part does. So of several decisive parts the one that stands longest counts, and one that stands for good is enough.
 * Without any, the whole stands until the first part changes.
 */
function joint(parts: readonly Node[], decisive: boolean): Node['test'] {
  if (parts.every((part) => part.timeless)) return untilDecided(parts, decisive)
  const tests = parts.map(({ timeless, test }) => (timeless ? lasting(test) : test))
  return (subject) => {
    let first = Number.POSITIVE_INFINITY
    let longest = Number.NEGATIVE_INFINITY
    for (const test of tests) {
      if (test(subject) !== decisive) {
        if (subject.until < first) first = subject.until
      } else {
        if (subject.until === Number.POSITIVE_INFINITY) return decisive
        if (subject.until > longest) longest = subject.until
      }
    }
    const decided = longest !== Number.NEGATIVE_INFINITY
    subject.until = decided ? longest : first
    return decided === decisive
  }
}

/** The answer of a timeless part, marked as standing for good. */
function lasting(test: Node['test']): Node['test'] {
  return (subject) => {
    subject.until = Number.POSITIVE_INFINITY
    return test(subject)
  }
}
