import type { MailNote } from '../../../member/member.ts'
import { type Fields, type Filters, itemTest } from '../../fields/field.ts'
import type { Measure } from '../../measures/measure.ts'

/** The time since the last of these was claimed. */
export function sinceLast(isOne: (note: MailNote) => boolean, filters: Filters, fields: Fields<MailNote>): Measure {
  const test = itemTest(filters, fields)
  return {
    kind: 'elapsed',
    since: ({ member }) => {
      let last: number | undefined
      for (const note of member.mails) {
        if (isOne(note) && (!test || test(note)) && (last === undefined || note.claimedAt > last)) last = note.claimedAt
      }
      return last
    },
  }
}
