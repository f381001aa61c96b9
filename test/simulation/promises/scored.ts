import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import type { Member } from '../../../shared/domain/member/member.ts'
import type { Played } from '../machine/play.ts'
import { AT_RISK, LIKELY_GONE } from '../story/generators/scores.ts'
import type { Documents } from '../story/story.ts'
import type { Check } from './promise.ts'
import type { Told } from './told.ts'

/** What the last rulebook of the story asks of a member, by the day. */
interface Asked {
  audience: string
  holds(flights: readonly number[], day: number): boolean
}

/**
 * Who objected to scores is in no audience that asks for one, and no model is learnt from them. All others are in those audiences by
 * the models of the rulebook that was published last, and came in on the day on which the score passed the threshold.
 */
export const scored: Check = (played, told) => {
  const documents = played.story.rulebooks.at(-1)!
  if (!documents['models/lifetime.json'] || lastPublished(played) === undefined) return []
  const people = [...played.members.values()].filter(({ mergedInto, erasedAt }) => !mergedInto && !erasedAt)
  const asked = askedBy(documents)
  return [
    ...people.flatMap((member) => asked.flatMap((each) => astray(played, told, member, each))),
    ...fitted(played, told, people),
  ]
}

/** When the last rulebook of the story went live for good; undefined: it did not. */
function lastPublished({ witness, story }: Played): number | undefined {
  const last = [...witness.rulebooks.keys()][story.rulebooks.length - 1]
  return witness.worlds.at(-1)?.rulebook === last
    ? witness.worlds.find(({ rulebook }) => rulebook === last)?.at
    : undefined
}

/** Days since 1970-01-01 where the airline is, which knows no summer time. */
const dayOf = (instant: number) => Math.floor((instant + 8 * HOUR) / DAY)
const startOf = (day: number) => day * DAY - 8 * HOUR

function askedBy(documents: Documents): Asked[] {
  const { alpha, r, a, b } = Object(documents['models/lifetime.json']!.visits) as Record<string, number>
  const { recency } = Object(documents['models/churn.json']!.features) as { recency: Record<string, number> }
  const threshold = (audience: string, fact: string) =>
    Object.values(Object(Object(documents[`audiences/${audience}.yaml`]!.who)[fact]))[0] as number
  const round = (value: number) => Math.round(value * 10_000) / 10_000
  return [
    {
      audience: LIKELY_GONE,
      holds: (flights, day) => {
        const x = flights.length - 1
        if (x < 1) return false
        const [first, last] = [Math.min(...flights), Math.max(...flights)]
        const [recent, age] = [(last - first) / DAY, Math.max(last - first, startOf(day) - first) / DAY]
        const alive = 1 / (1 + (a! / (b! + x - 1)) * ((alpha! + age) / (alpha! + recent)) ** (r! + x))
        return round(alive) <= threshold(LIKELY_GONE, 'alive')
      },
    },
    {
      audience: AT_RISK,
      holds: (flights, day) => {
        if (flights.length === 0) return false
        const silent = Math.max(0, startOf(day) - Math.max(...flights)) / DAY
        const odds = (recency.weight! * (Math.log1p(silent) - recency.usual!)) / recency.varies!
        return round(1 / (1 + Math.exp(-odds))) >= threshold(AT_RISK, 'churnRisk')
      },
    },
  ]
}

function astray({ story }: Played, told: Told, member: Member, { audience, holds }: Asked): string[] {
  const since = member.audiences[audience]
  if (hasObjected(told, member)) {
    return since === undefined ? [] : [`${member.memberId} objected to scores, and is in ${audience}`]
  }
  const flights = member.flights.map(({ at }) => at)
  const today = dayOf(story.endsAt)
  const shouldBe = holds(flights, today)
  // When within its day a member is looked at is drawn.
  if (shouldBe !== holds(flights, today - 1)) return []
  if (shouldBe !== (since !== undefined)) {
    return [`${member.memberId} is ${since === undefined ? 'not ' : ''}in ${audience}, against their score`]
  }
  // Nothing but time has passed since.
  if (since === undefined || since < story.calmAt + 2 * DAY) return []
  const isTheDay = holds(flights, dayOf(since)) && !holds(flights, dayOf(since) - 1)
  return isTheDay
    ? []
    : [`${member.memberId} came into ${audience} on another day than their score: ${new Date(since)}`]
}

/** By the last word of each of their cards. */
function hasObjected(told: Told, { memberId, aliases }: Member): boolean {
  const words = told.events
    .filter(({ type, card, detail }) => type === 'member.updated' && 'profiling' in detail && isOf(card))
    .sort((a, b) => a.occurredAt - b.occurredAt)
  const last = new Map(words.map(({ card, detail }) => [card, detail.profiling]))
  return [...last.values()].includes(false)

  function isOf(card: string): boolean {
    return card === memberId || aliases.includes(card)
  }
}

/** From whom the models of a month were learnt: of those that were made once all was quiet. */
function fitted({ fits, story }: Played, told: Told, people: readonly Member[]): string[] {
  return fits
    .filter(({ at }) => at > story.calmAt + 2 * DAY)
    .flatMap(({ month, score, members, cutoff }) => {
      const before = Date.parse(cutoff) - 8 * HOUR
      const flew = people.filter((member) => !hasObjected(told, member) && member.flights.some(({ at }) => at < before))
      return flew.length === members
        ? []
        : [`${score} of ${month} was learnt from ${members} members, not ${flew.length}`]
    })
}
