import type { MemberEventType } from '../../../contract/index.ts'
import { channelIdOf, traitsOf } from '../../actions/index.ts'
import type { Traits } from '../../actions/traits.ts'
import type { Subject } from '../../audience/condition.ts'
import { type Channel, channelNamed } from '../../channels/index.ts'
import type { Journey, Member } from '../../member/member.ts'
import type { GateName, Reason } from '../../reason.ts'
import type { GateAnswer } from '../../receipt.ts'
import type { Campaign, Settings } from '../../rulebook/rulebook.ts'
import type { WorldHints } from '../world.ts'

/** What a gate may read. At the claim the same gates are asked again, with the state of that moment. */
export interface GateContext {
  member: Member
  campaign: Campaign
  /** Of the live rulebook: settings for all campaigns apply to journeys of earlier versions too. */
  settings: Settings
  /** The action's kind, and its channel. */
  spec: Parameters<typeof channelIdOf>[0]
  journey: Journey
  /** The action that asks: it does not count against itself. */
  actionId: string
  subject: Subject
  world: WorldHints
  now: number
}

/** What is known before any journey has started. */
export type StandingContext = Pick<GateContext, 'member' | 'campaign' | 'settings' | 'spec'>

/** What can stop an action. One small file each. */
export interface Gate<C = GateContext> {
  name: GateName
  /** Whether it applies at all: a task for a person needs no quiet hours. */
  concerns(context: C): boolean
  /** Whether it is asked again at the claim, after the queue. */
  atClaim: boolean
  /** Events that may end its hold: then it is asked again at once, not only when the hold ends. */
  releasedBy?: readonly MemberEventType[]
  ask(context: C): Verdict
}

/** `go`, or why not: for good (`skip`) or for now (`hold`, asked again at `until`). */
export type Verdict =
  | { answer: 'go'; reason: Reason }
  | { answer: 'skip'; reason: Reason }
  | { answer: 'hold'; reason: Reason; until: number }

export function go(reason: Reason): Verdict {
  return { answer: 'go', reason }
}

export function skip(reason: Reason): Verdict {
  return { answer: 'skip', reason }
}

export function hold(reason: Reason, until: number): Verdict {
  return { answer: 'hold', reason, until }
}

interface Asked {
  /** Up to and including the first that does not pass. */
  answers: GateAnswer[]
  /** The one that did not pass. */
  stop?: GateAnswer
  /** Gates after that one that would not have passed either, so that "what would have changed it" is complete. */
  further: GateAnswer[]
}

/** Asks gates in order. */
export function askGates<C>(gates: readonly Gate<C>[], context: C): Asked {
  const asked: Asked = { answers: [], further: [] }
  for (const gate of gates) {
    if (!gate.concerns(context)) continue
    const verdict = gate.ask(context)
    const answer = { gate: gate.name, ...verdict }
    if (!asked.stop) asked.answers.push(answer)
    else if (verdict.answer !== 'go') asked.further.push(answer)
    if (verdict.answer !== 'go') asked.stop ??= answer
  }
  return asked
}

const traitsIn = ({ spec }: Pick<GateContext, 'spec'>): Traits => traitsOf(spec.kind)
/** The channel by which the action reaches the member. Undefined: it does not reach anybody by itself. */
export function channelIn({ spec, settings }: Pick<GateContext, 'spec' | 'settings'>): Channel | undefined {
  const id = channelIdOf(spec)
  return id === undefined ? undefined : channelNamed(id, settings.channels)
}
/** Whether it reaches the member: gates about a channel ask about this one. */
export const reaches = ({ spec }: Pick<GateContext, 'spec'>): boolean => channelIdOf(spec) !== undefined
/** The channel's name in reasons; email has none. */
export const named = ({ name }: Channel): { channel?: string } => (name === undefined ? {} : { channel: name })
/** What informs the member of the action: itself if it reaches them; for an offer the next step, if that one does. */
export function telling(context: GateContext): GateContext | undefined {
  if (reaches(context)) return context
  if (traitsIn(context).brings !== 'offer') return undefined
  const next = context.campaign.program[context.journey.pc + 1]
  const told = next?.op === 'action' ? { ...context, spec: next.action } : undefined
  return told && reaches(told) ? told : undefined
}
export const sells = (context: GateContext): boolean => traitsIn(context).sells === true
export const paysFromBudget = (context: GateContext): boolean => traitsIn(context).paysFromBudget === true
export const isOwedByLaw = (context: GateContext): boolean => traitsIn(context).owedByLaw === true
export const isMarketing = ({ campaign }: Pick<GateContext, 'campaign'>): boolean => campaign.class === 'marketing'
