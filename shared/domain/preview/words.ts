import { isMapping } from '../cursor.ts'
import type { Member } from '../member/member.ts'
import { profileOf } from '../member/profile.ts'
import { type Bundle, kindOfDocument } from '../rulebook/content.ts'

/** The airline's own words, which nobody checks: what rules ask for by these names, members have, or nobody does. */
const WORDS = {
  tier: ({ tier }: ReturnType<typeof profileOf>) => [tier],
  gender: ({ gender }: ReturnType<typeof profileOf>) => [gender],
  companyId: ({ companyId }: ReturnType<typeof profileOf>) => [companyId],
  category: (_profile: unknown, { complaints }: Member) => complaints.map(({ filed }) => filed?.category),
  cause: (_profile: unknown, { disruptions }: Member) => disruptions.map(({ words }) => words.cause?.says),
} as const

type Word = keyof typeof WORDS

/** A word that a rule asks for, and in which document. */
export interface AskedWord {
  name: Word
  value: string
  in: string
}

/** The words that members have, by what they are asked for by; bounded. */
export type HadWords = Record<Word, string[]>

export interface UnknownWord extends AskedWord {
  /** Those that there are, some of them. */
  had: string[]
}

const HAD_AT_MOST = 500
const SHOWN = 12
const COMPARED = new Set(['is', 'in', 'isNot', 'notIn'])

/** Every word of the airline's own that an audience or a campaign asks for. */
export function wordsAsked({ documents }: Bundle): AskedWord[] {
  const asked = new Map<string, AskedWord>()
  for (const [file, document] of Object.entries(documents)) {
    const kind = kindOfDocument(file)
    if ((kind !== 'audience' && kind !== 'campaign') || !isMapping(document)) continue
    const owner = `${kind} ${document[kind]}`
    walk(document, (name, value) => asked.set(`${owner} ${name} ${value}`, { name, value, in: owner }))
  }
  return [...asked.values()]
}

function walk(value: unknown, found: (name: Word, value: string) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, found)
  if (!isMapping(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (Object.hasOwn(WORDS, key)) for (const each of comparedTo(inner)) found(key as Word, each)
    walk(inner, found)
  }
}

/** What stands at a word: one, a list of them, or comparisons. */
function comparedTo(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(comparedTo)
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([operator, operand]) => (COMPARED.has(operator) ? comparedTo(operand) : []))
}

export function noWords(): HadWords {
  return { tier: [], gender: [], companyId: [], category: [], cause: [] }
}

/** Adds the words that a member has. */
export function addWords(had: HadWords, members: Iterable<Member>): HadWords {
  const sets = Object.fromEntries(Object.entries(had).map(([name, some]) => [name, new Set(some)]))
  for (const member of members) {
    const profile = profileOf(member)
    for (const [name, wordsOf] of Object.entries(WORDS)) {
      const set = sets[name]!
      for (const word of wordsOf(profile, member)) if (word !== undefined && set.size < HAD_AT_MOST) set.add(word)
    }
  }
  return Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, [...set].sort()])) as HadWords
}

/** Words that rules ask for and nobody has. */
export function unknownWords(asked: readonly AskedWord[], had: HadWords): UnknownWord[] {
  return asked
    .filter(({ name, value }) => !had[name].includes(value))
    .map((each) => ({ ...each, had: had[each.name].slice(0, SHOWN) }))
}
