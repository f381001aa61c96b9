import { availableParallelism, cpus } from 'node:os'
import type { Bundles } from './bundles.ts'
import type { Connect } from './connect.ts'
import type { Bill, Cost } from './cost.ts'
import type { Editors } from './editors.ts'
import type { LedgerFigures } from './ledger.ts'
import type { Lived } from './lived.ts'
import type { Beside, Measuring } from './measuring.ts'
import type { ItemBytes } from './member-item.ts'
import type { Pages } from './pages.ts'
import type { Covered, Peeking, Planted } from './peeking.ts'
import type { RehearsalTime } from './rehearsal.ts'
import type { Rules } from './rules.ts'
import type { Scoring } from './scoring.ts'
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
  scoring: Scoring
  rehearsal: RehearsalTime
  editors: Editors
  connect: Connect
  pages: Pages
  wakes: Wakes
  measuring: Measuring
  peeking: Peeking
}

/** For machines. What leads is measured on events that each end in one mail; `details` has the rest. What was not measured is left out. */
export function toJson(figures: Partial<Figures>) {
  const {
    throughput,
    cost,
    ledger,
    bundles,
    lived,
    items,
    rules,
    scoring,
    rehearsal,
    editors,
    connect,
    pages,
    wakes,
    measuring,
    peeking,
  } = figures
  return {
    cpuMsPerEvent: round(throughput?.mails.cpuMsPerEvent, 3),
    eventsPerSecond: round(throughput?.mails.eventsPerSecond, 0),
    usdPerMillionEventsAboveSes: round(cost?.toTheMail.total, 2),
    usdWithOutcomeEvents: round(cost?.withOutcomes.total, 2),
    cpuVsFloor: round(cost?.cpu.ratio, 2),
    importVsFloor: round(bundles?.importVsFloor, 2),
    memberItemBytes: items && { p50: items.p50, p99: items.p99 },
    rulesVsHandWritten: round(rules?.ratio, 2),
    rulesWithUntilVsHandWritten: round(rules?.withUntilRatio, 2),
    reactionWithScoresVsWithout: round(scoring?.ratio, 2),
    scoresAddMicros: round(scoring?.addedMicros, 1),
    pageWorkRatio: round(pages?.workRatio, 2),
    wakeWorkRatio: round(wakes?.workRatio, 2),
    rehearsalSeconds: round(rehearsal?.seconds, 1),
    editMs: round(editors?.many.edit, 0),
    checkMs: round(editors?.many.check, 0),
    firstFiguresMs: round(editors?.firstFigures, 0),
    firstFiguresOfManyMs: round(editors?.firstFiguresOfMany, 0),
    keyToFrameMs: editors?.inBrowser && Object.values(editors.inBrowser).map((ms) => Math.round(ms)),
    messageVsEvent: round(connect?.ratio, 2),
    grantsPerSecondOneBudget: ledger?.grantsPerSecond,
    bundles: bundles?.bundles,
    assignmentCpuRatio: round(measuring?.assignment.cpuRatio, 2),
    outcomeCpuRatio: round(measuring?.outcome.cpuRatio, 2),
    falseAlarms: peeking && Math.max(...peeking.falseAlarms.map(({ told }) => told)),
    details: {
      throughput,
      cost,
      ledger,
      emptyBundle: bundles?.empty,
      floorBundle: bundles?.floor,
      data: lived?.data,
      memberItemBytesMax: items?.max,
      rules,
      scoring,
      rehearsal,
      editors,
      connect,
      pages,
      wakes,
      measuring,
      peeking,
    },
  }
}

/** For people. */
export function tableOf(figures: Partial<Figures>): string[] {
  const {
    throughput,
    cost,
    ledger,
    bundles,
    items,
    rules,
    scoring,
    rehearsal,
    editors,
    connect,
    pages,
    wakes,
    measuring,
    peeking,
  } = figures
  return [
    '',
    `Wingback on ${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}`,
    ...[throughput && throughputLines(throughput), cost && costLines(cost), items && itemLines(items, figures.lived)],
    ...[
      rules && ruleLines(rules),
      scoring && scoringLines(scoring),
      rehearsal && rehearsalLines(rehearsal),
      editors && editorLines(editors),
      connect && connectLines(connect),
      pages && pageLines(pages),
      wakes && wakeLines(wakes),
      measuring && measuringLines(measuring),
    ],
    ...[ledger && ledgerLines(ledger), bundles && bundleLines(bundles), peeking && peekingLines(peeking)],
  ].flatMap((lines) => (typeof lines === 'object' ? ['', ...lines] : (lines ?? [])))
}

