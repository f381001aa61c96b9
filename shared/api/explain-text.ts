import type { FactUse } from '../domain/audience/condition.ts'
import { calendarOf, minutesOfDay } from '../domain/calendar.ts'
import type { GateName, ReceiptOutcome } from '../domain/receipt.ts'
import type { Explanation, Moment, Verdict } from './explain.ts'

/** The words of an explanation in one language. Reasons are as they were recorded. */
export interface ExplainWords {
  verdict: Record<Verdict, string>
  outcome: Record<ReceiptOutcome, string>
  kind: Record<NonNullable<Moment['kind']>, string>
  gate: Record<GateName, string>
  answer: Record<'go' | 'skip' | 'hold', string>
  until: string
  rulebook: string
  unset: string
  asked: string
}

export const english: ExplainWords = {
  verdict: {
    got: 'got it',
    unknown: 'may have got it',
    heldOut: 'held out: would have got it, and deliberately did not',
    waits: 'waits',
    didNotGet: 'did not get it',
  },
  outcome: {
    entered: 'entered',
    notEntered: 'not entered',
    decided: 'decided',
    sent: 'sent',
    held: 'held back for now',
    skipped: 'skipped',
    heldOut: 'held out',
    failed: 'failed',
    unknown: 'not known whether it was sent',
    granted: 'granted',
    refused: 'refused',
    reversed: 'taken back',
    issued: 'issued',
    opened: 'opened',
    waiting: 'waiting',
    split: 'split',
    moved: 'moved to another version',
    ended: 'ended',
    exited: 'left the campaign',
    goal: 'reached the goal',
  },
  kind: {
    email: 'mail',
    upgradeOffer: 'upgrade offer',
    compensation: 'compensation',
    serviceTask: 'service task',
    entitlement: 'entitlement',
  },
  gate: {
    fresh: 'recent enough',
    eligible: 'eligible',
    oncePer: 'not had before',
    exit: 'still on the way',
    paused: 'not paused',
    sender: 'sender in good standing',
    owed: 'owed by law',
    address: 'has an address',
    consent: 'consented',
    suppressed: 'address works',
    openCase: 'no open complaint',
    disruption: 'no disruption just now',
    statutoryFirst: 'statutory rights first',
    frequencyCap: 'not too often',
    blackout: 'no blackout day',
    quietHours: 'not at night',
    priority: 'nothing more important',
    sendingRate: 'room in this minute',
    inAll: 'some left of all',
    budget: 'budget left',
    globalHoldout: 'not held out of all campaigns',
    holdout: 'not held out',
  },
  answer: { go: 'yes ', skip: 'NO  ', hold: 'WAIT' },
  until: 'until',
  rulebook: 'rulebook',
  unset: 'not known',
  asked: 'asked',
}

/**
 * An explanation as lines for people, times in `zone`.
 * The first says the verdict; then each moment with its gates and the facts it used.
 */
export function explainText(explanation: Explanation, zone: string, words: ExplainWords = english): string[] {
  const { campaign, name, key, verdict, done, why, until, moments } = explanation
  const told = done.map((each) => `${what(each, words)} ${localTime(each.at, zone)}`).join('; ') || why
  const title = name === campaign ? campaign : `${name} (${campaign})`
  return [
    `${title}${key === undefined ? '' : `, ${key}`}`,
    `  ${words.verdict[verdict].toUpperCase()}${until ? ` ${words.until} ${localTime(until, zone)}` : ''}: ${told}`,
    ...moments.flatMap((moment) => momentLines(moment, zone, words).map((line) => `  ${line}`)),
  ]
}

function momentLines(moment: Moment, zone: string, words: ExplainWords): string[] {
  return [
    `${localTime(moment.at, zone)}  ${what(moment, words)}: ${moment.reason}  [${words.rulebook} ${moment.rulebook.slice(0, 12)}]`,
    ...moment.gates.map(({ gate, answer, reason, until }) => {
      const time = until ? ` ${words.until} ${localTime(until, zone)}` : ''
      return `    ${words.answer[answer]} ${words.gate[gate]}: ${reason}${time}`
    }),
    ...moment.facts.map((fact) => `    ${factText(fact, words)}`),
  ]
}

function what({ kind, outcome }: Pick<Moment, 'kind' | 'outcome'>, words: ExplainWords): string {
  return [kind && words.kind[kind], words.outcome[outcome]].filter(Boolean).join(' ')
}

function factText({ fact, value, asked, holds }: FactUse, words: ExplainWords): string {
  return `${holds ? '✓' : '✗'} ${fact} = ${value === null ? words.unset : String(value)} (${words.asked}: ${asked})`
}

/** `2026-10-03 14:20`, as the zone's wall clock shows it. */
export function localTime(iso: string, zone: string): string {
  const instant = Date.parse(iso)
  const minutes = minutesOfDay(instant, zone)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${calendarOf(zone).dateOf(instant)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
