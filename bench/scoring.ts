import { fileURLToPath } from 'node:url'
import { readRulebookFolder } from '../cli/rulebook/read.ts'
import { templateBuilder } from '../shared/app/templates/build.ts'
import type { MemberEvent } from '../shared/contract/index.ts'
import { decodeMember } from '../shared/domain/member/codec.ts'
import type { Member } from '../shared/domain/member/member.ts'
import { react } from '../shared/domain/react.ts'
import { loadRulebook } from '../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../shared/domain/rulebook/rulebook.ts'
import { SHIPPED_LIFETIME } from '../shared/domain/scores/lifetime/model.ts'
import type { Lived } from './lived.ts'

export interface Scoring {
  /** The time of a reaction whose rulebook asks for scores, over that of the same one without. */
  ratio: number
  /** What scores add to a reaction, and what it takes without them. */
  addedMicros: number
  withoutMicros: number
  reactions: number
}

/** In place of the example's own audiences that ask for a score: nothing that is compared has any but these. */
const NONE = {
  'audiences/valued-at-risk.yaml': 'audience: valued-at-risk\nwho: { tier: [gold, platinum] }\n',
  'audiences/about-to-lose-their-card.yaml': 'audience: about-to-lose-their-card\nwho: { tier: [gold] }\n',
}

/** Of each score, with until when the answer stands. A flight that was flown touches all. */
const SCORES = {
  'audiences/bench-risk.yaml': 'audience: bench-risk\nwho: { churnRisk: { atLeast: 0.6 } }\n',
  'audiences/bench-tier.yaml': 'audience: bench-tier\nwho: { tierScore: { atLeast: 50 } }\n',
  'audiences/bench-lifetime.yaml': 'audience: bench-lifetime\nwho: { lifetimeValue: { atLeast: 5000 CNY } }\n',
  // As one airline might have learned it: none ships.
  'models/lifetime.json': JSON.stringify({
    ...SHIPPED_LIFETIME,
    visits: { r: 1.1, alpha: 58, a: 0.6, b: 3 },
    spend: { p: 4, q: 3, gamma: 500, currency: 'CNY' },
  }),
}

const MEMBERS_AT_MOST = 2_000
const ROUNDS = 100

/** One flight flown by each member, under the example rulebook with and without scores, in turns; the best round of each. */
export async function measureScoring({ members: stored, now }: Lived): Promise<Scoring> {
  const rulebooks = [await rulebookWith(NONE), await rulebookWith({ ...NONE, ...SCORES })]
  const members = stored
    .map(decodeMember)
    .filter((member) => member.flights.length > 0 && member.erasedAt === undefined && !member.mergedInto)
    .slice(0, MEMBERS_AT_MOST)
  // Members have met both rulebooks: what is measured is no first look.
  const settled = rulebooks.map((rulebook) => members.map((member) => flown(member, rulebook, now)))
  const best = rulebooks.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < rulebooks.length; turn++) {
      const i = (round + turn) % rulebooks.length
      const before = process.cpuUsage()
      for (const member of settled[i]!) flown(member, rulebooks[i]!, now + 1)
      // Processor time: that of other processes does not count.
      const { user, system } = process.cpuUsage(before)
      best[i] = Math.min(best[i]!, user + system)
    }
  }
  const [without, withScores] = best.map((micros) => micros / members.length) as [number, number]
  return {
    ratio: withScores / without,
    addedMicros: withScores - without,
    withoutMicros: without,
    reactions: members.length,
  }
}

function flown(member: Member, rulebook: Rulebook, now: number): Member {
  const event: MemberEvent = {
    ...{ type: 'flight.completed', id: `bench-${now}`, occurredAt: now, memberId: member.memberId },
    ...{ carrier: 'CA', flightNumber: String(1000 + (now % 1000)), from: 'PEK', to: 'SHA', scheduledDeparture: now },
    ...{ cabin: 'Y', distanceKm: 1075 },
  }
  const world = { version: 1, paused: new Set<string>(), budgetLeft: {} }
  return react(member, event, { rulebook, rulebookOf: () => rulebook, world, now }).member
}

async function rulebookWith(more: Record<string, string>): Promise<Rulebook> {
  const { files: example } = await readRulebookFolder(fileURLToPath(new URL('../campaigns', import.meta.url)))
  const files = { ...example, ...more }
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(`the bench's rulebook is not valid: ${JSON.stringify(loaded.problems)}`)
  return loaded.rulebook
}
