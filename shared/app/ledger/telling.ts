import * as z from 'zod'

/** A message that asks to tell of a grant as it stands: approved, refused, reversed, or made by hand. */
export const telling = z.object({ memberId: z.string().min(1).max(128), grantId: z.string() })

export function tellingOf(memberId: string, grantId: string): string {
  return JSON.stringify({ memberId, grantId } satisfies z.input<typeof telling>)
}
