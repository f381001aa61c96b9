import { shortHash } from '../../standards/hash.ts'
import type { Journey } from '../member/member.ts'
import { compensationAction } from './compensation/index.ts'
import type { ActionDefinition, Outcomes, PlanContext } from './definition.ts'
import { emailAction } from './email/index.ts'
import { entitlementAction } from './entitlement/index.ts'
import type { ActionKind, ActionPlan, ActionSpec } from './kinds.ts'
import { messageAction } from './message/index.ts'
import { serviceTaskAction } from './service-task/index.ts'
import type { Traits } from './traits.ts'
import { upgradeOfferAction } from './upgrade-offer/index.ts'

/** Every kind of action. Lists, schemas, pages, counts and words are derived from it. */
const definitions = {
  email: emailAction,
  message: messageAction,
  compensation: compensationAction,
  upgradeOffer: upgradeOfferAction,
  serviceTask: serviceTaskAction,
  entitlement: entitlementAction,
} satisfies { [K in ActionKind]: ActionDefinition<K> }

export const ACTION_KINDS = Object.keys(definitions) as readonly ActionKind[]

/** The definition of a kind that is only known at run time. */
export function definitionOf<K extends ActionKind>(kind: K): ActionDefinition<K> {
  return (definitions as { [E in ActionKind]: ActionDefinition<E> })[kind]
}

export function traitsOf(kind: ActionKind): Traits {
  return definitionOf(kind).traits
}

/** The channel by which an action reaches the member. Undefined: it does not reach anybody by itself. */
export function channelIdOf({ kind, channel }: { kind: ActionKind; channel?: string }): string | undefined {
  return channel ?? traitsOf(kind).channel
}

/** The queue of each kind. */
export type QueueOf<K extends ActionKind> = (typeof definitions)[K & keyof typeof definitions]['queue']

export function queueOf(kind: ActionKind): QueueOf<ActionKind> {
  return definitions[kind].queue
}

type OutcomeOfAction = {
  [K in keyof typeof definitions]: keyof (typeof definitions)[K]['outcomes']
}[keyof typeof definitions]

/** What outcomes of actions change, by event. */
export const actionOutcomes: Required<Pick<Outcomes, OutcomeOfAction>> = Object.assign(
  {},
  ...Object.values(definitions).map(({ outcomes }) => outcomes),
)

/** Plans an action of any kind. */
export function planAction<K extends ActionKind>(spec: ActionSpec<K>, context: PlanContext): ActionPlan<K> {
  return definitionOf(spec.kind as K).plan(spec, context)
}

/**
 * The same member, campaign, entry and step always give the same action, however often the reaction is repeated. A step of
 * another version is a different one, even at the same place.
 */
export function actionIdOf(
  memberId: string,
  { campaign, key, moves }: Pick<Journey, 'campaign' | 'key' | 'moves'>,
  step: string,
): string {
  return shortHash([memberId, campaign, key, step, ...(moves ? [`${moves}`] : [])], 22)
}
