import { objectsToScores } from '../../../member/profile.ts'
import { identityOf } from '../../../scores/identity.ts'
import type { BgNbd } from '../../../scores/lifetime/bg-nbd.ts'
import { flownLately } from '../../../scores/lifetime/flown.ts'
import type { FlownLately } from '../../../scores/lifetime/history.ts'
import type { LifetimeModel, LifetimePart } from '../../../scores/lifetime/model.ts'
import type { Subject } from '../../condition.ts'
import type { Unknown } from '../../fact-use.ts'
import type { Score } from '../../measures/measure.ts'
import { flownParts, onceFor } from '../known.ts'

/** What a fact of the lifetime model is worked out from. */
export interface Lived {
  visits: BgNbd
  flown: FlownLately
  subject: Subject
}

/** A fact of the lifetime model: it falls while a member is silent, and where it is not known a receipt says why. */
export function lifetimeScore(
  model: LifetimeModel,
  of: {
    at(lived: Lived, instant: number): number | Unknown
    parts(lived: Lived, instant: number): [LifetimePart, number][]
  },
): Score {
  const { visits, version } = model
  const livedOf = (subject: Subject): Lived | Unknown => {
    if (!visits) return 'noModel'
    if (objectsToScores(subject.member)) return 'objected'
    const flown = flownIn(subject)
    return flown ? { visits, flown, subject } : 'neverFlown'
  }
  const answerAt = (subject: Subject, instant: number) => {
    const lived = livedOf(subject)
    return typeof lived === 'string' ? lived : of.at(lived, instant)
  }
  return {
    kind: 'score',
    at: (subject, instant) => {
      const answer = answerAt(subject, instant)
      return typeof answer === 'number' ? answer : undefined
    },
    drifts: 'down',
    turnsOn: () => [],
    why: (subject, instant) => {
      const origin = { model: version, asOf: subject.calendar.dateOf(instant) }
      const answer = answerAt(subject, instant)
      if (typeof answer === 'string') return { ...origin, moved: [], unknown: answer }
      const moved = of.parts(livedOf(subject) as Lived, instant).map(([part, by]): [string, number] => {
        return [part, Number(by.toFixed(2))]
      })
      return { ...origin, moved: moved.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a)) }
    },
    model: identityOf(model),
  }
}

const flownIn = onceFor(flownParts, ({ member, calendar }: Subject) => flownLately(member, calendar))
