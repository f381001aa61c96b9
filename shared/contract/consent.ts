/** How somebody tells the airline's people what they agree to. */
export const WAYS_TO_TELL = ['phone', 'counter', 'letter', 'email', 'chat'] as const

export type WayToTell = (typeof WAYS_TO_TELL)[number]
