import type { MemberEvent } from '../../shared/contract/index.ts'
import type { Member, PendingAction } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { type Reaction, react, type WorldHints } from '../../shared/domain/react.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { event } from './events.ts'

export const nothingSpecial: WorldHints = { version: 1, paused: new Set(), budgetLeft: {} }

/** One member's life under a rulebook: tell what happens and when, and look what was decided. */
export interface Life {
  member: Member
  rulebook: Rulebook | undefined
  world: WorldHints
  receipts: Receipt[]
  actions: PendingAction[]
  /** What happens, at the instant it happened or at a later `now`. */
  tell(event: MemberEvent, now?: string): Reaction
  /** An airline event, by its type and fields. */
  hear(type: string, occurredAt: string, fields?: Record<string, unknown>, now?: string): Reaction
  /** The outcome of the member's first pending action (of a kind). */
  outcome(type: string, at: string, fields?: Record<string, unknown>, kind?: string): Reaction
  /** Time passes: one wake, as the index would give it. */
  wake(now: string): Reaction
  /** Time passes in steps: every wake at its due time. */
  liveUntil(iso: string): void
  /** `outcome` of every receipt of a campaign, in order. */
  told(campaign: string): string[]
  /** Replaces the member as something else than `react` would: a claim. */
  become(member: Member): void
}

export function lifeOf(rulebook: Rulebook | undefined, memberId = 'M1'): Life {
  const versions = new Map<string, Rulebook>()
  let ids = 0
  const life: Life = {
    member: deepFreeze(newMember(memberId)),
    rulebook,
    world: nothingSpecial,
    receipts: [],
    actions: [],
    tell(told, now) {
      if (life.rulebook) versions.set(life.rulebook.version, life.rulebook)
      const reaction = react(life.member, told, {
        rulebook: life.rulebook,
        rulebookOf: (version) => versions.get(version),
        world: life.world,
        now: now === undefined ? told.occurredAt : Date.parse(now),
      })
      life.become(reaction.member)
      life.receipts.push(...reaction.receipts)
      life.actions.push(...reaction.actions)
      return reaction
    },
    hear: (type, occurredAt, fields = {}, now) =>
      life.tell(event(type, { id: `${type}-${++ids}`, occurredAt, memberId, ...fields }), now),
    outcome(type, occurredAt, fields = {}, kind) {
      const action = life.member.pending.find((each) => kind === undefined || each.kind === kind)
      if (!action) throw new Error(`nothing is pending that could be ${type}`)
      const detail = { id: `${type}-${++ids}`, occurredAt, memberId, actionId: action.actionId, ...fields }
      return life.tell(event(type, detail, 'wingback'))
    },
    wake: (now) => life.tell(event('member.woken', { id: `w-${++ids}`, occurredAt: now, memberId }, 'wingback')),
    liveUntil(iso) {
      for (let due = life.member.wakeAt; due !== undefined && due <= Date.parse(iso); due = life.member.wakeAt) {
        life.wake(new Date(due).toISOString())
      }
      life.wake(iso)
    },
    told: (campaign) => life.receipts.filter((each) => each.campaign === campaign).map(({ outcome }) => outcome),
    become(member) {
      life.member = deepFreeze(member)
    },
  }
  return life
}

/** Freezes everything in it, so that who would change it in place is found out. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) deepFreeze(each)
  }
  return value
}
