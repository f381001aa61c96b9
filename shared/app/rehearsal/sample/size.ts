import { calendarOf } from '../../../domain/calendar.ts'
import type { Member } from '../../../domain/member/member.ts'
import { countIn } from '../../../domain/preview/count.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { type Estimate, estimateTotal, sumsOf } from '../../../domain/sample/estimate.ts'
import type { Sample } from '../../../domain/sample/sample.ts'
import { ofEachStratum } from '../../../domain/sample/strata.ts'
import { membersOf } from '../brought.ts'
import { stepsOf } from './run.ts'

/** How many members are in an audience by the sample, and to how many of them marketing email may go. */
export interface Size {
  members: Estimate
  agreed: Estimate
}

/** The members of a sample as they are at its end. */
export function membersAtEnd(sample: Sample): Promise<Member[]> {
  const cards = new Set(sample.members.map(({ memberId }) => memberId))
  return membersOf(
    sample.members,
    stepsOf(sample, cards, async () => {}),
  )
}

export function sizeOf(audience: string, { audiences, settings }: Rulebook, sample: Sample, members: Member[]): Size {
  const asked = audiences.filter(({ id }) => id === audience)
  const at = { now: sample.to, calendar: calendarOf(settings.zone) }
  const strata = new Map(sample.members.map(({ memberId, stratum }) => [memberId, stratum]))
  const looked = ofEachStratum(() => 0)
  for (const { stratum } of sample.members) looked[stratum] += 1
  const counted = members.map((member) => {
    return [strata.get(member.memberId) ?? 'nothing', countIn([member], asked, at)[audience]!] as const
  })
  const estimate = (key: 'members' | 'agreed') =>
    estimateTotal(sumsOf(counted.map(([stratum, each]) => [stratum, each[key]])), { all: sample.all, looked })
  return { members: estimate('members'), agreed: estimate('agreed') }
}
