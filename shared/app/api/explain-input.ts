import type { Member } from '../../domain/member/member.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Language } from '../../domain/texts/language.ts'
import type { Reaction } from './reactions.ts'

/** What an explanation is made of. */
export interface ExplainInput {
  member: Member
  reactions: readonly Reaction[]
  /** The live one; undefined where nothing was published. */
  rulebook: Rulebook | undefined
  now: number
  /** A published version, where it is at hand. */
  rulebookOf?(version: string): Rulebook | undefined
  /** Only this campaign. */
  campaign?: string | undefined
  language?: Language
}
