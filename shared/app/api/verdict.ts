import type { Reason, ReasonCode } from '../../domain/reason.ts'
import type { Receipt, ReceiptOutcome } from '../../domain/receipt.ts'

/** `task`: nothing for the member; a colleague has something to do. `gotBefore`: another campaign had given it, or a colleague. */
export type Verdict = 'got' | 'unknown' | 'heldOut' | 'task' | 'waits' | 'gotBefore' | 'didNotGet'

const DONE: readonly ReceiptOutcome[] = ['sent', 'granted', 'issued', 'opened']
const WAITING: readonly ReceiptOutcome[] = ['entered', 'split', 'moved', 'decided', 'held', 'handed', 'waiting']
const NOT_KNOWN: readonly ReceiptOutcome[] = ['unknown', 'expired']
/** The same was granted for the same cause, elsewhere. */
const GRANTED_BEFORE: readonly ReasonCode[] = ['owed.before', 'ledger.owedBefore', 'ledger.alreadyCompensated']
const NOT_DONE: readonly ReceiptOutcome[] = ['skipped', 'failed', 'refused']

/** A member who is already in the campaign does not enter again: that receipt says nothing about the journey. */
export function tellingOf(receipts: readonly Receipt[]): readonly Receipt[] {
  const onTheWay = receipts.filter((each) => each.outcome !== 'notEntered')
  return onTheWay.length > 0 ? onTheWay : receipts
}

/** What has been done counts first; then what keeps the rest from being done. */
export function verdictOf(receipts: readonly Receipt[]): Verdict {
  const done = doneOf(receipts)
  if (done.some((each) => !isTask(each))) return 'got'
  if (latestByAction(receipts).some((each) => NOT_KNOWN.includes(each.outcome))) return 'unknown'
  if (receipts.some((each) => each.outcome === 'heldOut')) return 'heldOut'
  if (WAITING.includes(receipts.at(-1)!.outcome)) return 'waits'
  if (done.length > 0) return 'task'
  return notDoneOf(receipts).some(wasGrantedBefore) ? 'gotBefore' : 'didNotGet'
}

function wasGrantedBefore(receipt: Receipt): boolean {
  return whysOf(receipt).some(({ is }) => GRANTED_BEFORE.includes(is))
}

/** Of each action the latest receipt, and every receipt that is about none. */
function latestByAction(receipts: readonly Receipt[]): Receipt[] {
  const latest = new Map(receipts.map((each, index) => [each.actionId ?? `#${index}`, each]))
  return [...latest.values()]
}

export function doneOf(receipts: readonly Receipt[]): Receipt[] {
  return latestByAction(receipts).filter((each) => DONE.includes(each.outcome))
}

/** Actions that came to nothing. */
export function notDoneOf(receipts: readonly Receipt[]): Receipt[] {
  return latestByAction(receipts).filter((each) => each.kind !== undefined && NOT_DONE.includes(each.outcome))
}

/** Opened for a colleague: the member gets nothing by it. */
export function isTask({ outcome }: Pick<Receipt, 'outcome'>): boolean {
  return outcome === 'opened'
}

const TELLING: Record<Verdict, (receipt: Receipt) => boolean> = {
  got: (each) => DONE.includes(each.outcome) && !isTask(each),
  unknown: (each) => NOT_KNOWN.includes(each.outcome),
  heldOut: (each) => each.outcome === 'heldOut',
  task: isTask,
  waits: (each) => WAITING.includes(each.outcome),
  gotBefore: wasGrantedBefore,
  // That it ended says less than what stopped it.
  didNotGet: (each) =>
    !['entered', 'split', 'moved', 'ended', 'goal', 'decided', 'handed', 'waiting'].includes(each.outcome),
}

/** The receipt that says most of why the verdict is what it is. */
export function tellingReceipt(verdict: Verdict, receipts: readonly Receipt[]): Receipt {
  return receipts.findLast(TELLING[verdict]) ?? receipts.at(-1)!
}

export function whysOf(receipt: Receipt): Reason[] {
  const stopped = receipt.gates?.find((gate) => gate.answer !== 'go')
  return stopped && stopped.reason.is !== receipt.reason.is ? [receipt.reason, stopped.reason] : [receipt.reason]
}

/**
 * The receipt in which it was decided: of what was done the gates were asked before. What came to nothing after they had let
 * it pass was decided there: the ledger, the claim or the mail service said no.
 */
export function decidingReceipt(telling: Receipt, receipts: readonly Receipt[]): Receipt {
  if (telling.gates || telling.actionId === undefined || !DONE.includes(telling.outcome)) return telling
  return receipts.findLast((each) => each.actionId === telling.actionId && each.gates !== undefined) ?? telling
}

export function heldUntil(receipts: readonly Receipt[]): number | undefined {
  return receipts.at(-1)!.gates?.find((gate) => gate.answer === 'hold')?.until
}
