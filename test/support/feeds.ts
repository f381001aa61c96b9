import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type KnownThings, knownSchema } from '../../shared/app/connect/examples/known.ts'
import type { Expected } from '../../shared/app/connect/examples/play.ts'

/** Real messages with what they mean, where they lie beside the checkout. */
const FEEDS = '../shared/data/feeds'

interface Context {
  schedule: Record<string, [string, string]>
  booked: Record<string, [memberId: string, pnr: string, cabin: string][]>
  byMail: Record<string, string>
}

export interface Feed {
  file: string
  bytes: Buffer
  expected: (Expected & { Needs?: string[] })[]
}

/** The messages of a kind with what is expected of them; none where they are not there. */
export function feedsOf(kind: string): Feed[] {
  if (!existsSync(FEEDS)) return []
  return readdirSync(`${FEEDS}/${kind}`).flatMap((file) => {
    const answer = `${FEEDS}/expected/${kind}__${file}.json`
    if (!existsSync(answer)) return []
    return [
      { file, bytes: readFileSync(`${FEEDS}/${kind}/${file}`), expected: JSON.parse(readFileSync(answer, 'utf8')) },
    ]
  })
}

/** What the expectations were worked out with: a made-up schedule, who is booked, whose address it is. */
export function feedsContext(): KnownThings {
  const context = JSON.parse(readFileSync(`${FEEDS}/expected/_context.json`, 'utf8')) as Context
  const legs = Object.entries(context.schedule).map(([leg, [departs, arrives]]) => {
    const booked = (context.booked[leg] ?? []).map(([memberId, pnr, cabin]) => ({ memberId, pnr, cabin }))
    return [leg, { departs, arrives, booked }]
  })
  return knownSchema.parse({ legs: Object.fromEntries(legs), cards: context.byMail })
}
