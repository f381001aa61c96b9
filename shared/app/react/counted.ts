import type { Journey, Member } from '../../domain/member/member.ts'
import type { Passage } from '../../domain/react.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { BEGIN, END, stepAt, stepOfAction, wayFrom, wayOf } from '../../domain/rulebook/step-numbers.ts'
import { isReachable } from '../../domain/targets/counted.ts'
import type { CounterChange } from '../../ports/index.ts'

/** What a member's turn changed, as far as counters show it. */
interface Became {
  before: Member | undefined
  after: Member
  receipts: readonly Receipt[]
  passed: readonly Passage[]
}

interface Rulebooks {
  rulebookOf(version: string): Rulebook | undefined
}

/** Receipts that say what stopped a member: for good, for now, or as part of the holdout. */
export const KEPT = ['notEntered', 'skipped', 'heldOut', 'held', 'refused', 'failed', 'expired'] as const
export type Kept = (typeof KEPT)[number]

/** The counters of a campaign's version, and of an audience. */
export const journeySet = ({ id, hash }: Pick<Campaign, 'id' | 'hash'>) => `journey/${id}/${hash}`
export const audienceSet = (audience: string) => `audience/${audience}`

/**
 * Names of counters. A campaign counts who stands at each step or is held there by a gate (levels), who took each way,
 * came from another version, left early, or was stopped by what. An audience counts who is in it and who of them can be
 * reached by email (levels), who came and who left.
 */
export const counter = {
  at: (step: string) => `at/${step}`,
  heldNow: (step: string, by: string) => `heldNow/${step}/${by}`,
  way: (way: string) => `way/${way}`,
  moved: (step: string) => `moved/${step}`,
  left: (step: string) => `left/${step}`,
  kept: (step: string, how: Kept, by: string) => `kept/${step}/${how}/${by}`,
  inIt: 'in',
  reachable: 'reachable',
  came: 'came',
  went: 'went',
} as const

/** Whether the figure can be counted again from what is stored. Who joined or left an audience is known only while counting. */
export function isRecounted(name: string): boolean {
  return /^(at|heldNow|kept|way|moved|left)\/|^(in|reachable)$/.test(name)
}

/** How a turn moves the counters of its campaigns and audiences. */
export function countedOf(became: Became, rulebooks: Rulebooks): CounterChange[] {
  const { before, after, receipts, passed } = became
  const { memberId } = after
  const come = [...receipts.flatMap((each) => fromReceipt(each, rulebooks)), ...waysGone(passed, rulebooks)]
  return [
    ...come.map((each): CounterChange => ({ ...each, by: 1, memberId })),
    ...(before?.journeys === after.journeys ? [] : movedLevels(before, after, (each) => standing(each, rulebooks))),
    ...audienceMoves(before, after),
  ]
}

export interface Name {
  set: string
  name: string
}

/** The ways that journeys went. Receipts do not say them, so records do (domain/receipt.ts). */
export function waysGone(passed: readonly Passage[], rulebooks: Rulebooks): Name[] {
  return passed.flatMap((each) => fromPassage(each, rulebooks))
}

/** What a member adds to levels: where their journeys stand, and the audiences they are in. */
export function standing({ journeys }: Member, rulebooks: Rulebooks): Name[] {
  return journeys.flatMap((journey) => {
    const campaign = journey.endedAt === undefined ? campaignOf(journey, rulebooks) : undefined
    if (!campaign) return []
    const set = journeySet(campaign)
    const step = stepAt(campaign.program, journey.pc)
    const { by } = journey.held ?? {}
    const held = by === undefined ? [] : [{ set, name: counter.heldNow(step, by) }]
    return [{ set, name: counter.at(step) }, ...held]
  })
}

export function belonging(member: Member): Name[] {
  const audiences = Object.keys(member.audiences)
  const isReached = audiences.length > 0 && isReachable(member)
  return audiences
    .map(audienceSet)
    .flatMap((set) => [{ set, name: counter.inIt }, ...(isReached ? [{ set, name: counter.reachable }] : [])])
}

function audienceMoves(before: Member | undefined, after: Member): CounterChange[] {
  const was = before?.audiences ?? {}
  const is = after.audiences
  const { memberId } = after
  const moves = (name: string, some: object, others: object) =>
    Object.keys(some)
      .filter((id) => !Object.hasOwn(others, id))
      .map((id) => ({ set: audienceSet(id), name, by: 1, memberId }))
  return [
    ...(was === is ? [] : [...moves(counter.came, is, was), ...moves(counter.went, was, is)]),
    ...movedLevels(before, after, belonging),
  ]
}

function movedLevels(before: Member | undefined, after: Member, levelsOf: (member: Member) => Name[]): CounterChange[] {
  const sums = new Map<string, CounterChange>()
  const add = (by: number) => (each: Name) => {
    const key = `${each.set}\n${each.name}`
    sums.set(key, { ...each, by: (sums.get(key)?.by ?? 0) + by })
  }
  levelsOf(after).forEach(add(1))
  if (before) levelsOf(before).forEach(add(-1))
  return [...sums.values()].filter(({ by }) => by !== 0)
}

/** The counter that a receipt moves, named by its campaign, version, outcome, step and gates. */
export function fromReceipt(receipt: Receipt, rulebooks: Rulebooks): Name[] {
  const campaign = campaignOf(receipt, rulebooks)
  if (!campaign) return []
  const set = journeySet(campaign)
  if (receipt.outcome === 'entered') return [{ set, name: counter.way(wayOf(BEGIN, 'on')) }]
  const { outcome, step, gates } = receipt
  if (!isKept(outcome)) return []
  const at = outcome === 'notEntered' ? BEGIN : stepOfAction(campaign.program, step)
  return at === undefined ? [] : [{ set, name: counter.kept(at, outcome, gates?.at(-1)?.gate ?? NO_GATE) }]
}

/** What stopped an action where no gate did: the outcome says it. */
export const NO_GATE = '-'

function fromPassage({ before, after }: Passage, rulebooks: Rulebooks): Name[] {
  const campaign = campaignOf(after, rulebooks)
  if (!campaign) return []
  const set = journeySet(campaign)
  const { program } = campaign
  if (before.rulebook !== after.rulebook) return [{ set, name: counter.moved(stepAt(program, after.pc)) }]
  if (before.pc !== after.pc) {
    const way = wayFrom(program, before.pc, after.pc)
    return way === undefined ? [] : [{ set, name: counter.way(way) }]
  }
  const step = stepAt(program, before.pc)
  return step === END ? [] : [{ set, name: counter.left(step) }]
}

function isKept(outcome: Receipt['outcome']): outcome is Kept {
  return (KEPT as readonly string[]).includes(outcome)
}

function campaignOf(run: Pick<Journey, 'campaign' | 'rulebook'>, { rulebookOf }: Rulebooks): Campaign | undefined {
  return campaignById(rulebookOf(run.rulebook), run.campaign)
}
