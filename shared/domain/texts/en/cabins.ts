import type { Cabin } from '../../../contract/index.ts'

/** As people on board call them. */
export const cabins = {
  F: 'First Class',
  C: 'Business Class',
  W: 'Premium Economy',
  Y: 'Economy Class',
} satisfies Record<Cabin, string>
