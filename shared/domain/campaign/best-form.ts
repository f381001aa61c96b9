import { channelIdOf, definitionOf } from '../actions/index.ts'
import type { ActionKind, ActionSpec } from '../actions/kinds.ts'
import type { GateAnswer, Receipt } from '../receipt.ts'
import type { StandingContext } from './gates/gate.ts'
import { askGates, reachGates } from './gates/index.ts'

/** An action in the form this member gets: over one channel, with the channels that do not reach them, and why. */
export interface Formed {
  spec: ActionSpec
  over: Pick<Receipt, 'channel' | 'notOver'>
}

/**
 * The channel of an action that allows several: the first that reaches the member. If none does, the one that comes nearest,
 * whose gates then give the reason: "consent withdrawn" says more than "not known there". It is chosen before any gate is
 * asked, and kept in the plan.
 */
export function bestForm(spec: ActionSpec, about: Omit<StandingContext, 'spec'>): Formed {
  const forms = formsOf(spec, about)
  if (!forms) return { spec, over: {} }
  const tried = forms.map((form) => ({ form, stop: askGates(reachGates, { ...about, spec: form }).stop }))
  const best = tried.reduce((first, each) => (nearness(each) > nearness(first) ? each : first))
  const passedOver = tried.filter((each) => each !== best).flatMap(({ form, stop }) => (stop ? [{ form, stop }] : []))
  const notOver = passedOver.map(({ form, stop: { gate, reason } }) => ({ channel: channelIdOf(form)!, gate, reason }))
  return {
    spec: best.form,
    over: { channel: channelIdOf(best.form)!, ...(notOver.length > 0 && { notOver }) },
  }
}

/** How many gates it passed. */
function nearness({ stop }: { stop?: GateAnswer | undefined }): number {
  return stop ? reachGates.findIndex(({ name }) => name === stop.gate) : reachGates.length
}

function formsOf<K extends ActionKind>(
  spec: ActionSpec<K>,
  about: Omit<StandingContext, 'spec'>,
): readonly ActionSpec[] | undefined {
  return definitionOf(spec.kind as K).forms?.(spec, about)
}