function throughputLines({ mails, enrolments, month, data }: Throughput): string[] {
  return [
    'The pipeline, with what stands in for AWS and the sender of events on the same processors',
    row('', 'events', 'mails', 'CPU ms/event', 'events/s'),
    ...[stretch('each ends in one mail', mails), stretch('enrolments', enrolments)],
    stretch(`events of ${data}`, month),
  ]
}

function costLines({ toTheMail, withOutcomes, perEvent, cpu }: Cost): string[] {
  return [
    'List price per million events that each end in one mail, above SES, us-east-1',
    row('', 'to the mail', 'with outcomes'),
    ...(Object.keys(toTheMail) as (keyof Bill)[]).map((part) =>
      row(part, `$${toTheMail[part].toFixed(2)}`, `$${withOutcomes[part].toFixed(2)}`),
    ),
    `  with outcomes ${perEvent.writeUnits} write units, ${perEvent.indexWriteUnits} of the index and ${perEvent.readUnits} read units an event`,
    `  processor time of the functions ${cpu.perEventMs.toFixed(2)} ms, ${cpu.ratio.toFixed(2)} times that of two writes and one call of SES alone (${cpu.floorMs.toFixed(2)} ms)`,
  ]
}

function itemLines({ p50, p99, max }: ItemBytes, lived: Figures['lived'] | undefined): string[] {
  return [
    `Member items by the end of ${lived?.data ?? 'the data at hand'}`,
    `  half of them up to ${p50} bytes, 99 % up to ${p99}, the largest ${max}`,
  ]
}

function ruleLines(rules: Rules): string[] {
  return [
    `Twenty audiences over ${rules.members.toLocaleString('en')} members`,
    `  ${millions(rules.evaluationsPerSecond)} evaluations a second, ${millions(rules.byHandPerSecond)} written by hand: ${rules.ratio.toFixed(2)}`,
    `  ${millions(rules.withUntilPerSecond)} that also say until when the answer stands: ${rules.withUntilRatio.toFixed(2)}`,
  ]
}

function scoringLines({ ratio, addedMicros, withoutMicros, reactions }: Scoring): string[] {
  return [
    `A flight flown by each of ${reactions.toLocaleString('en')} members: churnRisk, tierScore and lifetimeValue take ${ratio.toFixed(2)} times a reaction without`,
    `  ${addedMicros.toFixed(1)} µs more than ${withoutMicros.toFixed(1)} µs`,
  ]
}

function rehearsalLines({ data, seconds, cpuSeconds }: RehearsalTime): string[] {
  return [`A rehearsal of ${data}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor`]
}

function editorLines({ few, many, firstFigures, firstFiguresOfMany, sampled, inBrowser }: Editors): string[] {
  const line = ({ campaigns, audiences, steps, edit, check }: Editors['few']) =>
    `  ${campaigns} campaigns, ${audiences} audiences, ${steps} steps: an edit ${edit.toFixed(0)} ms, a check ${check.toFixed(0)} ms`
  return [
    'Writing rules, processor time',
    line(few),
    line(many),
    `  first figures of a draft, of a sample of ${sampled.toLocaleString('en')} members: ${firstFigures.toFixed(0)} ms, of the large rulebook ${firstFiguresOfMany.toFixed(0)} ms`,
    ...(inBrowser
      ? Object.entries(inBrowser).map(
          ([what, ms]) => `  in Chromium, from a key to the frame that answers it, ${what}: ${ms.toFixed(0)} ms`,
        )
      : ['  no Chromium runs here']),
  ]
}

function connectLines({ messages, ratio, messagesPerSecond, dollarsMore }: Connect): string[] {
  return [
    `${messages.toLocaleString('en')} messages of a reservation system, each a booking, in memory`,
    `  ${messagesPerSecond.toFixed(0)} a second, ${ratio.toFixed(2)} times the time of the same bookings put on the bus; in AWS $${dollarsMore.toFixed(2)} a million more`,
  ]
}

function pageLines({ members: [few, many], pages, workRatio }: Pages): string[] {
  const of = (count: number) => `of ${count.toLocaleString('en')}`
  return [
    'What a page asks of the table: requests and read units',
    row('', of(few), 'units', of(many), 'units'),
    ...pages.flatMap(({ path, few: one, many: other }) => [
      `  ${path}`,
      row('', ...[one, other].flatMap(({ requests, readUnits }) => [String(requests), String(readUnits)])),
    ]),
    `  at most ${workRatio.toFixed(2)} times as much`,
  ]
}

