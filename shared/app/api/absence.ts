import type { Subject } from '../../domain/audience/condition.ts'
import type { Reason } from '../../domain/reason.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { ExplainInput } from './explain-input.ts'
import { eventOf } from './member-at.ts'
import { factWays, type OtherwiseContext, type OtherwisePart, reasonPart } from './otherwise.ts'

/** Why a campaign never began for a member, and what would have begun it, as of a moment. */
export function triggerAbsence(
  campaign: Campaign,
  input: ExplainInput,
  rulebook: Rulebook,
  subject: Subject,
  context: OtherwiseContext,
): { reason: Reason; part: OtherwisePart } {
  const { trigger } = campaign
  const { member } = input
  const as = (reason: Reason, ways: OtherwisePart['ways'] = []) => ({
    reason,
    part: ways.length > 0 ? { ways } : reasonPart(reason, {}, context),
  })
  if (trigger.kind === 'event') {
    const { type, named: event = type, where } = trigger
    const happened = input.reactions.filter((reaction) => reaction.type === type)
    if (happened.length === 0) return as({ is: 'trigger.notOnRecord', event })
    const latest = happened.map((each) => eventOf(member.memberId, each)).findLast((each) => each !== undefined)
    const asked = latest && { ...subject, event: latest }
    const missed = asked && where && !where.holds(asked)
    const ways = missed ? factWays(where.shape, where.observe(asked), true, context) : []
    return as({ is: 'trigger.otherwise', event, times: happened.length }, ways)
  }
  if (trigger.kind === 'date') return as({ is: 'trigger.noBirthday' })
  const asked = rulebook.audiences.find(({ id }) => id === trigger.audience)
  const audience = asked ? nameFor(asked, input.language) : trigger.audience
  const entered = member.audiences[trigger.audience]
  const ways = (wanted: boolean) =>
    asked ? factWays(asked.condition.shape, asked.condition.observe(subject), wanted, context) : []
  if (trigger.kind === 'schedule')
    return as({ is: 'trigger.notScheduled', audience }, entered === undefined ? ways(true) : [])
  if (entered === undefined) return as({ is: 'trigger.notIn', audience }, ways(true))
  const since = subject.calendar.dateOf(entered)
  if (trigger.on === 'left') return as({ is: 'trigger.stillIn', audience, since }, ways(false))
  return as({ is: 'trigger.wasIn', audience, since })
}
