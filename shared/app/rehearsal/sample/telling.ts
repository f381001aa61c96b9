import type { Condition, Subject } from '../../../domain/audience/condition.ts'
import type { Receipt } from '../../../domain/receipt.ts'
import type { Audience, Campaign, Rulebook } from '../../../domain/rulebook/rulebook.ts'

/** Whom a campaign passed by without a receipt: its event came to them and was not meant, or they were not in its audience. */
export interface PassedBy {
  receipt: Receipt
  /** What did not hold. */
  condition: Condition
}

type Tell = (campaign: string, memberId: string, passedBy: () => PassedBy) => void

/** The same rules, which decide the same and tell whom they passed by. Outside of a rehearsal nobody keeps these: they are nearly all. */
export function telling(rulebook: Rulebook, tell: Tell): Rulebook {
  const tellOf = ({ id }: Campaign, condition: Condition, subject: Subject) => {
    const { member, now } = subject
    tell(id, member.memberId, () => ({ condition, receipt: receiptOf(id, rulebook.version, condition, subject, now) }))
  }
  const campaigns = rulebook.campaigns.map((campaign): Campaign => {
    const { trigger } = campaign
    if (trigger.kind !== 'event' || !trigger.where) return campaign
    const { where } = trigger
    const holds = (subject: Subject) => {
      const is = where.holds(subject)
      if (!is) tellOf(campaign, where, subject)
      return is
    }
    return { ...campaign, trigger: { ...trigger, where: { ...where, holds } } }
  })
  const audiences = rulebook.audiences.map((audience): Audience => {
    const begins = campaigns.filter(
      ({ trigger }) => trigger.kind === 'audience' && trigger.on === 'entered' && trigger.audience === audience.id,
    )
    if (begins.length === 0) return audience
    const { condition } = audience
    const test = (subject: Subject) => {
      const is = condition.test(subject)
      if (!is) for (const campaign of begins) tellOf(campaign, condition, subject)
      return is
    }
    return { ...audience, condition: { ...condition, test } }
  })
  return { ...rulebook, campaigns, audiences }
}

function receiptOf(campaign: string, rulebook: string, condition: Condition, subject: Subject, at: number): Receipt {
  const gate = { gate: 'eligible', answer: 'skip', reason: { is: 'eligible.no' } } as const
  const facts = condition.observe(subject)
  return { at, campaign, rulebook, key: '', outcome: 'notEntered', reason: gate.reason, gates: [gate], facts }
}
