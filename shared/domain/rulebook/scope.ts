import type { MemberEventType } from '../../contract/index.ts'
import type { Brought } from '../actions/traits.ts'
import type { ConditionContext, TriggerContext } from '../audience/compile.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import type { CapScope } from './caps.ts'
import type { Budget } from './rulebook.ts'
import type { Form } from './tells.ts'

/** What of the rest of the rulebook a campaign may refer to. */
export interface CampaignScope {
  conditions: Pick<ConditionContext, 'owner' | 'audience' | 'audienceIds'>
  budgets: Readonly<Record<string, Budget>>
  /** The templates that there are, in each form. */
  forms: { mail: Form; message: Form }
  channels: DeclaredChannels
  defaultLocale: string
  caps: CapScope
  /** How many entries a member must remember for the limits so far. */
  entriesNeeded: { count: number }
  /** Whether the settings say what the law is computed with. */
  law: boolean
  /** The airline's. */
  zone: string
  /** What time it is, where what has passed is to be complained of, epoch ms. */
  now?: number | undefined
}

/** What its steps may refer to besides. */
export interface StepScope extends CampaignScope {
  event: TriggerContext | undefined
  service: boolean
  /** Within `ifRefused`: nothing may be told of a compensation. */
  nothingGranted?: true
  /** What the steps so far may have brought about, on some way to where we are. They add to it. */
  brought: Set<Brought>
  /** `faulty`: one is named, and it was complained of. */
  budget: Budget | 'faulty' | undefined
  /** Event types that steps ask for are added here. */
  listensTo: Set<MemberEventType>
}
