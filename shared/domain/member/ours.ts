import type { Member } from './member.ts'

/**
 * Whether a card is one of the airline's own programme: it matches the pattern, or its programme has reported it. Without a
 * `form` any card may be.
 */
export function isOurs({ memberId, layers }: Pick<Member, 'memberId' | 'layers'>, form: string | undefined): boolean {
  return form === undefined || isEnrolled({ layers }) || new RegExp(form, 'u').test(memberId)
}

/** Whether the programme has reported the card. Other reports make nobody a member. */
export function isEnrolled({ layers }: Pick<Member, 'layers'>): boolean {
  return layers.length > 0
}
