import * as z from 'zod'

/**
 * Why something was decided, as events carry it: a code, and plain values. Which codes there are is the domain's to say
 * (`domain/reason.ts`); here only the shape is held, so that a queue may bring a code of a later version.
 */
export type NotedReason = { is: string } & { [value: string]: string | number | readonly RestsOn[] | undefined }

/** What a reason rests on: codes of their own. */
type RestsOn = { is: string } & { [value: string]: string | number | undefined }

const TEXT_AT_MOST = 500

export const notedReason = z.custom<NotedReason>(isNotedReason)

/** A reason may rest on others: so many at most, one level deep. */
const OTHERS_AT_MOST = 20

/** Whether something is a reason as our own functions write it: a code, and plain values of a bounded size. */
export function isNotedReason(value: unknown): value is NotedReason {
  return isCode(
    value,
    (each) => Array.isArray(each) && each.length <= OTHERS_AT_MOST && each.every((one) => isCode(one)),
  )
}

function isCode(value: unknown, isMore: (each: unknown) => boolean = () => false): boolean {
  if (typeof value !== 'object' || value === null || !('is' in value) || typeof value.is !== 'string') return false
  return Object.values(value).every(
    (each) => typeof each === 'number' || (typeof each === 'string' && each.length <= TEXT_AT_MOST) || isMore(each),
  )
}
