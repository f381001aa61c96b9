import { type CompiledCondition, compileCondition } from '../shared/domain/audience/compile.ts'
import { openingOf } from '../shared/domain/audience/facts/opening.ts'
import { calendarOf } from '../shared/domain/calendar.ts'
import { decodeMember } from '../shared/domain/member/codec.ts'
import type { Member } from '../shared/domain/member/member.ts'
import { profileOf } from '../shared/domain/member/profile.ts'
import { audiences, momentAt } from './audiences.ts'
import type { Lived } from './lived.ts'

export interface Rules {
  /** Rate of the compiled rules over that of the same rules written by hand: the best run of each. */
  ratio: number
  evaluationsPerSecond: number
  byHandPerSecond: number
  members: number
  /** Over members and rules: the same of both. */
  holds: number
}

const MEMBERS = 50_000
const ROUNDS = 7
const ZONE = 'Asia/Shanghai'

const byHand = Object.values(audiences).map((audience) => audience.byHand)

/**
 * Twenty audiences over everybody, compiled from the rule language and written by hand, in turns. The compiled ones
 * also say until when each answer stands, which is what they are for; those written by hand do not.
 */
export function measureRules({ members: stored, now }: Lived): Rules {
  const members = Array.from({ length: Math.max(MEMBERS, stored.length) }, (_, i) =>
    decodeMember(stored[i % stored.length]!),
  )
  const compiled = Object.values(audiences).map(({ who }) => compile(who))
  const calendar = calendarOf(ZONE)
  const moment = momentAt(now, calendar)

  function askCompiled(): number {
    let holds = 0
    for (const member of members) {
      const subject = { member, now, calendar, until: Number.POSITIVE_INFINITY }
      for (const rule of compiled) if (rule.holds(subject)) holds++
    }
    return holds
  }

  function askByHand(): number {
    let holds = 0
    for (const member of members) {
      const profile = profileOf(member)
      const person = { member, profile, opening: openingOf(profile.opening) }
      for (const rule of byHand) if (rule(person, moment)) holds++
    }
    return holds
  }

  checkEqual(members, compiled, now)
  const times = inTurns(askCompiled, askByHand)
  const evaluations = members.length * compiled.length
  return {
    ratio: times[1] / times[0],
    evaluationsPerSecond: evaluations / (times[0] / 1000),
    byHandPerSecond: evaluations / (times[1] / 1000),
    members: members.length,
    holds: askCompiled(),
  }

  function checkEqual(of: readonly Member[], rules: readonly CompiledCondition[], at: number): void {
    for (const member of of) {
      const profile = profileOf(member)
      const person = { member, profile, opening: openingOf(profile.opening) }
      Object.keys(audiences).forEach((name, i) => {
        const subject = { member, now: at, calendar, until: Number.POSITIVE_INFINITY }
        if (rules[i]!.test(subject) !== byHand[i]!(person, moment))
          throw new Error(`the rule ${name} and what was written by hand differ on ${member.memberId}`)
      })
    }
  }
}

function compile(who: unknown): CompiledCondition {
  const result = compileCondition(who, { owner: 'bench', audienceIds: [], audience: () => 'unknown' })
  if ('faults' in result) throw new Error(`a rule of the bench is not valid: ${JSON.stringify(result.faults)}`)
  return result.condition
}

/** The best time of each, ms. */
function inTurns(...works: (() => unknown)[]): [number, number] {
  const best = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach((work, i) => {
      const startedAt = performance.now()
      work()
      best[i] = Math.min(best[i]!, performance.now() - startedAt)
    })
  }
  return best as [number, number]
}
