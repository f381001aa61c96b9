import type { LimitNow } from '../../shared/app/api/limits.ts'
import { localTime } from '../../shared/app/api/local-time.ts'
import type { RoundsNow } from '../../shared/app/api/rounds.ts'
import { consoleTexts } from '../../shared/domain/texts/console.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Command } from '../command.ts'
import { eventText } from '../event-text.ts'
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
  /** Members in running journeys, by campaign. */
  underWay: Record<string, number>
  rounds: RoundsNow[]
  limits: LimitNow[]
}

export function addStatus(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('status')
    .summary(help.status.summary)
    .description(help.status.description)
    .option('--recount', help.status.options.recount)
    .addHelpText('after', examples('status', 'status --json', 'status --recount'))
  act(command, async (session, { recount }) => {
    if (recount) await correct(session)
    const status = await session.client.call<Status>('GET', '/v1/status')
    const { events } = await consoleTexts[session.language]()
    await session.show(status, () => statusLines(status, session.language, events))
  })
}

async function correct({ client, note, language }: Session): Promise<void> {
  const { corrected } = await client.call<{ corrected: { count: string; was: number; is: number }[] }>(
    'POST',
    '/v1/recount',
  )
  for (const { count, was, is } of corrected) note(textsIn(language).outputs.corrected(count, was, is))
}

function statusLines(status: Status, language: Language, names: Readonly<Record<string, string>>): string[] {
  const { commands, explain } = textsIn(language)
  const words = commands.status
  const { zone, events, actions, queues, clock, rulebook, paused, stopped, underWay, limits } = status
  const passengers = Object.entries(status.passengers).filter(([, count]) => count > 0)
  // At its launch a campaign goes through its audience once, unless everybody has just been evaluated anyway.
  const rounds = status.rounds.filter(({ next, latest }) => next !== null || latest !== null)
  const busy = Object.entries(queues).filter(([, depth]) => depth.waiting + depth.inFlight + depth.dead > 0)
  return [
    ...table([
      [words.members, thousands(status.members)],
      [
        words.events,
        words.counted(thousands(events.accepted), thousands(events.duplicates), thousands(events.setAside)),
      ],
      [words.pending, words.onTheirWay(thousands(status.pending), thousands(status.unknown))],
      [words.clock, `${localTime(clock.now, zone)}${explain.brackets(zone)}`],
      [
        words.rulebook,
        `${rulebook.live ?? words.noRulebook}${rulebook.asked ? words.asked(rulebook.asked.rulebook, rulebook.asked.by) : ''}`,
      ],
      [words.paused, whoText(paused, words)],
      [words.stopped, whoText(stopped, words)],
    ]),
    '',
    ...section(
      words.accepted,
      Object.entries(events.byType).map(([type, count]) => [eventText(type, names, explain), count]),
    ),
    ...(passengers.length > 0
      ? section(
          words.passengers,
          passengers.map(([kind, count]) => [words.passengerKinds[kind] ?? kind, count]),
        )
      : []),
    ...section(
      words.actions,
      Object.entries(actions).map(([kind, counts]) => [words.actionKinds[kind] ?? kind, countsText(counts, words)]),
    ),
    ...section(words.underWay, Object.entries(underWay)),
    ...(rounds.length > 0
      ? section(
          words.rounds,
          rounds.map((each) => roundsRow(each, zone, words)),
        )
      : []),
    ...(limits.length > 0
      ? section(
          words.places,
          limits.map((each) => limitRow(each, words)),
        )
      : []),
    ...section(
      words.queues,
      busy.length === 0
        ? [[words.all, words.empty]]
        : busy.map(([name, { waiting, inFlight, dead }]) => [name, words.depth(waiting, inFlight, dead)]),
    ),
  ]
}

type Words = Texts['commands']['status']

function whoText(some: Record<string, { by: string }>, words: Words): string {
  return (
    Object.entries(some)
      .map(([id, { by }]) => words.by(id, by))
      .join(words.comma) || words.nothing
  )
}

function roundsRow({ campaign, audience, next, latest }: RoundsNow, zone: string, words: Words): [string, string] {
  const last =
    latest && words.lastRound(words.roundStates[latest.state], localTime(latest.due, zone), thousands(latest.handed))
  const coming = next && words.nextRound(localTime(next, zone))
  return [`${campaign} (${audience})`, [last ?? words.noRound, coming].filter(Boolean).join(words.semicolon)]
}

function limitRow({ campaign, taken, inAll }: LimitNow, words: Words): [string, string] {
  return [campaign, words.taken(thousands(taken), thousands(inAll))]
}

function section(title: string, rows: readonly (readonly [string, string | number])[]): string[] {
  return [title, ...table(rows.map(([name, value]) => [`  ${name}`, value]))]
}

function countsText(counts: Record<string, number>, words: Words): string {
  const some = Object.entries(counts).filter(([, count]) => count !== 0)
  const told = some.map(([outcome, count]) => words.told(words.outcomes[outcome] ?? outcome, thousands(count)))
  return told.join(words.comma) || words.noneYet
}
