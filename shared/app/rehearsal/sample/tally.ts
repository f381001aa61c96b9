import type { Condition } from '../../../domain/audience/condition.ts'
import type { Receipt } from '../../../domain/receipt.ts'

/** What a campaign did with the members of a sample, member by member: of these totals are estimated. */
export interface CampaignTally {
  entered: Happened[]
  /** Mails, messages, grants, offers and tasks. */
  got: Happened[]
  heldOut: Happened[]
  /** What kept somebody from it, or from a part of it, with the gate. */
  stopped: (Happened & { by: string })[]
  costs: (Happened & { costMinor: number })[]
  /** All receipts of the first who entered, and of each who did not one. */
  inside: Map<string, Receipt[]>
  outside: Map<string, Outside>
}

interface Happened {
  memberId: string
  /** Epoch ms. */
  at: number
}

/** Why somebody is not in; `condition`: of what the receipt is about, where it is not the campaign's own audience. */
export interface Outside {
  receipt: Receipt
  condition?: Condition
}

const SHOWN = 10
const RECEIPTS_AT_MOST = 12
/** Those who were nearly in are looked for among so many. */
const OUTSIDE_AT_MOST = 400

export function emptyTally(): CampaignTally {
  return {
    ...{ entered: [], got: [], heldOut: [], stopped: [], costs: [] },
    ...{ inside: new Map(), outside: new Map() },
  }
}

const GOT = new Set<Receipt['outcome']>(['sent', 'granted', 'issued', 'opened'])
const STOPPED = new Set<Receipt['outcome']>(['notEntered', 'skipped', 'refused', 'failed'])

export function tallyReceipt(tally: CampaignTally, memberId: string, receipt: Receipt): void {
  const { outcome, at, gates } = receipt
  if (outcome === 'entered') tally.entered.push({ memberId, at })
  if (GOT.has(outcome)) tally.got.push({ memberId, at })
  if (outcome === 'heldOut') tally.heldOut.push({ memberId, at })
  if (STOPPED.has(outcome)) {
    const isByGate = outcome === 'notEntered' || outcome === 'skipped'
    tally.stopped.push({ memberId, at, by: (isByGate && gates?.at(-1)?.gate) || outcome })
  }
  keepStory(tally, memberId, receipt)
}

function keepStory({ inside, outside }: CampaignTally, memberId: string, receipt: Receipt): void {
  const { outcome } = receipt
  if (outcome === 'entered' && inside.size < SHOWN && !inside.has(memberId)) inside.set(memberId, [])
  const story = inside.get(memberId)
  if (story && story.length < RECEIPTS_AT_MOST) story.push(receipt)
  if (outcome !== 'notEntered') return
  const known = outside.get(memberId)
  // Who was stopped on the way in was nearer than whom it passed by.
  if (known ? known.condition !== undefined : outside.size < OUTSIDE_AT_MOST) outside.set(memberId, { receipt })
}

/** Keeps whom the campaign passed by, by what did not hold, among the first so many. */
export function tallyPassedBy({ outside }: CampaignTally, memberId: string, passedBy: () => Outside): void {
  if (outside.size < OUTSIDE_AT_MOST && !outside.has(memberId)) outside.set(memberId, passedBy())
}
