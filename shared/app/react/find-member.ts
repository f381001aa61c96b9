import type { Envelope, Fault } from '../../contract/index.ts'
import { type Means, meansIn, notFound, withCard } from '../../contract/without-card.ts'
import { byBooking, byLeg, byMail } from '../../domain/member/finders.ts'
import { legOf } from '../../domain/member/legs.ts'
import type { Ports } from '../../ports/index.ts'

type FinderPorts = Pick<Ports, 'finders'>

/** The event with its member, found by what it says where it came without a card. If none or several are found, why. */
export async function findMember(envelope: Envelope, ports: FinderPorts): Promise<Envelope | Fault> {
  const means = meansIn(envelope)
  if (!means) return envelope
  const found = await foundBy(means, ports)
  const [card, ...others] = found
  return card !== undefined && others.length === 0 ? withCard(envelope, card) : notFound(means, found.length)
}

/**
 * If both the address and the booking find somebody, it is who is found by both: couples share addresses and bookings.
 */
async function foundBy({ email, pnr, flight }: Means, { finders }: FinderPorts): Promise<string[]> {
  const cardsBy = async (name: string) => (await finders.by(name)).map(({ memberId }) => memberId)
  const byAddress = email === undefined ? [] : await cardsBy(byMail(email))
  let booked = pnr === undefined ? [] : await cardsBy(byBooking(pnr))
  if (booked.length > 1 && flight) {
    // Booking references are used again: only the one for this flight counts.
    const onBoard = await finders.by(byLeg(legOf(flight)))
    const same = onBoard.filter((each) => each.pnr === pnr).map(({ memberId }) => memberId)
    if (same.length > 0) booked = booked.filter((card) => same.includes(card))
  }
  if (byAddress.length === 0 || booked.length === 0) return [...byAddress, ...booked]
  return byAddress.filter((card) => booked.includes(card))
}