function wakeLines({ few, many, workRatio, timeRatio }: Wakes): string[] {
  return [
    `Finding, waking and hearing ${few.due.toLocaleString('en')} members who are due`,
    row('of members', 'requests', 'read units', 'wake ms', 'react ms'),
    ...[few, many].map((each) =>
      row(
        each.members.toLocaleString('en'),
        String(each.requests),
        String(each.readUnits),
        each.wakeMs.toFixed(0),
        each.reactMs.toFixed(0),
      ),
    ),
    `  work ${workRatio.toFixed(2)}, time ${timeRatio.toFixed(2)} times as much`,
  ]
}

function measuringLines(of: Measuring): string[] {
  const line = (name: string, { cpuMs, requests, writeUnits, readUnits, dollars }: Beside['with']) =>
    row(
      name,
      cpuMs.toFixed(3),
      requests.toFixed(2),
      writeUnits.toFixed(2),
      readUnits.toFixed(2),
      `$${dollars.toFixed(2)}`,
    )
  const both = (name: string, beside: Beside) => [
    line(`${name}, measured`, beside.with),
    line('  not measured', beside.without),
    `  ${beside.cpuRatio.toFixed(2)} times the processor, ${(beside.with.requests / beside.without.requests).toFixed(2)} the requests, ${(beside.with.writeUnits / beside.without.writeUnits).toFixed(2)} the write units`,
  ]
  return [
    'A reaction whose results are measured, against the same one not measured: for each event, and a million at list price',
    row('', 'CPU ms', 'requests', 'write units', 'read units', 'a million'),
    ...both('a complaint, a mail', of.assignment),
    ...both('a booking', of.outcome),
    `  counting what closed reads ${of.countedReadUnits.toFixed(2)} units a member, comparing all at night ${of.comparedReadUnits.toFixed(2)}`,
    `  rejected: member and sums in one transaction, ${of.transactionWriteUnits} write units each time`,
  ]
}

function ledgerLines({ model, contention }: LedgerFigures): string[] {
  return [
    'Grants from one budget, by the limits of DynamoDB; then by writers at once on this machine',
    row('', 'tries a grant', 'conflicts', 'throttled', 'p99 ms'),
    ...model.map(({ grantsPerSecond, triesPerGrant, conflicts, throttled, p99Ms }) =>
      row(
        `${grantsPerSecond} a second`,
        triesPerGrant.toFixed(2),
        share(conflicts),
        share(throttled),
        p99Ms.toFixed(0),
      ),
    ),
    ...contention.map(({ writers, triesPerGrant, writeUnitsPerGrant }) =>
      row(`${writers} writers`, triesPerGrant.toFixed(2), `${writeUnitsPerGrant.toFixed(1)} write units`),
    ),
  ]
}

function bundleLines({ bundles, empty, floor, importVsFloor }: Bundles): string[] {
  return [
    row('Bundles', 'KB', 'import ms'),
    ...[...bundles, floor, empty].map((each) =>
      row(each.function, (each.bytes / 1024).toFixed(each.bytes < 1024 ? 2 : 0), each.importMs.toFixed(1)),
    ),
    `  send-email takes ${importVsFloor.toFixed(2)} times as long as the AWS clients that it calls alone`,
  ]
}

function peekingLines({ campaigns, looks, members, falseAlarms, planted, asPlanned }: Peeking): string[] {
  return [
    `Looking at results every day: ${campaigns} campaigns a line, ${looks} looks, ${members.toLocaleString('en')} members`,
    '  of campaigns that do nothing, the share of which something was told at any look',
    row('held out, goal, outcome', 'told', 'interval alone', 'usual test', ...COVERED),
    ...falseAlarms.map((each) =>
      row(
        `${share(each.holdout)}, ${percent(each.rate)}, ${each.outcome}`,
        percent(each.told),
        percent(each.intervalAlone),
        percent(each.usualTest),
        ...coveredCells(each.covered),
      ),
    ),
    '  of campaigns that lift the goal’s rate, the share that was found',
    row('held out, lift, outcome', 'found', 'wrong way', 'median members', ...COVERED),
    ...planted.map(plantedRow),
    '  of the smallest effect that a plan says is found in 80 % by the end',
    ...asPlanned.map(plantedRow),
  ]
}

function plantedRow(each: Planted): string {
  return row(
    `${share(each.holdout)}, ${percent(each.from)} to ${percent(each.to)}, ${each.outcome}`,
    percent(each.found),
    percent(each.wrongWay),
    each.medianMembers.toLocaleString('en'),
    ...coveredCells(each.covered),
  )
}

const COVERED = ['own interval', 'cautious one']

function coveredCells({ plain, cautious }: Covered): string[] {
  return [percent(plain), percent(cautious)]
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

function percent(of: number): string {
  return `${(of * 100).toFixed(1)} %`
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(1)} million`
}

function round(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits))
}
