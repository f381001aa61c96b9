import { definitionOf } from '../actions/index.ts'
import type { ActionKind, ActionSpec } from '../actions/kinds.ts'
import type { Receipt, ReceiptOutcome } from '../receipt.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** A receipt, with what it is about. */
export interface Told {
  receipt: Receipt
  action?: ActionSpec | undefined
  grant?: { kind: string; amount: number; currency?: string } | undefined
}

type Expected = Record<string, unknown> | undefined

/** How each outcome is expected. What only says that things go their way is not. */
const EXPECTED: Record<ReceiptOutcome, (told: Told) => Expected> = {
  sent: done,
  granted: done,
  issued: done,
  opened: done,
  skipped: stopped,
  held: stopped,
  heldOut: fate('heldOut'),
  waiting: fate('waits'),
  refused: fate('refused'),
  failed: fate('failed'),
  notEntered: ({ receipt }) => ({ notEntered: gateOf(receipt) }),
  split: ({ receipt: { split, arms } }) => (split === undefined ? undefined : { arm: arms?.[split] }),
  exited: () => ({ exited: true }),
  goal: () => ({ goal: true }),
  entered: nothing,
  decided: nothing,
  handed: nothing,
  expired: nothing,
  unknown: nothing,
  reversed: nothing,
  moved: nothing,
  ended: nothing,
}

/** What a receipt tells, as an example expects it; undefined where an example says nothing of it. */
export function expectedOf(told: Told): Expected {
  return EXPECTED[told.receipt.outcome](told)
}

/** What the campaign says is to be done at the step that a receipt is about. */
export function specOf({ campaign, step }: Receipt, rulebook: Rulebook): ActionSpec | undefined {
  const program = campaignById(rulebook, campaign)?.program ?? []
  for (const instruction of program)
    if (instruction.op === 'action' && instruction.step === step) return instruction.action
  return undefined
}

function done({ receipt: { outcome }, action, grant }: Told): Expected {
  if (!action) return undefined
  const value = doneOf(action.kind, { outcome, action, grant })
  return value === undefined ? undefined : { [action.kind]: value }
}

function doneOf<K extends ActionKind>(
  kind: K,
  { outcome, action, grant }: Pick<Told, 'grant'> & { outcome: ReceiptOutcome; action: ActionSpec },
) {
  return definitionOf(kind).example.write({ outcome, action: action as ActionSpec<K>, grant })
}

function stopped({ receipt, action }: Told): Expected {
  const kind = action?.kind ?? receipt.kind
  return kind && { [receipt.outcome]: { [kind]: gateOf(receipt) } }
}

function fate(word: string): (told: Told) => Expected {
  return ({ receipt, action }) => {
    const kind = action?.kind ?? receipt.kind
    return kind && { [word]: kind }
  }
}

function nothing(): undefined {}

function gateOf({ gates }: Receipt): string | undefined {
  return gates?.at(-1)?.gate
}
