import { type CompiledCondition, compileCondition } from '../shared/domain/audience/compile.ts'
import type { Subject } from '../shared/domain/audience/condition.ts'
import { openingOf } from '../shared/domain/audience/facts/opening.ts'
import { calendarOf } from '../shared/domain/calendar.ts'
import { decodeMember } from '../shared/domain/member/codec.ts'
import type { Member } from '../shared/domain/member/member.ts'
import { profileOf } from '../shared/domain/member/profile.ts'
import { audiences, momentAt, type Person } from './audiences.ts'
import type { Lived } from './lived.ts'

export interface Rules {
  /** Rate of the compiled rules over that of the same rules written by hand: the best round of each. */
  ratio: number
  /** The same, with each answer also saying until when it stands; those written by hand do not say. */
  withUntilRatio: number
  evaluationsPerSecond: number
  withUntilPerSecond: number
  byHandPerSecond: number
  members: number
  /** Over members and rules: the same of all three. */
  holds: number
}

const MEMBERS = 100_000
/** In turns, so that what else goes on here slows down each alike; the best of many is that without it. */
const ROUNDS = 25
const ZONE = 'Asia/Shanghai'

const byHand = Object.values(audiences).map((audience) => audience.byHand)

/** Twenty audiences over everybody, compiled from the rule language and written by hand, in turns. */
export function measureRules({ members: stored, now }: Lived): Rules {
  const members = Array.from({ length: Math.max(MEMBERS, stored.length) }, (_, i) =>
    decodeMember(stored[i % stored.length]!),
  )
  const compiled = Object.values(audiences).map(({ who }) => compile(who))
  const calendar = calendarOf(ZONE)
  const moment = momentAt(now, calendar)

  function subjectOf(member: Member): Subject {
    return { member, now, calendar, until: Number.POSITIVE_INFINITY }
  }

  function askCompiled(): number {
    let holds = 0
    for (const member of members) {
      const subject = subjectOf(member)
      for (const rule of compiled) if (rule.holds(subject)) holds++
    }
    return holds
  }

  function askUntil(): number {
    let holds = 0
    for (const member of members) {
      const subject = subjectOf(member)
      for (const rule of compiled) if (rule.test(subject)) holds++
    }
    return holds
  }

  function askByHand(): number {
    let holds = 0
    for (const member of members) {
      const person = personOf(member)
      for (const rule of byHand) if (rule(person, moment)) holds++
    }
    return holds
  }

  for (const member of members) {
    const person = personOf(member)
    const subject = subjectOf(member)
    Object.keys(audiences).forEach((name, i) => {
      const answer = byHand[i]!(person, moment)
      if (compiled[i]!.holds(subject) !== answer || compiled[i]!.test(subject) !== answer)
        throw new Error(`the rule ${name} and what was written by hand differ on ${member.memberId}`)
    })
  }
  const [compiledMs, untilMs, byHandMs] = inTurns(askCompiled, askUntil, askByHand)
  const perSecond = (ms: number) => (members.length * compiled.length * 1000) / ms
  return {
    ratio: byHandMs / compiledMs,
    withUntilRatio: byHandMs / untilMs,
    evaluationsPerSecond: perSecond(compiledMs),
    withUntilPerSecond: perSecond(untilMs),
    byHandPerSecond: perSecond(byHandMs),
    members: members.length,
    holds: askCompiled(),
  }
}

function personOf(member: Member): Person {
  const profile = profileOf(member)
  return { member, profile, opening: openingOf(profile.opening) }
}

function compile(who: unknown): CompiledCondition {
  const result = compileCondition(who, { owner: 'bench', audienceIds: [], audience: () => 'unknown' })
  if ('faults' in result) throw new Error(`a rule of the bench is not valid: ${JSON.stringify(result.faults)}`)
  return result.condition
}

/** The best time of each, ms. */
function inTurns(...works: (() => unknown)[]): [number, number, number] {
  const best = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach((work, i) => {
      const startedAt = performance.now()
      work()
      best[i] = Math.min(best[i]!, performance.now() - startedAt)
    })
  }
  return best as [number, number, number]
}
