import { part, type Segment } from '../edifact.ts'

/** A booking in a message: its reference, who travels, and where. */
export interface Pnr {
  pnr: string
  /** Of the segment that begins it. */
  number: number
  /** As DAT 700 says: when it was last changed, in UTC. */
  changed?: { date: string; time: string } | undefined
  travellers: Traveller[]
  itinerary: Travel[]
  /** Whether those who are named next have checked in for the last flight. */
  isCheckIn: boolean
}

/** Somebody who travels. Nothing is kept of who they are but a card. */
export interface Traveller {
  /** By which other segments of the booking mean them. */
  ref: string
  cards: { carrier: string; card: string }[]
  /** What the passenger pays in all. */
  fare?: { amount: string; currency: string } | undefined
}

/** A flight of the booking: what its TVL says, with what follows it. */
export interface Travel {
  tvl: Segment
  /** The flight that operates it, where it is sold by another airline: carrier and number, as far as they are told. */
  operating: { carrier?: string; number?: string }
  status: string
  /** References of travellers who have checked in for it. */
  checkedIn: string[]
}

/** The flight that a message is about: its first TVL, before any booking. */
export function flightOf(segments: readonly Segment[]): Segment | undefined {
  const first = segments.findIndex(({ tag }) => tag === 'SRC')
  return segments.slice(0, first < 0 ? undefined : first).find(({ tag }) => tag === 'TVL')
}

/** The bookings of a message: each begins with SRC. */
export function pnrsIn(segments: readonly Segment[]): Pnr[] {
  const pnrs: Pnr[] = []
  let reader: PnrReader | undefined
  for (const segment of segments) {
    if (segment.tag === 'SRC') {
      reader = new PnrReader(segment)
      pnrs.push(reader.pnr)
    } else if (ENDS.has(segment.tag)) reader = undefined
    else reader?.read(segment)
  }
  return pnrs
}

const ENDS = new Set(['UNT', 'UNE', 'UNZ', 'UNH'])

/** Who travels comes before where, and who checked in after it; bags and the history (from ABI on) are not read. */
class PnrReader {
  readonly pnr: Pnr
  #isHistory = false

  constructor({ number }: Segment) {
    this.pnr = { pnr: '', number, travellers: [], itinerary: [], isCheckIn: false }
  }

  read(segment: Segment): void {
    if (segment.tag === 'ABI') this.#isHistory = true
    if (!this.#isHistory) READERS[segment.tag]?.(segment, this.pnr)
  }
}

const READERS: Readonly<Record<string, (segment: Segment, pnr: Pnr) => void>> = {
  RCI: (segment, pnr) => {
    if (pnr.pnr === '') pnr.pnr = part(segment, 0, 1)
  },
  DAT: (segment, pnr) => {
    const at = segment.elements.findIndex(([code]) => code === '700')
    // `DAT+2:040518:1555`: who follows has checked in; without a time they have a seat and no more.
    const checkIn = segment.elements.find(([code]) => code === '2')
    if (checkIn) pnr.isCheckIn = pnr.itinerary.length > 0 && (checkIn[1] ?? '') !== ''
    if (at >= 0 && pnr.itinerary.length === 0)
      pnr.changed ??= { date: part(segment, at, 1), time: part(segment, at, 2) }
  },
  TIF: (segment, pnr) => {
    const ref = part(segment, 1, 2)
    if (pnr.itinerary.length === 0) pnr.travellers.push({ ref, cards: [] })
    else if (pnr.isCheckIn) pnr.itinerary.at(-1)!.checkedIn.push(ref)
  },
  SSR: (segment, pnr) => {
    const ref = part(segment, 1, 2)
    const named = pnr.travellers.find((each) => ref !== '' && each.ref === ref)
    const traveller = named ?? (pnr.itinerary.length === 0 ? pnr.travellers.at(-1) : undefined)
    if (traveller && part(segment, 0) === 'FQTV')
      traveller.cards.push(...cardsOf(part(segment, 0, 3), part(segment, 0, 8)))
  },
  FTI: (segment, pnr) => {
    if (pnr.itinerary.length > 0) return
    const cards = segment.elements.map(([carrier = '', card = '']) => ({ carrier, card }))
    pnr.travellers.at(-1)?.cards.push(...cards.filter(({ card }) => card !== ''))
  },
  MON: (segment, pnr) => {
    const at = segment.elements.findIndex(([code]) => code === 'T')
    const traveller = pnr.itinerary.length === 0 ? pnr.travellers.at(-1) : undefined
    if (traveller && at >= 0) traveller.fare = { amount: part(segment, at, 1), currency: part(segment, at, 2) }
  },
  TVL: (segment, pnr) => {
    const isFlight = part(segment, 1) !== ''
    if (isFlight) pnr.isCheckIn = false
    const [sold, operates] = [part(segment, 3), part(segment, 3, 1)]
    if (isFlight)
      pnr.itinerary.push({
        tvl: segment,
        operating: operates && operates !== sold ? { carrier: operates } : {},
        status: '',
        checkedIn: [],
      })
    // `TVL+++++624:M`: by which number the other airline has it.
    else Object.assign(pnr.itinerary.at(-1)?.operating ?? {}, { number: part(segment, 4) })
  },
  TRA: (segment, pnr) => {
    const operating = pnr.itinerary.at(-1)?.operating
    if (operating && part(segment, 0) !== '')
      Object.assign(operating, { carrier: part(segment, 0), number: part(segment, 1) })
  },
  RPI: (segment, pnr) => {
    const travel = pnr.itinerary.at(-1)
    if (travel && travel.status === '') travel.status = part(segment, 1)
  },
}

/** A card in the text of an SSR, with the airline's code before it or without. */
function cardsOf(carrier: string, text: string): { carrier: string; card: string }[] {
  const written = text.replace(/^\//, '').split(/[\s/-]/, 1)[0] ?? ''
  const bare = written.startsWith(carrier) ? written.slice(carrier.length) : written
  return [...new Set([bare, written])].filter((card) => card !== '').map((card) => ({ carrier, card }))
}
