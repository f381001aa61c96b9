import { availableParallelism, cpus } from 'node:os'
import type { Bundles } from './bundles.ts'
import type { Bill, Cost } from './cost.ts'
import type { LedgerFigures } from './ledger.ts'
import type { Lived } from './lived.ts'
import type { ItemBytes } from './member-item.ts'
import type { RehearsalTime } from './rehearsal.ts'
import type { Rules } from './rules.ts'
import type { Stretch, Throughput } from './throughput.ts'
import type { Wakes } from './wakes.ts'

export interface Figures {
  throughput: Throughput
  cost: Cost
  ledger: LedgerFigures
  bundles: Bundles
  lived: Pick<Lived, 'data'>
  items: ItemBytes
  rules: Rules
  rehearsal: RehearsalTime
  wakes: Wakes
}

/** For machines. What leads is measured on events that each end in one mail; `details` has the rest. */
export function toJson({ throughput, cost, ledger, bundles, lived, items, rules, rehearsal, wakes }: Figures) {
  const { mails } = throughput
  return {
    cpuMsPerEvent: round(mails.cpuMsPerEvent, 3),
    eventsPerSecond: round(mails.eventsPerSecond, 0),
    usdPerMillionEventsAboveSes: round(cost.toTheMail.total, 2),
    usdWithOutcomeEvents: round(cost.withOutcomes.total, 2),
    memberItemBytes: { p50: items.p50, p99: items.p99 },
    rulesVsHandWritten: round(rules.ratio, 2),
    rulesWithUntilVsHandWritten: round(rules.withUntilRatio, 2),
    wakeWorkRatio: round(wakes.workRatio, 2),
    rehearsalSeconds: round(rehearsal.seconds, 1),
    grantsPerSecondOneBudget: ledger.grantsPerSecond,
    bundles: bundles.bundles,
    details: {
      throughput,
      cost,
      ledger,
      emptyBundle: bundles.empty,
      data: lived.data,
      memberItemBytesMax: items.max,
      rules,
      rehearsal,
      wakes,
    },
  }
}

/** For people. */
export function tableOf({
  throughput,
  cost,
  ledger,
  bundles,
  lived,
  items,
  rules,
  rehearsal,
  wakes,
}: Figures): string[] {
  const { mails, enrolments, month } = throughput
  const { toTheMail, withOutcomes, perEvent } = cost
  return [
    '',
    `Wingback on ${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}`,
    '',
    'The pipeline, with what stands in for AWS and the sender of events on the same processors',
    row('', 'events', 'mails', 'CPU ms/event', 'events/s'),
    ...[stretch('each ends in one mail', mails), stretch('enrolments', enrolments)],
    stretch(`events of ${throughput.data}`, month),
    '',
    'List price per million events that each end in one mail, above SES, us-east-1',
    row('', 'to the mail', 'with outcomes'),
    ...(Object.keys(toTheMail) as (keyof Bill)[]).map((part) =>
      row(part, `$${toTheMail[part].toFixed(2)}`, `$${withOutcomes[part].toFixed(2)}`),
    ),
    `  with outcomes ${perEvent.writeUnits} write units, ${perEvent.indexWriteUnits} of the index and ${perEvent.readUnits} read units an event`,
    '',
    `Member items by the end of ${lived.data}`,
    `  half of them up to ${items.p50} bytes, 99 % up to ${items.p99}, the largest ${items.max}`,
    '',
    `Twenty audiences over ${rules.members.toLocaleString('en')} members`,
    `  ${millions(rules.evaluationsPerSecond)} evaluations a second, ${millions(rules.byHandPerSecond)} written by hand: ${rules.ratio.toFixed(2)}`,
    `  ${millions(rules.withUntilPerSecond)} that also say until when the answer stands: ${rules.withUntilRatio.toFixed(2)}`,
    '',
    `A rehearsal of ${rehearsal.data}: ${rehearsal.seconds.toFixed(1)} s, ${rehearsal.cpuSeconds.toFixed(1)} s of processor`,
    '',
    `Finding, waking and hearing ${wakes.few.due.toLocaleString('en')} members who are due`,
    row('of members', 'requests', 'read units', 'wake ms', 'react ms'),
    ...[wakes.few, wakes.many].map((each) =>
      row(
        each.members.toLocaleString('en'),
        String(each.requests),
        String(each.readUnits),
        each.wakeMs.toFixed(0),
        each.reactMs.toFixed(0),
      ),
    ),
    `  work ${wakes.workRatio.toFixed(2)}, time ${wakes.timeRatio.toFixed(2)} times as much`,
    'Grants from one budget, by the limits of DynamoDB; then by writers at once on this machine',
    row('', 'tries a grant', 'conflicts', 'throttled', 'p99 ms'),
    ...ledger.model.map(({ grantsPerSecond, triesPerGrant, conflicts, throttled, p99Ms }) =>
      row(
        `${grantsPerSecond} a second`,
        triesPerGrant.toFixed(2),
        share(conflicts),
        share(throttled),
        p99Ms.toFixed(0),
      ),
    ),
    ...ledger.contention.map(({ writers, triesPerGrant, writeUnitsPerGrant }) =>
      row(`${writers} writers`, triesPerGrant.toFixed(2), `${writeUnitsPerGrant.toFixed(1)} write units`),
    ),
    '',
    row('Bundles', 'KB', 'import ms'),
    ...[...bundles.bundles, bundles.empty].map((each) =>
      row(each.function, (each.bytes / 1024).toFixed(each.bytes < 1024 ? 2 : 0), each.importMs.toFixed(1)),
    ),
  ]
}

function stretch(name: string, { events, mails, cpuMsPerEvent, eventsPerSecond }: Stretch): string {
  return row(name, String(events), String(mails), cpuMsPerEvent.toFixed(2), eventsPerSecond.toFixed(0))
}

function row(name: string, ...cells: string[]): string {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(15)).join('')}`
}

function share(of: number): string {
  return `${(of * 100).toFixed(0)} %`
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(1)} million`
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
