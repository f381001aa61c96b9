import type { MemberEventType } from '../../../contract/index.ts'
import { channelIdOf, traitsOf } from '../../actions/kinds.ts'
import type { Traits } from '../../actions/traits.ts'
import type { Subject } from '../../audience/condition.ts'
import { type Channel, channelNamed } from '../../channels/index.ts'
import type { Journey, Member } from '../../member/member.ts'
import type { GateName, Reason } from '../../reason.ts'
import type { GateAnswer } from '../../receipt.ts'
import type { Campaign, Settings } from '../../rulebook/rulebook.ts'
import type { WorldHints } from '../world.ts'

/** What a gate may look at. At the claim the same gates are asked again, as of then. */
export interface GateContext {
  member: Member
  campaign: Campaign
  /** Of the live rulebook: what holds over all campaigns holds for journeys of earlier versions too. */
  settings: Settings
  /** What is to be done: its kind, and the channel that it takes. */
  spec: Parameters<typeof channelIdOf>[0]
  journey: Journey
  /** Of the action that asks: it does not count against itself. */
  actionId: string
  subject: Subject
  world: WorldHints
  now: number
}

/** What is known before any journey began. */
export type StandingContext = Pick<GateContext, 'member' | 'campaign' | 'settings' | 'spec'>

/** What can stop an action. One small file each. */
export interface Gate<C = GateContext> {
  name: GateName
  /** Whether it is asked at all: a task for a person needs no quiet hours. */
  concerns(context: C): boolean
  /** Asked again when the action is claimed, since a queue lies between. */
  atClaim: boolean
  /** Events of these types may end what it holds: it is asked again at once, not only when its hold ends. */
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
  /** Up to the first that does not let pass. */
  answers: GateAnswer[]
  /** That one. */
  stop?: GateAnswer
  /** What would have stopped it after that one: who asks what would have had to be different is told all of it. */
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
/** Over which channel the action reaches the member; undefined: it reaches nobody by itself. */
export function channelIn({ spec, settings }: Pick<GateContext, 'spec' | 'settings'>): Channel | undefined {
  const id = channelIdOf(spec)
  return id === undefined ? undefined : channelNamed(id, settings.channels)
}
/** It reaches the member: gates that ask about a channel ask about this one. */
export const reaches = ({ spec }: Pick<GateContext, 'spec'>): boolean => channelIdOf(spec) !== undefined
/** The channel's name, as reasons have it: those of e-mail name none. */
export const named = ({ name }: Channel): { channel?: string } => (name === undefined ? {} : { channel: name })
/** What tells the member of it: the action itself where it reaches them; of an offer the step behind it, if that does. */
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
