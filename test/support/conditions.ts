import {
  type CompiledCondition,
  type ConditionContext,
  compileCondition,
} from '../../shared/domain/audience/compile.ts'
import type { Subject } from '../../shared/domain/audience/condition.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import type { Member, Profile } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'

/** A condition that stands in an audience, where nothing else is known. */
export const inAudience: ConditionContext = { owner: 'test', audienceIds: [], audience: () => 'unknown' }

/** Compiles what must be valid. */
export function conditionOf(source: unknown, context: ConditionContext = inAudience): CompiledCondition {
  const compiled = compileCondition(source, context)
  if ('faults' in compiled) throw new Error(JSON.stringify({ source, faults: compiled.faults }))
  return compiled.condition
}

/** A member with this profile and whatever else. */
export function memberWith(profile: Profile, more: Partial<Member> = {}): Member {
  return { ...newMember('CA1'), layers: [{ at: 0, eventId: 'e', fields: profile }], ...more }
}

export function subjectAt(member: Member, now: number, zone: string, more: Partial<Subject> = {}): Subject {
  return { member, now, calendar: calendarOf(zone), until: Number.POSITIVE_INFINITY, ...more }
}

/** The answer, and until when it stands. */
export function ask(
  condition: CompiledCondition,
  member: Member,
  now: number,
  zone: string,
): { answer: boolean; until: number } {
  const subject = subjectAt(member, now, zone)
  const answer = condition.test(subject)
  if (condition.holds(subject) !== answer) throw new Error(`holds says ${!answer}, test ${answer}`)
  return { answer, until: subject.until }
}
