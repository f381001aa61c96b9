import type { WingbackEvent } from '../../contract/index.ts'
import type { Answers, DisruptedLeg, Unread, Words } from './disrupted-leg.ts'
import { isAfter, type Stamp } from './order.ts'

/**
 * Unreadable fields of reports. Such a field still answers its question, with an unknown answer: earlier answers no longer
 * count. Nothing is decided by that question until a readable answer comes.
 */

export type Question = keyof Answers

type Field = keyof WingbackEvent<'member.disrupted'>

/** Which question a field answers, if that does not depend on other fields of the report. */
const QUESTION_OF: { [F in Field]?: Question } = {
  scheduledArrival: 'arrivesAt',
  noticeDays: 'noticeDays',
  toldAt: 'toldAt',
  reroute: 'reroute',
  marketedAs: 'named',
  earlierDepartures: 'named',
  cause: 'cause',
  extraordinary: 'extraordinary',
  carrierLicence: 'carrierLicence',
  confirmed: 'confirmed',
  boarded: 'boarded',
}

/** The questions that fields with these paths answer. */
export function questionsOf(paths: readonly string[], more: { [F in Field]?: Question }): Question[] {
  const questions: { [field: string]: Question } = { ...QUESTION_OF, ...more }
  return [...new Set(paths.flatMap((path) => questions[fieldOf(path)] ?? []))]
}

/** The top-level field of a path: `reroute` of `reroute.arrivesLaterMinutes`. */
export function fieldOf(path: string): string {
  return path.split('.', 1)[0]!
}

/** When each question last got an unreadable answer. Questions with a readable answer of the same time or later are dropped. */
export function laterUnread(a: Unread = {}, b: Unread = {}, words: Words): Unread | undefined {
  const later: Unread = { ...a }
  for (const [question, stamp] of Object.entries(b) as [Question, Stamp][]) {
    const known = later[question]
    if (!known || isAfter(stamp, known)) later[question] = stamp
  }
  const open = (Object.entries(later) as [Question, Stamp][]).filter(
    ([question, { at }]) => (words[question]?.at ?? Number.NEGATIVE_INFINITY) < at,
  )
  return open.length === 0 ? undefined : Object.fromEntries(open)
}

/** The account without answers that are older than an unreadable one to the same question. */
export function asRead(account: DisruptedLeg): DisruptedLeg {
  const { unread } = account
  if (!unread) return account
  const words = Object.entries(account.words).filter(([question]) => !Object.hasOwn(unread, question))
  return { ...account, words: Object.fromEntries(words) }
}
