import { shortHash } from '../../standards/hash.ts'
import type { Journey } from '../member/member.ts'
import { compensationAction } from './compensation/index.ts'
import type { ActionDefinition, Outcomes, PlanContext } from './definition.ts'
import { emailAction } from './email/index.ts'
import { entitlementAction } from './entitlement/index.ts'
import type { ActionKind, ActionPlan } from './kinds.ts'
import { messageAction } from './message/index.ts'
import { serviceTaskAction } from './service-task/index.ts'
import type { ActionSpec } from './specs.ts'
import { upgradeOfferAction } from './upgrade-offer/index.ts'

/** Every kind of action. Lists, schemas, pages, counts and words are made from it. */
const definitions = {
  email: emailAction,
  message: messageAction,
  compensation: compensationAction,
  upgradeOffer: upgradeOfferAction,
  serviceTask: serviceTaskAction,
  entitlement: entitlementAction,
} satisfies { [K in ActionKind]: ActionDefinition<K> }

/** The definition of a kind that is known only as the program runs. */
export function definitionOf<K extends ActionKind>(kind: K): ActionDefinition<K> {
  return (definitions as { [E in ActionKind]: ActionDefinition<E> })[kind]
}

type OutcomeOfAction = { [K in ActionKind]: keyof (typeof definitions)[K]['outcomes'] }[ActionKind]

/** What outcomes of actions change, by their event. */
export const actionOutcomes: Required<Pick<Outcomes, OutcomeOfAction>> = Object.assign(
  {},
  ...Object.values(definitions).map(({ outcomes }) => outcomes),
)

/** Plans an action of any kind. */
export function planAction<K extends ActionKind>(spec: ActionSpec<K>, context: PlanContext): ActionPlan<K> {
  return definitionOf(spec.kind as K).plan(spec, context)
}

/**
 * The same member, campaign, entry and step give the same action, however often they are reacted to. A step of a version
 * that the journey moved to is another one, though it may stand at the same place.
 */
export function actionIdOf(
  memberId: string,
  { campaign, key, moves }: Pick<Journey, 'campaign' | 'key' | 'moves'>,
  step: string,
): string {
  return shortHash([memberId, campaign, key, step, ...(moves ? [`${moves}`] : [])], 22)
}
