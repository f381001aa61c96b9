/**
 * Every kind of action, by name. Each adds itself in its own folder (`declare module`). So code that only names kinds, such
 * as the member's outbox and receipts, imports none of them, and there is no list to forget: if a folder and {@link
 * file://./index.ts} do not match, it does not compile.
 */
export interface Kinds extends Record<never, Kind> {}

/** The types of a kind. */
interface Kind {
  /** What a campaign's step says. */
  spec: { kind: string }
  /** What a step means for one member: see {@link ActionPlan}. */
  plan: { kind: string }
}

export type ActionKind = keyof Kinds

export type ActionSpec<K extends ActionKind = ActionKind> = Kinds[K]['spec']

/**
 * What a step means for one member: decided once, when the gates let it pass, and carried to its delivery. Deliveries add
 * only the answers of the ledger and the claim.
 */
export type ActionPlan<K extends ActionKind = ActionKind> = Kinds[K]['plan']
