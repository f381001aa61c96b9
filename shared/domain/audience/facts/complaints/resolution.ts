import type { Complaint } from '../../../member/member.ts'
import { isAfter } from '../../../member/order.ts'
import type { Subject } from '../../condition.ts'
import type { Scalar } from '../../matcher.ts'

/** A value of the latest resolution that has one. */
export function lastResolution(read: (resolved: NonNullable<Complaint['resolved']>) => Scalar | undefined) {
  return ({ member }: Subject) => {
    let last: NonNullable<Complaint['resolved']> | undefined
    for (const { resolved } of member.complaints) {
      if (resolved && read(resolved) !== undefined && (!last || isAfter(resolved, last))) last = resolved
    }
    return last && { at: last.at, value: read(last)! }
  }
}
