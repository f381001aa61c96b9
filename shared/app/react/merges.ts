import type { Fault, MemberEvent } from '../../contract/index.ts'
import { LIMITS, type Member } from '../../domain/member/member.ts'
import type { Ports } from '../../ports/index.ts'
import { survivorOf } from '../survivor.ts'
import type { Arrival } from './arrival.ts'
import type { Faulty } from './set-aside.ts'

type Merge = Extract<MemberEvent, { type: 'member.merged' }>

/**
 * For a turn that ends with a merge: asks whether it is allowed, and writes that it is, before anything else is done.
 * Of merges told at the same time that together would make a circle, or too many cards of one person, the last is
 * refused. Then it gives the events without the merge. `again`: somebody else is merging these cards right now.
 */
export async function askMerge(
  here: Arrival[],
  member: Member,
  ports: Pick<Ports, 'cards'>,
): Promise<{ here: Arrival[]; refused: Faulty[] } | 'again'> {
  const last = here.at(-1)
  if (!isMerge(last) || member.mergedInto !== undefined || member.erasedAt !== undefined) return { here, refused: [] }
  const others = here.slice(0, -1)
  const taken = await takeMerge(last, member, ports)
  switch (taken) {
    case 'again':
      return 'again'
    case 'taken':
      return { here, refused: [] }
    case 'known':
      return { here: [...others, sayingNothing(last)], refused: [] }
    default:
      return { here: others, refused: [{ ...last, fault: taken }] }
  }
}

async function takeMerge(
  { event, envelope }: Arrival & { event: Merge },
  member: Member,
  { cards }: Pick<Ports, 'cards'>,
): Promise<'taken' | 'known' | 'again' | Fault> {
  const { memberId: card, into } = event
  switch (member.aliases.includes(into) ? 'circle' : await cards.join({ card, into })) {
    case 'joined':
      return 'taken'
    case 'elsewhere':
      return 'again'
    case 'circle':
      // A merge sent on from a card that was absorbed meanwhile says nothing new.
      return envelope.hops === undefined ? (into === card ? ofItself : circle(card, into)) : 'known'
    case 'too-many':
      return tooMany(into)
  }
}

function isMerge(arrival: Arrival | undefined): arrival is Arrival & { event: Merge } {
  return arrival?.event.type === 'member.merged'
}

/** The merge as it is folded where both cards belong to one person already. */
function sayingNothing(arrival: Arrival & { event: Merge }): Arrival {
  return { ...arrival, event: { ...arrival.event, isKnown: true } }
}

const ofItself: Fault = {
  code: 'merged-in-a-circle',
  path: 'into',
  message: 'the card is merged into itself',
  hint: '"memberId" is the card that ends, "into" the one that goes on',
}

function circle(card: string, into: string): Fault {
  return {
    code: 'merged-in-a-circle',
    path: 'into',
    message: `${into} was merged into ${card} before, maybe by way of others: they are one person, and ${card} goes on`,
    hint: 'nothing has to be done, unless the other card was to go on: that cannot be undone here',
  }
}

function tooMany(into: string): Fault {
  return {
    code: 'too-many-cards',
    path: 'into',
    message: `with it the person of ${into} would have more than ${LIMITS.aliases} other cards`,
    hint: 'is it really one person? The card stays one of its own',
  }
}

/** An event is sent on this often at most: once for each merge of the card it was sent to. */
const HOPS_AT_MOST = LIMITS.aliases

const tooFar: Fault = {
  code: 'unprocessable',
  path: 'memberId',
  message: `the card was merged into others more than ${HOPS_AT_MOST} times while the event was on its way`,
}

/** Events for a merged card, addressed to the card that goes on. */
export async function onward(
  arrivals: readonly Arrival[],
  mergedInto: string,
  ports: Pick<Ports, 'members'>,
): Promise<{ onward: string[]; lost: Faulty[] }> {
  const { memberId } = await survivorOf(mergedInto, ports)
  const sent: { onward: string[]; lost: Faulty[] } = { onward: [], lost: [] }
  for (const { messageId, envelope, event } of arrivals) {
    const hops = (envelope.hops ?? 0) + 1
    const card = envelope.card ?? event.memberId
    const detail = { ...(envelope.detail as object), memberId }
    if (hops > HOPS_AT_MOST) sent.lost.push({ messageId, envelope, fault: tooFar })
    else sent.onward.push(JSON.stringify({ ...envelope, hops, card, detail }))
  }
  return sent
}
