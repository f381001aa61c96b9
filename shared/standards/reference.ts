import { type Named, tidy } from './named.ts'

/** A booking reference (PNR). What faults say of references and cards does not repeat them: they lead to a person. */
export function readPnr(text: string): Named {
  const pnr = tidy(text)
  return /^[A-Z0-9]{1,12}$/.test(pnr)
    ? { ok: true, name: pnr }
    : { ok: false, message: 'must be a booking reference such as K3YWCU: 1 to 12 letters or digits' }
}

/** A card's number: a slug, because it travels in queues, keys and mail tags. Blanks are how it is printed on the card. */
export function readCard(text: string): Named {
  const card = tidy(text).replace(/\s/g, '')
  return /^[A-Z0-9_-]{1,64}$/.test(card)
    ? { ok: true, name: card }
    : { ok: false, message: 'must be 1 to 64 letters, digits, _ or -' }
}
