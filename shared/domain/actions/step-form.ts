import type { Cursor } from '../cursor.ts'
import type { Schema } from '../rulebook/schema/parts.ts'
import type { StepScope } from '../rulebook/scope.ts'
import type { Texts } from '../texts/index.ts'
import type { ActionKind, ActionSpec } from './kinds.ts'

/** How a campaign's step is written. */
export interface StepForm<K extends ActionKind> {
  /** Undefined if a problem was found. */
  read(cursor: Cursor, scope: StepScope, beside: Beside): ActionSpec<K> | undefined
  /** Further keys allowed beside its own. */
  beside?: readonly ('reason' | 'ifRefused')[]
  /** For editors: the schema of its key's value; if further keys go with it, of each form as a whole. */
  schema: Schema | Forms
  /** On one line, for differences between two rulebooks. */
  line(value: unknown, reason: unknown, say: Texts['diff']): string
}

export interface Forms {
  forms: readonly { properties: Schema; required: readonly string[] }[]
}

export interface Beside {
  reason?: Cursor
}
