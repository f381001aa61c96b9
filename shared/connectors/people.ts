import type { Fault } from '../contract/index.ts'
import { readMailAddress } from '../standards/mail-address.ts'
import { type Known, nothing, refused, type Translation } from './connector.ts'

/** Whose address wrote, if it is the address of one member alone; else what comes of the message instead. */
export function memberWith(address: string, place: string, known: Known): { memberId: string } | Translation {
  const read = readMailAddress(address)
  if (!read.ok) return refused(unknown(place, 'there is neither a card nor an address'))
  const need = { need: 'card', email: read.name } as const
  const found = known.answerTo(need)
  if (found === undefined) return { ...nothing(), needs: [need] }
  if (typeof found === 'object') return found
  return refused(unknown(place, found === 'several' ? 'several members have the address' : 'no member has the address'))
}

function unknown(path: string, message: string): Fault {
  return { code: 'unknown-person', path, message, hint: 'have the card sent with it' }
}
