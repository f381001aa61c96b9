import type { ComplaintCategory } from './categories.ts'
import { categoryByWords, severityByWords } from './keywords.ts'
import { languageOf } from './language.ts'
import { type ComplaintModel, categoryByModel } from './linear.ts'

/** What is read off a complaint's text. */
export interface Triage {
  category: ComplaintCategory
  /** 1 to 5. */
  severity: number
  /** As BCP 47 names it; `und`: there are no words. */
  language: string
  /** Of the category, 0 to 1: below `SURE_ENOUGH` a person decides. */
  confidence: number
}

/** By the airline's own model where it has one, else by lists of words. Nothing leaves the process. */
export function triage(text: string, model?: ComplaintModel): Triage {
  const { category, confidence } = model ? categoryByModel(model, text) : categoryByWords(text)
  return { category, severity: severityByWords(text), language: languageOf(text), confidence }
}
