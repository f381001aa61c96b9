import type { Cursor } from '../cursor.ts'
import type { Schema } from '../rulebook/schema/parts.ts'
import type { StepScope } from '../rulebook/scope.ts'
import type { Texts } from '../texts/index.ts'
import type { ActionKind } from './kinds.ts'
import type { ActionSpec } from './specs.ts'

/** How a campaign's step writes it. */
export interface StepForm<K extends ActionKind> {
  /** Undefined where something was complained of. */
  read(cursor: Cursor, scope: StepScope, beside: Beside): ActionSpec<K> | undefined
  /** Keys that may stand beside its own. */
  beside?: readonly ('reason' | 'ifRefused')[]
  /** For editors: what its key holds; where more keys go with it, each form whole. */
  schema: Schema | Forms
  /** On one line, for the differences between two rulebooks. */
  line(value: unknown, reason: unknown, say: Texts['diff']): string
}

export interface Forms {
  forms: readonly { properties: Schema; required: readonly string[] }[]
}

export interface Beside {
  reason?: Cursor
}
