import { BY_HAND } from '../../ledger/grant.ts'

const BASES: Readonly<Record<string, string>> = { goodwill: '关怀补偿', statutory: '法定补偿' }

/** A grant's key: its cause, which a person may have named, and the basis. */
export function causeText(key: string): string {
  const at = key.lastIndexOf('+')
  const [name, basis] = at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
  const cause = name.startsWith(`${BY_HAND}:`) ? name.slice(BY_HAND.length + 1) : name
  return BASES[basis] === undefined ? cause : `${cause}（${BASES[basis]}）`
}
