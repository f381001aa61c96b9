import { parseFlight } from '../../shared/contract/flight.ts'
import { type AirlineEvent, type Envelope, parseEnvelope } from '../../shared/contract/index.ts'
import { isOfAFlight, OF_A_FLIGHT } from '../../shared/contract/of-a-flight.ts'
import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import { type FactEvent, foldFacts, isFactEvent } from '../../shared/domain/member/fold/index.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { churnHistoryOf } from '../../shared/domain/scores/churn/history.ts'
import type { Looked, Observed } from '../../shared/domain/scores/churn/learn.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { readLine } from '../replay/entry.ts'
import { type Line, linesOf } from '../replay/lines.ts'

export interface ChurnFiles {
  members: readonly string[]
  events: readonly string[]
  /** Epoch ms. */
  cutoff: number
  /** How many days ahead to look. Undefined: to the last event. */
  withinDays?: number
}

export interface ReadChurn {
  observed: Observed[]
  looked: Looked
  /** Members without a known flight before the cut-off. */
  neverFlew: number
  /** Balances dated after the cut-off: they would reveal the outcome. */
  balancesLeftOut: number
  /** Lines that are not events. */
  bad: number
}

/** No event is too far ahead, because the files are about the past. */
const ANY_TIME = Date.UTC(2200, 0, 1)

/**
 * Members as they were known at the cut-off, with the same folds as in production, and whether they flew afterwards. Nothing
 * after the cut-off is folded.
 */
export async function readChurn(
  files: ChurnFiles,
  texts: ScoreTexts['churn'],
  read: (bytes: number) => void,
): Promise<ReadChurn> {
  const reader = new ChurnReader(files.cutoff)
  for (const path of [...files.members, ...files.events]) {
    for await (const lines of linesOf(path, read)) for (const line of lines) reader.take(line)
  }
  const { lastAt } = reader
  if (lastAt < files.cutoff)
    throw new Refused(texts.nothingAfter, { code: 'nothing-after', hint: texts.nothingAfterHint })
  const horizonDays = files.withinDays ?? Math.max(1, Math.round((lastAt - files.cutoff) / DAY))
  return reader.answer({ cutoff: files.cutoff, horizonDays })
}

class ChurnReader {
  readonly #cutoff: number
  readonly #members = new Map<string, Member>()
  /** When they first departed after the cut-off. */
  readonly #flewAt = new Map<string, number>()
  #balancesLeftOut = 0
  #bad = 0
  /** The last event: nothing is known after it. */
  lastAt = Number.NEGATIVE_INFINITY

  constructor(cutoff: number) {
    this.#cutoff = cutoff
  }

  take(line: Line): void {
    const result = readLine(line)
    if (!result.ok) {
      this.#bad += 1
      return
    }
    const { source, type, detail } = result.entry
    const envelope: Envelope = { id: line.where, source, 'detail-type': type, time: '', detail: JSON.parse(detail) }
    if (isOfAFlight(type)) this.#takeFlight(envelope)
    else {
      const parsed = parseEnvelope(envelope, ANY_TIME)
      if (parsed.ok) this.#takeEvent(parsed.event as AirlineEvent)
      else this.#bad += 1
    }
  }

  #takeFlight(envelope: Envelope): void {
    const parsed = parseFlight(envelope, ANY_TIME)
    if (!parsed.ok) {
      this.#bad += 1
      return
    }
    const { passengers = [], ...told } = parsed.event
    this.lastAt = Math.max(this.lastAt, told.occurredAt)
    if (told.occurredAt >= this.#cutoff) return
    for (const passenger of passengers) {
      this.#fold({ ...told, ...passenger, type: OF_A_FLIGHT[told.type] } as FactEvent)
    }
  }

  #takeEvent(event: AirlineEvent): void {
    if (!('memberId' in event)) return
    const isProfile = event.type === 'member.enrolled' || event.type === 'member.updated'
    // Profiles are often dated when the file was written: they count if their balance was drawn up by the cut-off.
    if (isProfile) {
      this.#fold(this.#withoutLaterBalance(event))
      return
    }
    this.lastAt = Math.max(this.lastAt, event.occurredAt)
    if (event.type === 'flight.completed' && event.scheduledDeparture >= this.#cutoff) {
      const known = this.#flewAt.get(event.memberId) ?? Number.POSITIVE_INFINITY
      this.#flewAt.set(event.memberId, Math.min(known, event.scheduledDeparture))
    } else if (event.occurredAt < this.#cutoff && isFactEvent(event as FactEvent)) this.#fold(event as FactEvent)
  }

  #withoutLaterBalance<E extends AirlineEvent<'member.enrolled' | 'member.updated'>>(event: E): FactEvent {
    const { opening, ...others } = event
    if (!opening || Date.parse(opening.asOf) <= this.#cutoff) return event as FactEvent
    this.#balancesLeftOut += 1
    return others as FactEvent
  }

  #fold(event: FactEvent): void {
    let member = this.#members.get(event.memberId)
    if (!member) {
      member = newMember(event.memberId)
      this.#members.set(event.memberId, member)
    }
    foldFacts(member, event)
  }

  answer(looked: Looked): ReadChurn {
    const calendar = calendarOf('UTC')
    const until = looked.cutoff + looked.horizonDays * DAY
    const observed: Observed[] = []
    for (const [memberId, member] of this.#members) {
      const history = churnHistoryOf(member, calendar)
      if (history) observed.push({ memberId, history, lost: !((this.#flewAt.get(memberId) ?? Infinity) <= until) })
    }
    return {
      observed,
      looked,
      neverFlew: this.#members.size - observed.length,
      balancesLeftOut: this.#balancesLeftOut,
      bad: this.#bad,
    }
  }
}
