import { complaintFields } from '../../fields/complaint.ts'
import { itemTest } from '../../fields/field.ts'
import { addDated, type Measure } from '../../measures/measure.ts'
import type { Bound } from '../types.ts'

/** Complaints by filing date. A complaint whose filing has not arrived counts only once it has. */
export function filedWhere(bound: Bound, open: boolean): Measure {
  const test = itemTest(bound.filters, complaintFields)
  return {
    kind: 'sum',
    window: bound.window,
    collect: ({ member }, from, into) => {
      for (const complaint of member.complaints) {
        const { filed, resolved } = complaint
        if (!filed || filed.at < from || (open && resolved)) continue
        if (!test || test(complaint)) addDated(into, filed.at, 1)
      }
    },
  }
}
