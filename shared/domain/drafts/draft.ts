/**
 * A draft: a named set of files that are to be changed. Each file rests on the text that was published when it was first changed,
 * not the draft as a whole: what goes live meanwhile and touches none of its files does it no harm.
 */
export interface Draft {
  id: string
  name: string
  /** Of how many changes it is the result. Each is written on condition of the one before. */
  version: number
  state: DraftState
  createdAt: number
  createdBy: string
  /** What it changes, by path. */
  files: Readonly<Record<string, DraftFile>>
  /** Who changed any of it: none of them approves it. */
  editors: readonly string[]
  /** What was found when it was last checked. */
  checked?: Checked
  /** Who asked for a review, and when. */
  review?: Word
  /** Who approved it, and what it loosens by then: they have agreed to that, and to nothing more. */
  approval?: Word & { loosens: readonly string[] }
  /** When it goes live, epoch ms, and who said so. */
  schedule?: { at: number; by: string }
  /** Why it did not go live when it was to. */
  missed?: { at: number; why: string }
  /** The rulebook that it became. */
  published?: { rulebook: string; at: number; by: string }
}

export const DRAFT_STATES = [
  'open',
  'checked',
  'inReview',
  'approved',
  'scheduled',
  'live',
  'rolledBack',
  'discarded',
] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** Texts are named by their content. */
export interface DraftFile {
  /** Null: the file goes. */
  text: string | null
  /** The published text that it rests on. Null: there was none. */
  base: string | null
  at: number
  by: string
}

/** What somebody said when. */
export interface Word {
  at: number
  by: string
  comment?: string
}

/** A rulebook without problems that the draft makes of the live one. */
export interface Checked {
  rulebook: string
  /** The live rulebook that it was made of. */
  live: string
  /** What it loosens of that, in words. */
  loosens: readonly string[]
  at: number
}

/** A line of a draft's history: what somebody did. */
export interface DraftLine {
  /** The version of the draft that it made. */
  version: number
  at: number
  by: string
  did: DraftStep['step'] | 'created'
  path?: string
  /** Of a saved file, by which its text is found. */
  text?: string | null
  comment?: string
}

export type DraftStep =
  | { step: 'save'; path: string; text: string | null; base: string | null }
  | { step: 'rename'; name: string }
  | { step: 'check'; checked: Checked }
  | { step: 'ask'; comment?: string }
  | { step: 'withdraw'; comment?: string }
  | { step: 'approve'; comment?: string }
  | { step: 'refuse'; comment: string }
  | { step: 'schedule'; goesLiveAt: number }
  | { step: 'unschedule' }
  | { step: 'miss'; comment: string }
  | { step: 'publish'; rulebook: string }
  | { step: 'rollBack'; comment?: string }
  | { step: 'discard'; comment?: string }

/** Files of one draft: they are kept in one item, and read by one person. */
export const FILES_AT_MOST = 100
export const EDITORS_AT_MOST = 50

const DONE: readonly DraftState[] = ['live', 'rolledBack', 'discarded']

/** Nothing of it changes any more. */
export function isDone({ state }: Pick<Draft, 'state'>): boolean {
  return DONE.includes(state)
}
