import { entitlement } from '../../shared/domain/law/entitlement.ts'
import type { Entitlement } from '../../shared/domain/law/incident.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { type FieldProblem, fileNameOf, readCases } from './read.ts'

/**
 * What is owed, in the words of the file, with amounts in major units. Fields that do not apply to the rule are left out.
 * `within`, `care` and `reason` are in the reader's language.
 */
export interface CaseAnswer {
  id: string
  /** Null if money is owed, but the case does not say how much. */
  amount: number | null
  currency: string
  in_scope: boolean
  or_in_kind?: number
  refund?: Entitlement['refund']
  within?: string
  refund_right?: boolean
  care_due?: boolean
  care?: string
  water_and_food?: boolean
  disembark?: boolean
  within_rule?: boolean
  cash_compensation?: number
  reason: string
  source: string
}

export interface UnansweredCase {
  id: string
  problems: FieldProblem[]
}

/** Each case of a file with its answer or its problems, in the order of the file. Undefined if it has no cases. */
export function answerCases(
  file: unknown,
  day: string,
  language?: Language,
): (CaseAnswer | UnansweredCase)[] | undefined {
  return readCases(file, day, language)?.map((read) => {
    if ('problems' in read) return read
    const { id, incident } = read
    const outcome = entitlement(incident)
    if ('entitlement' in outcome) return answerOf(id, outcome.entitlement, language)
    const { field, finding } = outcome.problem
    const message = textsIn(language).found([finding])
    return { id, problems: [{ field: fileNameOf(incident, field), message }] }
  })
}

function answerOf(id: string, owed: Entitlement, language: Language | undefined): CaseAnswer {
  const { entitlement: words, found } = textsIn(language)
  return {
    id,
    amount: majorOf(owed.amountMinor),
    currency: owed.currency,
    in_scope: owed.inScope,
    ...(owed.orInKindMinor !== undefined && { or_in_kind: majorOf(owed.orInKindMinor) }),
    ...(owed.refund !== undefined && { refund: owed.refund }),
    ...(owed.within !== undefined && { within: words.within(owed.within.days, owed.within.of) }),
    ...(owed.refundRight !== undefined && { refund_right: owed.refundRight }),
    ...(owed.careDue !== undefined && { care_due: owed.careDue }),
    ...(owed.care !== undefined && { care: words.careBy[owed.care] }),
    ...(owed.waterAndFood !== undefined && { water_and_food: owed.waterAndFood }),
    ...(owed.disembark !== undefined && { disembark: owed.disembark }),
    ...(owed.withinRule !== undefined && { within_rule: owed.withinRule }),
    ...(owed.cashCompensationMinor !== undefined && { cash_compensation: majorOf(owed.cashCompensationMinor) }),
    reason: found(owed.findings),
    source: owed.source,
  }
}

function majorOf<T extends number | null>(minor: T): T {
  return (minor === null ? null : minor / 100) as T
}
