import { LEFT_BEHIND, lateBy, wordsOf } from '../../shared/domain/member/account.ts'
import type { Answers, DisruptedLeg, Trouble } from '../../shared/domain/member/disrupted-leg.ts'
import { addDisruptions } from '../../shared/domain/member/fold/troubles.ts'
import { newMember } from '../../shared/domain/member/new.ts'

/** A report of a flight, written shortly: `delayMinutes` did happen. */
export type Report = { [Question in keyof Answers]?: Answers[Question] | undefined } & {
  at: number
  eventId: string
  leg: string
  kind: Trouble
  delayMinutes?: number | undefined
}

/** What a member knows of flights by such reports. */
export function disruptedBy(reports: readonly Report[]): DisruptedLeg[] {
  const member = newMember('M')
  addDisruptions(
    member,
    reports.map(({ at, eventId, leg, kind, delayMinutes, ...answers }) => ({
      leg,
      troubles: { [kind]: { at, eventId } },
      words: wordsOf(
        { ...(LEFT_BEHIND.has(kind) ? { reroute: lateBy(delayMinutes) } : { delay: delayMinutes }), ...answers },
        { at, eventId },
      ),
    })),
  )
  return member.disruptions
}
