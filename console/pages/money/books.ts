import type { ConsoleTexts } from '../../../shared/domain/texts/console.ts'

const DEBTS = 'statutory:'

/** What a book is called: a budget by its id, what the law owes by its currency. */
export function bookName(book: string, { debtsIn }: ConsoleTexts['money']): string {
  return book.startsWith(DEBTS) ? debtsIn(book.slice(DEBTS.length)) : book
}
