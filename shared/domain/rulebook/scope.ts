import type { MemberEventType } from '../../events/index.ts'
import type { ConditionContext, TriggerContext } from '../audience/compile.ts'
import type { CapScope } from './caps.ts'
import type { Budget } from './rulebook.ts'

/** What of the rest of the rulebook a campaign may refer to. */
export interface CampaignScope {
  conditions: Pick<ConditionContext, 'owner' | 'audience' | 'audienceIds'>
  budgets: Readonly<Record<string, Budget>>
  /** Locales by template. */
  templates: Readonly<Record<string, readonly string[]>>
  defaultLocale: string
  caps: CapScope
}

/** What its steps may refer to besides. */
export interface StepScope extends CampaignScope {
  event: TriggerContext | undefined
  service: boolean
  /** `faulty`: one is named, and it was complained of. */
  budget: Budget | 'faulty' | undefined
  /** Event types that steps ask for are added here. */
  listensTo: Set<MemberEventType>
}
