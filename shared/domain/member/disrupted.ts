import type { Cabin } from '../../contract/index.ts'
import { LEFT_BEHIND } from './account.ts'
import type { Answers, DisruptedLeg, Trouble, Word, Words } from './disrupted-leg.ts'
import { accountsBy, accountsOf, legAs, type SuffixRule } from './legs.ts'
import type { Member } from './member.ts'
import { isAfter, newestFirst, type Reported, retold } from './order.ts'
import { laterUnread } from './unread.ts'

/** What went wrong with one flight, as rules count it: a delay that is reported again, longer or shorter, is the same delay. */
export interface Disruption extends Reported {
  leg: string
  departsAt: number
  kind: Trouble
  delayMinutes?: number | undefined
  noticeDays?: number | undefined
  cause?: string | undefined
  extraordinary?: boolean | undefined
  carrierLicence?: string | undefined
  pnr?: string | undefined
  cabin?: Cabin | undefined
}

/** Of one leg, in the order of the alphabet: the same ones stay in any order. */
const OTHER_NAMES_AT_MOST = 12

/** Two accounts of one leg as one: on each question the later word. The same in any order, and done again. */
export function united(a: DisruptedLeg, b: DisruptedLeg): DisruptedLeg {
  const troubles = { ...a.troubles }
  for (const [kind, told] of Object.entries(b.troubles) as [Trouble, Reported][]) {
    const known = troubles[kind]
    troubles[kind] = known ? retold(known, told) : told
  }
  const alsoCalled = [...new Set([...(a.alsoCalled ?? []), ...(b.alsoCalled ?? [])])].sort()
  const words = laterWords(a.words, b.words)
  const unread = laterUnread(a.unread, b.unread, words)
  return {
    leg: a.leg,
    troubles,
    words,
    ...(unread && { unread }),
    ...(alsoCalled.length > 0 && { alsoCalled: alsoCalled.slice(0, OTHER_NAMES_AT_MOST) }),
  }
}

function laterWords(a: Words, b: Words): Words {
  const words: Record<string, Word<unknown> | undefined> = { ...a }
  for (const [question, word] of Object.entries(b)) {
    const known = words[question]
    if (!known || isLater(word, known)) words[question] = word
  }
  return words as Words
}

/** Of two words with one stamp, which no system should give, one all the same wins in any order. */
function isLater(a: Word<unknown>, b: Word<unknown>): boolean {
  return isAfter(a, b) || (!isAfter(b, a) && JSON.stringify(a.says) > JSON.stringify(b.says))
}

/** All that is known of a leg, whatever name it was reported under; undefined: nothing was reported of it. */
export function knownOf(leg: string, { disruptions }: Pick<Member, 'disruptions'>, suffix: SuffixRule) {
  const same = accountsOf(leg, disruptions, suffix)
  return same.length === 0 ? undefined : same.reduce(united)
}

/** Cancelled, and not flying again since. */
export function isCancelled({ troubles: { cancellation }, words: { reinstated } }: DisruptedLeg): boolean {
  return cancellation !== undefined && !(reinstated && isAfter(reinstated, cancellation.word ?? cancellation))
}

/** How late it arrived, as far as that is known: what happened before what was thought to. */
export function delayOf({ words: { delay, expectedDelay } }: Pick<DisruptedLeg, 'words'>): number | undefined {
  return (delay ?? expectedDelay)?.says
}

const known = new WeakMap<readonly DisruptedLeg[], Disruption[]>()

/** What went wrong with which flight, newest first. A cancelled flight that flies after all was not cancelled. */
export function disruptedOf({ disruptions }: Pick<Member, 'disruptions'>): readonly Disruption[] {
  let disrupted = known.get(disruptions)
  if (!disrupted) {
    disrupted = distinct(disruptions).flatMap(troublesOf).sort(newestFirst)
    known.set(disruptions, disrupted)
  }
  return disrupted
}

/** Of one member the operational suffix makes no other flight. */
function bareNames({ leg, alsoCalled = [] }: DisruptedLeg): string[] {
  return [leg, ...alsoCalled].map((name) => legAs(name, { flightSuffix: 'ignored' }))
}

/** One account a flight, by whatever names. */
function distinct(disruptions: readonly DisruptedLeg[]): DisruptedLeg[] {
  const flights: DisruptedLeg[] = []
  const taken = new Set<DisruptedLeg>()
  for (const account of disruptions) {
    if (taken.has(account)) continue
    const same = accountsBy(bareNames(account), disruptions, bareNames)
    for (const each of same) taken.add(each)
    flights.push(same.reduce(united))
  }
  return flights
}

function troublesOf(account: DisruptedLeg): Disruption[] {
  const { leg, troubles, words } = account
  const { departsAt, noticeDays, cause, extraordinary, carrierLicence, pnr, cabin, reroute } = said(words)
  const shared = { leg, departsAt: departsAt ?? 0, cause, extraordinary, carrierLicence, pnr, cabin }
  return (Object.entries(troubles) as [Trouble, Reported][])
    .filter(([kind]) => kind !== 'cancellation' || isCancelled(account))
    .map(([kind, told]) => ({
      ...told,
      ...shared,
      kind,
      delayMinutes: LEFT_BEHIND.has(kind) ? reroute?.arrivesLaterMin : delayOf(account),
      ...(kind === 'cancellation' && { noticeDays }),
    }))
}

/** What befell the flight last, of what still stands; undefined: it flies as planned after all. */
export function troubleNow(account: DisruptedLeg): Disruption | undefined {
  const last = ({ word, at, eventId }: Disruption) => word ?? { at, eventId }
  return troublesOf(account).sort((a, b) => newestFirst(last(a), last(b)))[0]
}

/** What the words say, without who said it when. */
export function said(words: Words): Partial<Answers> {
  return Object.fromEntries(Object.entries(words).map(([question, { says }]) => [question, says])) as Partial<Answers>
}

/** When something was last reported of any leg; undefined: never. */
export function lastReportAt({ disruptions }: Pick<Member, 'disruptions'>): number | undefined {
  const instants = disruptions.flatMap(({ troubles, words }) => [
    ...Object.values(troubles).map(({ at, word }) => word?.at ?? at),
    ...Object.values(words).map(({ at }) => at),
  ])
  return instants.length > 0 ? Math.max(...instants) : undefined
}
