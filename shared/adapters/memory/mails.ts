import type { MailList, MailWord } from '../../domain/sending/mail-words.ts'
import type { Mails } from '../../ports/index.ts'

/** What came of mails, in memory: each list by its instants. */
export function createMemoryMails(): Mails {
  const lists = new Map<MailList, MailWord[]>()
  const of = (list: MailList) => lists.get(list) ?? []

  return {
    async note(words) {
      for (const word of words) {
        const others = of(word.list).filter((each) => each.at !== word.at || each.actionId !== word.actionId)
        lists.set(word.list, [...others, word].sort(newestFirst))
      }
    },
    async page({ list, cursor, limit }) {
      const from = Number(cursor ?? 0)
      const words = of(list).slice(from, from + limit)
      return { words, cursor: from + limit < of(list).length ? String(from + limit) : undefined }
    },
    async read({ list, at, actionId }) {
      return of(list).find((word) => word.at === at && word.actionId === actionId)
    },
    async forget(memberId, marks) {
      for (const { list, at } of marks)
        lists.set(
          list,
          of(list).filter((word) => word.memberId !== memberId || word.at !== at),
        )
    },
  }
}

function newestFirst(a: MailWord, b: MailWord): number {
  return b.at - a.at || (a.actionId < b.actionId ? -1 : 1)
}
