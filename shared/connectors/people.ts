import { readMailAddress } from '../standards/mail-address.ts'
import { type Known, nothing, refused, type Translation } from './connector.ts'
import { amiss } from './words.ts'

/** Whose address wrote, if it is the address of one member alone; else what comes of the message instead. */
export function memberWith(address: string, place: string, known: Known): { memberId: string } | Translation {
  const read = readMailAddress(address)
  if (!read.ok) return refused(amiss('unknown-person', place, 'noCardOrAddress'))
  const need = { need: 'card', email: read.name } as const
  const found = known.answerTo(need)
  if (found === undefined) return { ...nothing(), needs: [need] }
  if (typeof found === 'object') return found
  return refused(amiss('unknown-person', place, found === 'several' ? 'addressOfSeveral' : 'addressOfNobody'))
}
