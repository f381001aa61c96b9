import { email, flightRef, pnr } from './fields.ts'
import type { Envelope, Fault } from './index.ts'
import { MAY_LACK_CARD } from './json-schema.ts'

/** How to find the member. A booking of a given flight is found among the others with the same PNR. */
export interface Means {
  email?: string | undefined
  pnr?: string | undefined
  flight?: ReturnType<typeof flightRef.parse> | undefined
}

/** How to find the member of an event. Undefined: the card is given, or this type needs one. */
export function meansIn({ source, 'detail-type': type, detail }: Envelope): Means | undefined {
  if (source === 'wingback' || !MAY_LACK_CARD.some((each) => each === type)) return undefined
  if (detail === null || typeof detail !== 'object') return undefined
  const said = detail as Record<string, unknown>
  if (isSaid(said.memberId)) return undefined
  return {
    email: email.safeParse(said.email).data,
    pnr: pnr.safeParse(said.pnr).data,
    flight: flightRef.safeParse(said.flight).data,
  }
}

function isSaid(card: unknown): boolean {
  return card !== undefined && card !== null && !(typeof card === 'string' && card.trim() === '')
}

/** The event of a member who was found. */
export function withCard(envelope: Envelope, card: string): Envelope {
  return { ...envelope, detail: { ...(envelope.detail as object), memberId: card } }
}

/** Why nobody was found. Without the address, because faults may be logged. */
export function notFound({ email: address, pnr: reference }: Means, found: number): Fault {
  const means = [address !== undefined && 'email', reference !== undefined && 'pnr'].filter(Boolean)
  if (means.length === 0)
    return {
      code: 'missing-member',
      path: 'memberId',
      message: 'memberId: is missing, and so are email and pnr, by which the member could be found',
    }
  return {
    code: 'unknown-member',
    path: means[0] || 'memberId',
    message: `memberId: is missing, and ${found === 0 ? 'no member has' : `${found} members have`} this ${means.join(' and ')}`,
    hint: found === 0 ? 'replay it when the member is known' : 'send it with the memberId',
  }
}
