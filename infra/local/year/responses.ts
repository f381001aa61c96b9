import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import type { OutgoingMail } from '../../../shared/ports/index.ts'
import { fraction, hash32 } from '../../../shared/standards/hash.ts'
import { booking, type Told, told } from './people.ts'

/** How many book because of the letter, who would not have: what the results are to find. */
const BOOK_BECAUSE_OF: Record<string, number> = {
  'we-miss-you': 0.07,
  'miles-after-a-flight': 0.07,
  birthday: 0,
  'first-class': 0.05,
}

/** What receivers do with a mail: shares of them. */
const [OPEN, CLICK, UNSUBSCRIBE] = [0.35, 0.06, 0.003]

/** What follows from a mail: what SES reports of it, a booking of those whom it moves, and of some that they want no more. */
export function responsesTo({ tags }: OutgoingMail, at: number): { airline: Told[]; ses: Told[] } {
  const { action = '', campaign = '', member: memberId = '' } = tags
  const dice = (what: string) => fraction(`${action} ${what}`)
  const report = (type: string, after: number) => told(type, memberId, at + after, { actionId: action })
  const opens = dice('opens') < OPEN
  const books = dice('books') < (BOOK_BECAUSE_OF[campaign] ?? 0)
  const leaves = dice('leaves') < UNSUBSCRIBE
  return {
    ses: [
      report('email.delivered', 1000),
      ...(opens ? [report('email.opened', HOUR)] : []),
      ...(opens && dice('clicks') < CLICK / OPEN ? [report('email.clicked', 2 * HOUR)] : []),
    ],
    airline: [
      ...(books
        ? [booking(memberId, at + DAY + dice('when') * 20 * DAY, hash32(action).toString(36).slice(0, 5).toUpperCase())]
        : []),
      ...(leaves ? [told('consent.changed', memberId, at + HOUR, { channel: 'email', granted: false })] : []),
    ],
  }
}
