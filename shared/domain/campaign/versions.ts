import type { Journey } from '../member/member.ts'
import type { Reason } from '../reason.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Campaign, Instruction, OnNewVersion, Place } from '../rulebook/rulebook.ts'
import { leave, mayEnd } from './exit.ts'
import { campaignOf, note, type Turn, updateJourney } from './turn.ts'

/**
 * Moves journeys of an older version to what their campaign says about that (`onNewVersion`): in the live version, or, if
 * the campaign is gone, in their own. It happens with the next event of the member; nobody is searched for it.
 */
export function meetNewVersions(turn: Turn): void {
  const { rulebook } = turn.context
  if (!rulebook) return
  for (const journey of turn.draft.journeys) {
    if (journey.rulebook === rulebook.version || journey.endedAt !== undefined) continue
    const own = campaignOf(turn, journey)
    const live = campaignById(rulebook, journey.campaign)
    if (own && live) rules[live.onNewVersion](turn, journey, own, live)
    else if (own && LEFT_WHERE_GONE.has(own.onNewVersion)) leaveIfFree(turn, own, journey, { is: 'exit.campaignGone' })
  }
}

const LEFT_WHERE_GONE: ReadonlySet<OnNewVersion> = new Set(['exit', 'moveOrExit'])

const rules: Record<OnNewVersion, (turn: Turn, journey: Journey, own: Campaign, live: Campaign) => void> = {
  finish: () => {},
  exit: (turn, journey, own, live) => {
    if (own.hash !== live.hash) leaveIfFree(turn, own, journey, { is: 'exit.newVersion' })
  },
  move: (turn, journey, own, live) => {
    if (journey.awaiting === undefined) move(turn, journey, own, live)
  },
  moveOrExit: (turn, journey, own, live) => {
    if (journey.awaiting !== undefined || move(turn, journey, own, live)) return
    leave(turn, own, journey, { is: 'exit.newVersion' })
  },
}

function leaveIfFree(turn: Turn, campaign: Campaign, journey: Journey, reason: Reason): void {
  if (mayEnd(turn, journey)) leave(turn, campaign, journey, reason)
}

/** Returns whether the journey has a place in the live version. If that says the same, it stays where it was. */
function move(turn: Turn, journey: Journey, own: Campaign, live: Campaign): boolean {
  const rulebook = turn.context.rulebook!.version
  if (own.hash === live.hash) {
    updateJourney(turn, journey, { rulebook })
    return true
  }
  const from = own.program[journey.pc]
  const place = placeOf(from)
  const pc = place ? live.program.findIndex((each) => fits(placeOf(each), place, journey)) : -1
  if (!from || !place || pc < 0) return false
  const moved = updateJourney(turn, journey, {
    rulebook,
    pc,
    moves: (journey.moves ?? 0) + 1,
    wakeAt: waitsOn(journey.wakeAt, from, live.program[pc]!),
    service: live.tellsRights,
  })
  note(turn, live, moved, {
    outcome: 'moved',
    reason: { is: 'journey.moved', step: place.name, from: journey.rulebook },
  })
  return true
}

function placeOf(instruction: Instruction | undefined): Place | undefined {
  return instruction && 'place' in instruction ? instruction.place : undefined
}

/**
 * A step of the same name, within arms the journey is in: arms never change, and neither does the branch taken after a
 * refusal.
 */
function fits(place: Place | undefined, from: Place, journey: Journey): boolean {
  if (place?.name !== from.name || place.afterRefusal !== from.afterRefusal) return false
  return Object.entries(place.arms).every(([split, arm]) => journey.arms?.[split] === arm)
}

/** Time already waited counts towards the new wait. A held action's gates are asked again at once. */
function waitsOn(wakeAt: number | undefined, from: Instruction, to: Instruction): number | undefined {
  const [was, is] = [lengthOf(from), lengthOf(to)]
  return wakeAt === undefined || was === undefined || is === undefined ? undefined : wakeAt - was + is
}

function lengthOf(instruction: Instruction): number | undefined {
  if (instruction.op === 'wait') return instruction.for
  return instruction.op === 'waitFor' ? instruction.atMost : undefined
}
