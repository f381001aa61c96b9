import { present } from '../../standards/present.ts'
import { actionIdOf, planAction } from '../actions/index.ts'
import type { ActionPlan } from '../actions/kinds.ts'
import type { Journey, PendingAction } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import type { GateAnswer } from '../receipt.ts'
import { assign } from '../results/assign.ts'
import { storedArm } from '../results/stored.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Campaign, Instruction, Rulebook } from '../rulebook/rulebook.ts'
import { armOf } from './arms.ts'
import { bestForm } from './best-form.ts'
import { askGates, gates } from './gates/index.ts'
import { afterNothing, end, goOn } from './settle.ts'
import { note, subjectOf, type Turn, updateJourney } from './turn.ts'

type ActionInstruction = Instruction & { op: 'action' }

/** Asked last: they stop only members who would otherwise have got it. */
const HOLDOUTS: ReadonlySet<GateName> = new Set(['globalHoldout', 'holdout'])

/** A journey has no loops; this bounds a single reaction all the same. */
const STEPS_AT_MOST = 500

/** Walks a journey as far as it goes now: to a wait, to an action whose outcome it awaits, or to its end. */
export function walk(turn: Turn, start: Journey): void {
  const rulebook = turn.context.rulebookOf(start.rulebook)
  const campaign = campaignById(rulebook, start.campaign)
  if (!rulebook || !campaign) return
  let journey: Journey | undefined = start
  for (let steps = 0; journey && steps < STEPS_AT_MOST; steps++) {
    const instruction: Instruction = campaign.program[journey.pc] ?? { op: 'end' }
    journey = step(turn, rulebook, campaign, journey, instruction)
  }
}

/** One instruction. Returns the journey if it goes on at once, undefined if it stops for now or for good. */
function step(
  turn: Turn,
  rulebook: Rulebook,
  campaign: Campaign,
  journey: Journey,
  instruction: Instruction,
): Journey | undefined {
  switch (instruction.op) {
    case 'wait':
      return wait(turn, journey, instruction.for)
    case 'waitFor':
      return journey.happened[instruction.event] !== undefined
        ? goOn(turn, journey)
        : wait(turn, journey, instruction.atMost)
    case 'branch': {
      const holds = instruction.condition.holds(subjectOf(turn, journey))
      return updateJourney(turn, journey, { pc: holds ? journey.pc + 1 : instruction.otherwise })
    }
    case 'jump':
      return updateJourney(turn, journey, { pc: instruction.to })
    case 'split':
      return takeArm(turn, rulebook, campaign, journey, instruction)
    case 'action':
      return act(turn, rulebook, campaign, journey, instruction)
    case 'end':
      end(turn, campaign, journey, { outcome: 'ended', reason: { is: 'journey.done' } })
      return undefined
  }
}

/** Takes the arm it is in already, if the split has one of that name, or else the member's arm. */
function takeArm(
  turn: Turn,
  { settings }: Rulebook,
  campaign: Campaign,
  journey: Journey,
  { split, arms }: Instruction & { op: 'split' },
): Journey {
  const known = arms.find(({ arm }) => arm === journey.arms?.[split])
  if (known) return updateJourney(turn, journey, { pc: known.to })
  const stored = storedArm(turn.draft, campaign.id)?.arms?.[split]
  const given = arms.find(({ arm }) => arm === stored)
  const { arm, to } = given ?? armOf(turn.draft.memberId, campaign, split, arms, settings)
  const inArm = updateJourney(turn, journey, { pc: to, arms: { ...journey.arms, [split]: arm } })
  note(turn, campaign, inArm, { outcome: 'split', split, reason: { is: 'journey.arm', split, arm } })
  return inArm
}

/** The first time it starts to wait; once its time has come it goes on. */
function wait(turn: Turn, journey: Journey, duration: number): Journey | undefined {
  if (journey.wakeAt === undefined) {
    updateJourney(turn, journey, { wakeAt: turn.now + duration })
    return undefined
  }
  return journey.wakeAt <= turn.now ? goOn(turn, journey) : undefined
}

function act(
  turn: Turn,
  rulebook: Rulebook,
  campaign: Campaign,
  journey: Journey,
  instruction: ActionInstruction,
): Journey | undefined {
  const { step, action } = instruction
  if (journey.awaiting || (journey.wakeAt !== undefined && journey.wakeAt > turn.now)) return undefined
  const actionId = actionIdOf(turn.draft.memberId, journey, step)
  const subject = subjectOf(turn, journey)
  const { settings } = turn.context.rulebook ?? rulebook
  const { spec, over } = bestForm(action, { member: turn.draft, campaign, settings })
  const { answers, stop, further } = askGates(gates, {
    member: turn.draft,
    campaign,
    settings,
    spec,
    journey,
    actionId,
    subject,
    world: turn.context.world,
    now: turn.now,
  })
  const about = {
    actionId,
    kind: spec.kind,
    ...over,
    step,
    gates: answers,
    ...(further.length > 0 && { further }),
    facts: campaign.audience.observe(subject),
  }
  if (!stop || HOLDOUTS.has(stop.gate)) assign(turn, rulebook, campaign, journey, stop)
  if (!stop) {
    const plan = planAction(spec, { campaign, rulebook, journey, subject, actionId, now: turn.now })
    decide(turn, campaign, journey, { step, actionId, plan })
    note(turn, campaign, journey, { ...about, outcome: 'decided', reason: { is: 'journey.decided', kind: spec.kind } })
    return undefined
  }
  if (stop.answer === 'hold') return holdOn(turn, campaign, journey, about, stop)
  if (HOLDOUTS.has(stop.gate)) {
    note(turn, campaign, journey, { ...about, outcome: 'heldOut', reason: stop.reason })
    return goOn(turn, updateJourney(turn, journey, { heldOut: true }))
  }
  note(turn, campaign, journey, { ...about, outcome: 'skipped', reason: stop.reason })
  return afterNothing(turn, campaign, journey, instruction)
}

/** Puts an action into the outbox; the journey waits for the outcome. */
function decide(
  turn: Turn,
  campaign: Campaign,
  journey: Journey,
  { step, actionId, plan }: { step: string; actionId: string; plan: ActionPlan },
): void {
  const pending: PendingAction = {
    actionId,
    kind: plan.kind,
    campaign: campaign.id,
    class: campaign.class,
    rulebook: journey.rulebook,
    key: journey.key,
    step,
    decidedAt: turn.now,
    handedAt: turn.now,
    handovers: 1,
    state: 'decided',
    plan,
  }
  turn.draft.pending = [...turn.draft.pending, pending]
  turn.actions.push(pending)
  updateJourney(turn, journey, { awaiting: actionId, wakeAt: undefined, held: undefined })
}

function holdOn(
  turn: Turn,
  campaign: Campaign,
  journey: Journey,
  about: { actionId: string; kind: PendingAction['kind']; step: string; gates: GateAnswer[] },
  held: GateAnswer,
): undefined {
  const { gate: by, reason, until } = held
  const on = waitsOn(reason)
  if (journey.held?.by !== by || journey.held.on !== on)
    note(turn, campaign, journey, { ...about, outcome: 'held', reason })
  const since = journey.held?.since ?? turn.now
  updateJourney(turn, journey, { wakeAt: until, held: { kind: about.kind, since, by, ...present({ on }) } })
}

/** What a gate waits for may become another thing: of a cancelled flight, that somebody says when the next one arrived. */
function waitsOn(reason: Reason): string | undefined {
  return 'findings' in reason ? reason.findings?.map(({ is }) => is).join() : undefined
}
