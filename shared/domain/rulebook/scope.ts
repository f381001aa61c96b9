import type { MemberEventType } from '../../contract/index.ts'
import type { Brought } from '../actions/traits.ts'
import type { ConditionContext, TriggerContext } from '../audience/compile.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import type { CapScope } from './caps.ts'
import type { Budget } from './rulebook.ts'
import type { CronSchedule, ScheduleFault } from './schedule-fault.ts'
import type { Form } from './template-uses.ts'

/** Additional checks before a rulebook is published. */
export interface Checks {
  /** The instant for reporting schedules in the past, epoch ms. */
  now?: number | undefined
  /** Calculates a schedule's instants: code that only reads published rulebooks needs no cron library for that. */
  faultOf?(schedule: CronSchedule): ScheduleFault | undefined
  /** Its version where nobody asks for the address of its content, which takes long to work out. */
  version?: string | undefined
}

/** What a campaign may refer to in the rest of the rulebook. */
export interface CampaignScope {
  conditions: Pick<ConditionContext, 'owner' | 'audience' | 'audienceIds'>
  budgets: Readonly<Record<string, Budget>>
  /** The existing templates, in each form. */
  forms: { mail: Form; message: Form }
  channels: DeclaredChannels
  defaultLocale: string
  caps: CapScope
  /** How many entries a member must remember for the limits so far. */
  entriesNeeded: { count: number }
  /** Whether the settings allow the law to be calculated. */
  law: boolean
  /** The airline's. */
  zone: string
  checks: Checks
}

/** What its steps may refer to besides. */
export interface StepScope extends CampaignScope {
  event: TriggerContext | undefined
  service: boolean
  /** Within `ifRefused`: no compensation may be mentioned. */
  nothingGranted?: true
  /** What the steps so far may have brought about, on some way to this one. Steps add to it. */
  brought: Set<Brought>
  /** `faulty`: one is named, and its problem is already reported. */
  budget: Budget | 'faulty' | undefined
  /** Steps add the event types they ask for. */
  listensTo: Set<MemberEventType>
}
