import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { faults } from '../faults/index.ts'
import { authorOf } from './author.ts'
import { asItHappens } from './generators/as-it-happens.ts'
import { travels, withBriefings } from './generators/briefings.ts'
import { givenAnother, unreadable } from './generators/cancelled.ts'
import { cards } from './generators/cards.ts'
import { consent } from './generators/consent.ts'
import { corrections } from './generators/corrections.ts'
import { dealings, regrets } from './generators/dealings.ts'
import { flights } from './generators/flights.ts'
import { ids } from './generators/ids.ts'
import { livesEnd } from './generators/lives-end.ts'
import { agreements, overChannels } from './generators/messages.ts'
import { names } from './generators/names.ts'
import { operators } from './generators/operators.ts'
import { people } from './generators/people.ts'
import { poison } from './generators/poison.ts'
import { reading, reports } from './generators/reports.ts'
import { edited, rulebook } from './generators/rulebook.ts'
import { fliesAndObjects, withScores } from './generators/scores.ts'
import { stops } from './generators/stops.ts'
import { lateLists, withoutCards } from './generators/without-cards.ts'
import type { Documents, FaultPlan, Story } from './story.ts'

/** In this order: later ones look at what is there already. */
const generators = {
  people,
  flights,
  dealings,
  consent,
  livesEnd,
  poison,
  operators,
  names,
  ids,
  stops,
  corrections,
  cards,
  asItHappens,
  lateLists,
  givenAnother,
  unreadable,
  withoutCards,
}

/** Longer than any wait, any journey and any number of tries takes. */
const CALM_DAYS = 45

/** So many stories have channels of the airline's own. */
const OVER_OWN_CHANNELS = 0.35

/** These stories are played on the adapters for AWS, which takes longer. */
const AWS_EVERY = 8

/** In these stories another system reports a flight: some in memory, and some on the adapters for AWS. */
function hasReports(seed: number): boolean {
  return seed % 4 === 2 || seed % 24 === 0
}

/** In these stories crews are briefed, and slow bags get a tag. */
function hasBriefings(seed: number): boolean {
  return seed % 13 === 12
}

/** In these stories rules ask for scores, and the models are fitted by the month. */
function hasScores(seed: number): boolean {
  return seed % 17 === 14 && !hasReports(seed)
}

/** The story of a seed. */
export function writeStory(seed: number): Story {
  const chance = chanceOf(seed)
  const begins = Date.UTC(2026, chance.between(0, 11), chance.between(1, 28), chance.between(0, 23))
  const days = chance.between(3, 12)
  const members = Array.from({ length: chance.between(1, 4) }, (_, i) => `M${i + 1}`)
  const first = rulebook(chance.of('rulebook'))
  const isEdited = chance.is(0.4)
  // Where a mapping is mended nothing else of the rules changes.
  const published = isEdited && !hasReports(seed) ? [first, edited(first, chance.of('edit'))] : [first]
  const messages = chance.of('messages')
  const ownChannels = messages.is(OVER_OWN_CHANNELS)
  const spoken = ownChannels ? published.map((each) => overChannels(each, messages.of('rulebook'))) : published
  const read = hasReports(seed) ? thatRead(spoken) : spoken
  const briefed = hasBriefings(seed) ? withBriefings(read, chance.of('briefings')) : read
  const rulebooks = hasScores(seed) ? withScores(briefed, chance.of('scores')) : briefed
  const campaigns = Object.keys(first).flatMap((file) => /^campaigns\/(.+)\.yaml$/.exec(file)?.[1] ?? [])
  const author = authorOf({ members, campaigns, rulebooks: published.length }, { begins, days }, chance.of('author'))
  for (const [name, generate] of Object.entries(generators)) generate(author, chance.of(name))
  if (hasBriefings(seed)) travels(author, chance.of('travels'))
  if (ownChannels) agreements(author, messages.of('agreements'))
  if (published.length > 1) regrets(author, chance.of('regrets'))
  if (hasScores(seed)) {
    fliesAndObjects(author, chance.of('flies'))
    const at = Math.max(...author.moments().map((moment) => moment.at)) + HOUR
    author.happens(at, { is: 'publish', rulebook: rulebooks.length - 1 })
  }
  if (hasReports(seed)) {
    reports(author, chance.of('reports'))
    // The mapping is mended last, and what it could not read is read then.
    const at = Math.max(...author.moments().map((moment) => moment.at)) + HOUR
    author.happens(at, { is: 'publish', rulebook: rulebooks.length - 1 })
    author.happens(at + HOUR, { is: 'replay' })
  }
  const moments = author.moments()
  const calmAt = Math.max(...moments.map(({ at }) => at)) + DAY
  return {
    seed,
    on: seed % AWS_EVERY === 0 ? 'aws' : 'memory',
    begins,
    calmAt,
    endsAt: calmAt + CALM_DAYS * DAY,
    rulebooks,
    moments,
    faults: plan(chance.of('faults')),
  }
}

/** The rulebook with a mapping that lacks a code, and again with one that has it. */
function thatRead(rulebooks: readonly Documents[]): Documents[] {
  const lacking = rulebooks.map((each) => reading(each, { mended: false }))
  return [...lacking, reading(rulebooks[0]!, { mended: true })]
}

/** Some seeds see few faults, some many, some one kind above all others, some none. */
function plan(chance: Chance): FaultPlan {
  const rate = chance.pick([0, 0.01, 0.03, 0.03, 0.06, 0.06, 0.12])
  const weights = Object.fromEntries(Object.keys(faults).map((kind) => [kind, chance.pick([0, 0.3, 1, 1, 5])]))
  return { rate, weights, spared: [] }
}
