import { tickets as en } from './en/tickets.ts'
import type { Language } from './language.ts'
import { tickets as zhCN } from './zh-CN/tickets.ts'

const catalogue: Record<Language, typeof en> = { en, 'zh-CN': zhCN }

export type TicketTexts = typeof en

/** Apart from `textsIn`: the function that writes notes carries nothing else of the catalogue. */
export function ticketTextsIn(language: Language): TicketTexts {
  return catalogue[language]
}
