import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
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
  /** Rate of the compiled rules over that of the same rules written by hand. */
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
const MEMBERS_IN_TURN = 1_000
const ROUNDS = 15

type Work = (members: readonly Member[]) => number
const ZONE = 'Asia/Shanghai'

const byHand = Object.values(audiences).map((audience) => audience.byHand)

/**
 * Twenty audiences over everybody, compiled from the rule language and written by hand, in turns: in a process of its own,
 * since what else a process has done decides how well its code is compiled.
 */
export async function measureRulesApart(lived: Lived): Promise<Rules> {
  const directory = mkdtempSync(join(tmpdir(), 'wingback-rules-'))
  try {
    const file = join(directory, 'lived.json')
    writeFileSync(file, JSON.stringify(lived))
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), file])
    return JSON.parse(stdout) as Rules
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function measureRules({ members: stored, now }: Lived): Rules {
  const members = Array.from({ length: Math.max(MEMBERS, stored.length) }, (_, i) =>
    decodeMember(stored[i % stored.length]!),
  )
  const compiled = Object.values(audiences).map(({ who }) => compile(who))
  const calendar = calendarOf(ZONE)
  const moment = momentAt(now, calendar)

  function subjectOf(member: Member): Subject {
    return { member, now, calendar, until: Number.POSITIVE_INFINITY }
  }

  function askCompiled(some: readonly Member[]): number {
    let holds = 0
    for (const member of some) {
      const subject = subjectOf(member)
      for (const rule of compiled) if (rule.holds(subject)) holds++
    }
    return holds
  }

  function askUntil(some: readonly Member[]): number {
    let holds = 0
    for (const member of some) {
      const subject = subjectOf(member)
      for (const rule of compiled) if (rule.test(subject)) holds++
    }
    return holds
  }

  function askByHand(some: readonly Member[]): number {
    let holds = 0
    for (const member of some) {
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
  const [compiledMs, untilMs, byHandMs] = inTurns(members, [askCompiled, askUntil, askByHand]) as [
    number,
    number,
    number,
  ]
  const perSecond = (ms: number) => (members.length * compiled.length * 1000) / ms
  return {
    ratio: byHandMs / compiledMs,
    withUntilRatio: byHandMs / untilMs,
    evaluationsPerSecond: perSecond(compiledMs),
    withUntilPerSecond: perSecond(untilMs),
    byHandPerSecond: perSecond(byHandMs),
    members: members.length,
    holds: askCompiled(members),
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

/**
 * The time of each over all members, ms: some members after the others, with each in turn, the best round of each. So
 * what else goes on here slows down each alike, and in each round another one is the first to meet the members.
 */
function inTurns(members: readonly Member[], works: readonly Work[]): number[] {
  const times = works.map(() => 0)
  for (let from = 0; from < members.length; from += MEMBERS_IN_TURN) {
    const some = members.slice(from, from + MEMBERS_IN_TURN)
    const best = works.map(() => Number.POSITIVE_INFINITY)
    for (let round = 0; round < ROUNDS; round++) {
      for (let turn = 0; turn < works.length; turn++) {
        const i = (round + turn) % works.length
        const startedAt = performance.now()
        works[i]!(some)
        best[i] = Math.min(best[i]!, performance.now() - startedAt)
      }
    }
    for (const [i, time] of best.entries()) times[i]! += time
  }
  return times
}

if (import.meta.main) console.log(JSON.stringify(measureRules(JSON.parse(readFileSync(process.argv[2]!, 'utf8')))))
