import { castOf, type Stage } from './cast.ts'
import { disruptions, putOnAgain, regulars, silent } from './stories-of-flights.ts'
import {
  apologies,
  badAddresses,
  badEvents,
  birthdays,
  cardsThatEnd,
  identities,
  refusedByGates,
  wonBack,
} from './stories-of-members.ts'

/** In this order, since each has members of its own, who are numbered. Together they pass every campaign and every gate. */
const STORIES = [
  wonBack,
  apologies,
  refusedByGates,
  badAddresses,
  disruptions,
  regulars,
  silent,
  birthdays,
  identities,
  badEvents,
  putOnAgain,
  cardsThatEnd,
]

export function tellStories(stage: Stage): void {
  const cast = castOf(stage)
  for (const story of STORIES) story(cast)
}
