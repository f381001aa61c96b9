import { parseFlight } from '../../shared/contract/flight.ts'
import { type AirlineEvent, type Envelope, parseEnvelope } from '../../shared/contract/index.ts'
import { isOfAFlight, OF_A_FLIGHT } from '../../shared/contract/of-a-flight.ts'
import { DAY } from '../../shared/domain/calendar.ts'
import { type FactEvent, foldFacts, isFactEvent } from '../../shared/domain/member/fold/index.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { objectsToScores } from '../../shared/domain/member/profile.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { readLine } from '../replay/entry.ts'
import { type Line, linesOf } from '../replay/lines.ts'

export interface HistoryFiles {
  members: readonly string[]
  events: readonly string[]
  /** Epoch ms. */
  cutoff: number
  /** How many days ahead to look. Undefined: to the last event. */
  withinDays?: number
}

/** What is left out of files, and how often. */
export interface LeftOut {
  /** Balances dated after the cut-off: they would reveal the outcome. */
  balancesLeftOut: number
  /** Members who objected to scores, whenever they did. */
  objected: number
  /** Lines that are not events. */
  bad: number
}

export interface Histories {
  /** As they were known at the cut-off, with the same folds as in production. */
  members: ReadonlyMap<string, Member>
  /** When each first departed after the cut-off. */
  flewAt: ReadonlyMap<string, number>
  /** Of each what they flew after the cut-off, and nothing else. */
  later: ReadonlyMap<string, Member>
  horizonDays: number
  leftOut: LeftOut
}

/** No event is too far ahead, because the files are about the past. */
const ANY_TIME = Date.UTC(2200, 0, 1)

/** Members at the cut-off, and what they flew afterwards. `read` hears of bytes that were read. */
export async function readHistories(
  files: HistoryFiles,
  texts: ScoreTexts['churn'],
  read: (bytes: number) => void,
): Promise<Histories> {
  const reader = new HistoryReader(files.cutoff)
  for (const path of [...files.members, ...files.events]) {
    for await (const lines of linesOf(path, read)) for (const line of lines) reader.take(line)
  }
  const { lastAt, members, flewAt, later, balancesLeftOut, bad } = reader
  if (lastAt < files.cutoff)
    throw new Refused(texts.nothingAfter, { code: 'nothing-after', hint: texts.nothingAfterHint })
  const horizonDays = files.withinDays ?? Math.max(1, Math.round((lastAt - files.cutoff) / DAY))
  const objected = [...members.values()].filter(objectsToScores)
  for (const { memberId } of objected) members.delete(memberId)
  const leftOut = { balancesLeftOut, objected: objected.length, bad }
  return { members, flewAt, later, horizonDays, leftOut }
}

class HistoryReader {
  readonly #cutoff: number
  readonly members = new Map<string, Member>()
  readonly later = new Map<string, Member>()
  readonly flewAt = new Map<string, number>()
  balancesLeftOut = 0
  bad = 0
  /** The last event: nothing is known after it. */
  lastAt = Number.NEGATIVE_INFINITY

  constructor(cutoff: number) {
    this.#cutoff = cutoff
  }

  take(line: Line): void {
    const result = readLine(line)
    if (!result.ok) {
      this.bad += 1
      return
    }
    const { source, type, detail } = result.entry
    const envelope: Envelope = { id: line.where, source, 'detail-type': type, time: '', detail: JSON.parse(detail) }
    if (isOfAFlight(type)) this.#takeFlight(envelope)
    else {
      const parsed = parseEnvelope(envelope, ANY_TIME)
      if (parsed.ok) this.#takeEvent(parsed.event as AirlineEvent)
      else this.bad += 1
    }
  }

  #takeFlight(envelope: Envelope): void {
    const parsed = parseFlight(envelope, ANY_TIME)
    if (!parsed.ok) {
      this.bad += 1
      return
    }
    const { passengers = [], ...told } = parsed.event
    this.lastAt = Math.max(this.lastAt, told.occurredAt)
    if (told.occurredAt >= this.#cutoff) return
    for (const passenger of passengers) {
      fold(this.members, { ...told, ...passenger, type: OF_A_FLIGHT[told.type] } as FactEvent)
    }
  }

  #takeEvent(event: AirlineEvent): void {
    if (!('memberId' in event)) return
    const isProfile = event.type === 'member.enrolled' || event.type === 'member.updated'
    // Profiles are often dated when the file was written: they count if their balance was drawn up by the cut-off.
    if (isProfile) {
      fold(this.members, this.#withoutLaterBalance(event))
      return
    }
    this.lastAt = Math.max(this.lastAt, event.occurredAt)
    if (event.type === 'flight.completed' && event.scheduledDeparture >= this.#cutoff) {
      const known = this.flewAt.get(event.memberId) ?? Number.POSITIVE_INFINITY
      this.flewAt.set(event.memberId, Math.min(known, event.scheduledDeparture))
      fold(this.later, event)
    } else if (event.occurredAt < this.#cutoff && isFactEvent(event as FactEvent)) {
      fold(this.members, event as FactEvent)
    }
  }

  #withoutLaterBalance<E extends AirlineEvent<'member.enrolled' | 'member.updated'>>(event: E): FactEvent {
    const { opening, ...others } = event
    if (!opening || Date.parse(opening.asOf) < this.#cutoff) return event as FactEvent
    this.balancesLeftOut += 1
    return others as FactEvent
  }
}

function fold(members: Map<string, Member>, event: FactEvent): void {
  let member = members.get(event.memberId)
  if (!member) {
    member = newMember(event.memberId)
    members.set(event.memberId, member)
  }
  foldFacts(member, event)
}
