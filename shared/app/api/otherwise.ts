import type { FactUse } from '../../domain/audience/condition.ts'
import type { Shape } from '../../domain/audience/shape.ts'
import { type Change, smallestChanges } from '../../domain/audience/smallest-changes.ts'
import type { GateName, Reason } from '../../domain/reason.ts'
import type { GateAnswer, Receipt } from '../../domain/receipt.ts'
import type { Campaign } from '../../domain/rulebook/rulebook.ts'
import { changeText } from '../../domain/texts/facts.ts'
import { textsIn } from '../../domain/texts/index.ts'
import type { Language } from '../../domain/texts/language.ts'
import { otherwise } from '../../domain/texts/say.ts'

/** What would have had to be different for another answer. */
export interface Otherwise {
  /** `all`: all of it together. `any`: each by itself. */
  needed: 'all' | 'any'
  parts: OtherwisePart[]
}

/** One thing, in each way in which it could have been. */
export interface OtherwisePart {
  gate?: GateName
  ways: { text: string; changes?: Change[] }[]
}

export interface OtherwiseContext {
  /** At the version that decided; undefined: not known any more. */
  campaign: Campaign | undefined
  language: Language
  /** An instant as people there read it. */
  localTime(instant: number): string
}

/**
 * What would have turned a decision, from what was kept of it: where it was stopped, everything that stopped it or would
 * have next; where it passed, what each gate by itself would have stopped. The answer is of the moment of the decision.
 */
export function otherwiseOf(receipt: Receipt, context: OtherwiseContext): Otherwise | undefined {
  const { gates = [], further = [], facts, outcome, reason } = receipt
  const stops = [...gates.filter(({ answer }) => answer !== 'go'), ...further]
  const of = (answers: readonly GateAnswer[]) => answers.map((answer) => gatePart(answer, facts, context))
  if (stops.length > 0) return gathered('all', of(stops))
  if (gates.length > 0) return gathered('any', of(gates))
  const shape = outcome === 'exited' ? context.campaign?.exitWhen?.shape : context.campaign?.audience.shape
  if (shape && facts && (outcome === 'entered' || reason.is === 'exit.when')) {
    return gathered('any', [
      { gate: outcome === 'entered' ? 'eligible' : 'exit', ways: factWays(shape, facts, false, context) },
    ])
  }
  return gathered('all', [reasonPart(reason, {}, context)])
}

export function gathered(needed: Otherwise['needed'], parts: readonly OtherwisePart[]): Otherwise | undefined {
  const said = (part: OtherwisePart) => part.ways.map(({ text }) => text).join()
  const some = [...new Map(parts.filter(({ ways }) => ways.length > 0).map((part) => [said(part), part])).values()]
  return some.length > 0 ? { needed, parts: some } : undefined
}

function gatePart(answer: GateAnswer, facts: FactUse[] | undefined, context: OtherwiseContext): OtherwisePart {
  const { gate, reason, until } = answer
  if (gate === 'eligible' && facts && context.campaign) {
    const ways = factWays(context.campaign.audience.shape, facts, answer.answer !== 'go', context)
    if (ways.length > 0) return { gate, ways }
  }
  return { gate, ...reasonPart(reason, { until }, context) }
}

export function reasonPart(
  reason: Reason,
  { until }: { until?: number | undefined },
  { language, localTime }: OtherwiseContext,
): OtherwisePart {
  const frees = 'frees' in reason ? reason.frees : until
  const text = otherwise(reason, { ...(frees !== undefined && { from: localTime(frees) }) }, language)
  return { ways: text === undefined ? [] : [{ text }] }
}

/** Of a score that nobody can work out for this member a change alone would say too little. */
function whyUnknown({ fact }: Change, facts: readonly FactUse[]) {
  return facts.find((use) => use.fact === fact && use.score?.unknown !== undefined)?.score?.unknown
}

/** The smallest changes of facts, each way in words. */
export function factWays(
  shape: Shape,
  facts: readonly FactUse[],
  wanted: boolean,
  { language }: Pick<OtherwiseContext, 'language'>,
): OtherwisePart['ways'] {
  const { and } = textsIn(language).facts
  const ways = (smallestChanges(shape, facts, wanted) ?? []).map((changes) => ({
    text: changes.map((change) => changeText(change, language, whyUnknown(change, facts))).join(and),
    changes,
  }))
  // One fact may be all that is missing in several branches of `any`.
  return [...new Map(ways.map((way) => [way.text, way])).values()]
}
