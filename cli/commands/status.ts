import type { Command } from 'commander'
import type { LimitNow } from '../../shared/app/api/limits.ts'
import { localTime } from '../../shared/app/api/local-time.ts'
import type { RoundsNow } from '../../shared/app/api/rounds.ts'
import { table, thousands } from '../print.ts'
import { act, examples, type Session } from '../session.ts'

interface Status {
  zone: string
  members: number
  events: { accepted: number; duplicates: number; setAside: number; byType: Record<string, number> }
  passengers: Record<string, number>
  actions: Record<string, Record<string, number>>
  queues: Record<string, { waiting: number; inFlight: number; dead: number }>
  pending: number
  unknown: number
  clock: { now: string; movable: boolean }
  rulebook: { live: string | null; previous: string | null; asked: { rulebook: string; by: string } | null }
  paused: Record<string, { since: number; by: string }>
  stopped: Record<string, { since: number; by: string }>
  /** Members on their way, by campaign. */
  underWay: Record<string, number>
  rounds: RoundsNow[]
  limits: LimitNow[]
}

export function addStatus(program: Command): void {
  const command = program
    .command('status')
    .summary('what Wingback contains and has done')
    .description(
      'Shows members, events, actions by outcome, queues, pending actions and pauses. Counters are updated ' +
        'as events are processed; --recount counts everything stored and corrects them (on one machine).',
    )
    .option('--recount', 'first count everything stored and correct the counters')
    .addHelpText('after', examples('status', 'status --json', 'status --recount'))
  act(command, async (session, { recount }) => {
    if (recount) await correct(session)
    const status = await session.client.call<Status>('GET', '/v1/status')
    await session.show(status, () => statusLines(status))
  })
}

async function correct({ client, note }: Session): Promise<void> {
  const { corrected } = await client.call<{ corrected: { count: string; was: number; is: number }[] }>(
    'POST',
    '/v1/recount',
  )
  for (const { count, was, is } of corrected) note(`corrected ${count}: ${was} -> ${is}`)
}

function askedWords(asked: Status['rulebook']['asked']): string {
  return asked ? `; ${asked.rulebook}, requested by ${asked.by}, waits for approval` : ''
}

function statusLines(status: Status): string[] {
  const { zone, events, actions, queues, clock, rulebook, paused, stopped, underWay, rounds, limits } = status
  const passengers = Object.entries(status.passengers).filter(([, count]) => count > 0)
  const busy = Object.entries(queues).filter(([, depth]) => depth.waiting + depth.inFlight + depth.dead > 0)
  return [
    ...table([
      ['members', thousands(status.members)],
      [
        'events',
        `${thousands(events.accepted)} accepted, ${thousands(events.duplicates)} duplicates, ${thousands(events.setAside)} set aside`,
      ],
      [
        'pending',
        `${thousands(status.pending)} actions in progress; ${thousands(status.unknown)} may or may not have been sent`,
      ],
      ['clock', `${localTime(clock.now, zone)} (${zone})`],
      ['rulebook', `${rulebook.live ?? 'none published yet'}${askedWords(rulebook.asked)}`],
      ['paused', whoText(paused)],
      ['stopped', whoText(stopped)],
    ]),
    '',
    ...section('events accepted', Object.entries(events.byType)),
    ...(passengers.length > 0 ? section('passengers of flights', passengers) : []),
    ...section(
      'actions',
      Object.entries(actions).map(([kind, counts]) => [kind, countsText(counts)]),
    ),
    ...section('members in campaigns', Object.entries(underWay)),
    ...(rounds.length > 0
      ? section(
          'scheduled campaigns',
          rounds.map((each) => roundsRow(each, zone)),
        )
      : []),
    ...(limits.length > 0 ? section('campaign limits', limits.map(limitRow)) : []),
    ...section(
      'queues',
      busy.length === 0
        ? [['all', 'empty']]
        : busy.map(([name, { waiting, inFlight, dead }]) => [
            name,
            `${waiting} waiting, ${inFlight} in progress, ${dead} dead letters`,
          ]),
    ),
  ]
}

function whoText(some: Record<string, { by: string }>): string {
  const said = Object.entries(some).map(([id, { by }]) => `${id} (by ${by})`)
  return said.join(', ') || 'nothing'
}

function roundsRow({ campaign, audience, next, latest }: RoundsNow, zone: string): [string, string] {
  const last =
    latest && `${latest.state}: that of ${localTime(latest.due, zone)}, to ${thousands(latest.handed)} members`
  return [
    `${campaign} (${audience})`,
    [last ?? 'none yet', next && `next ${localTime(next, zone)}`].filter(Boolean).join('; '),
  ]
}

function limitRow({ campaign, taken, inAll }: LimitNow): [string, string] {
  return [campaign, `${thousands(taken)} of ${thousands(inAll)} taken`]
}

function section(title: string, rows: readonly (readonly [string, string | number])[]): string[] {
  return [title, ...table(rows.map(([name, value]) => [`  ${name}`, value]))]
}

const WORDS: Record<string, string> = {
  heldOut: 'held out',
  handed: 'with their gateway',
  expired: 'not answered in time',
}

function countsText(counts: Record<string, number>): string {
  const some = Object.entries(counts).filter(([, count]) => count !== 0)
  return some.map(([outcome, count]) => `${thousands(count)} ${WORDS[outcome] ?? outcome}`).join(', ') || 'none yet'
}
