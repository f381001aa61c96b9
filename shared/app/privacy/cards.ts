import { PASSENGERS_AT_MOST } from '../../contract/airline.ts'
import { memberId } from '../../contract/fields.ts'

/**
 * Whom a set-aside message is about: the cards that it names anywhere, and what is left of it without some of them. It
 * is invalid, so nothing is assumed about its form.
 */

/** Names that systems give to the field of a card, in small letters and without separators. */
const FIELDS = new Set([
  'memberid',
  'memberno',
  'membernumber',
  'card',
  'cardid',
  'cardno',
  'cardnumber',
  'ffn',
  'ffpnumber',
  'frequentflyernumber',
  'loyaltyid',
  'loyaltynumber',
  'into',
  'absorbedid',
])

/** Lists of cards, or of what names one. */
const LISTS = new Set(['passengers', 'members', 'memberids', 'cards'])

/** At most so many cards are looked up by: in a longer list nobody is found by their card. */
export const CARDS_AT_MOST = PASSENGERS_AT_MOST

/** A field and its value in a text that is no JSON, or holds JSON as text: `\"memberId\": \"CA1\"`. */
const IN_TEXT = /"([A-Za-z_ -]{2,30})\\{0,4}"\s{0,8}:\s{0,8}\\{0,4}"?([^"\\,}\]]{1,100})/g

/** The cards that a value names, written as the contract writes them. */
export function cardsIn(value: unknown): Set<string> {
  const found = new Set<string>()
  visit(value, found)
  return found
}

function visit(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const card of cardsInText(value)) found.add(card)
  if (value === null || typeof value !== 'object') return
  for (const [field, each] of Object.entries(value)) {
    for (const card of [cardOf(field, each), ...cardsListed(field, each)]) if (card !== undefined) found.add(card)
    visit(each, found)
  }
}

function cardsInText(text: string): string[] {
  return [...text.matchAll(IN_TEXT)].flatMap(([, field, said]) => cardOf(field!, said) ?? [])
}

function cardOf(field: string, said: unknown): string | undefined {
  return FIELDS.has(plain(field)) ? cardSaid(said) : undefined
}

/** Cards that stand in a list by themselves. */
function cardsListed(field: string, said: unknown): (string | undefined)[] {
  return Array.isArray(said) && LISTS.has(plain(field)) ? said.map(cardSaid) : []
}

function cardSaid(said: unknown): string | undefined {
  return typeof said === 'string' || typeof said === 'number' ? memberId.safeParse(String(said)).data : undefined
}

function plain(field: string): string {
  return field.toLowerCase().replace(/[^a-z]/g, '')
}

/**
 * A value without what is about these cards: list elements that name one are taken out; if one is named outside a list,
 * everything is. Undefined: nothing is left.
 */
export function withoutCards(value: unknown, gone: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return cardsInText(value).some((card) => gone.has(card)) ? undefined : value
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((each) => withoutCards(each, gone)).filter((each) => each !== undefined)
  const left: Record<string, unknown> = {}
  for (const [field, each] of Object.entries(value)) {
    if (gone.has(cardOf(field, each) ?? '')) return undefined
    const listed = cardsListed(field, each)
    const kept = listed.length === 0 ? each : (each as unknown[]).filter((_, at) => !gone.has(listed[at] ?? ''))
    const rest = withoutCards(kept, gone)
    if (rest === undefined) return undefined
    Object.defineProperty(left, field, { value: rest, enumerable: true, writable: true, configurable: true })
  }
  return left
}
