import { localTime } from '../../shared/app/api/local-time.ts'
import type { CabinBriefing } from '../../shared/domain/briefing.ts'
import { type BriefingTexts, guestCells } from '../../shared/domain/briefing-text.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import type { Command } from '../command.ts'
import { whole } from '../options.ts'
import { table } from '../print.ts'
import { act, examples } from '../session.ts'

interface Shown {
  flight: string
  date: string
  zone: string
  asOf: string
  models: { churn: string; tier: string; value: string }
  legs: { leg: string; departsAt: string; cabins: CabinBriefing[] }[]
}

export function addBriefing(program: Command): void {
  const help = helpIn(program.language)
  const { summary, description, arguments: given, options } = help.briefing
  const command = program
    .command('briefing')
    .summary(summary)
    .description(description)
    .argument('<flight>', given.flight)
    .argument('<date>', given.date)
    .option('--at-most <n>', options.atMost, whole(help, 1, 50), '10')
    .addHelpText('after', examples('briefing CA123 2026-10-20', 'briefing CA123 2026-10-20 --at-most 5 --json'))
  act(command, async ({ client, show, language }, { atMost }, flight: string, date: string) => {
    const path = `/v1/flights/${encodeURIComponent(flight)}/${encodeURIComponent(date)}/briefing`
    const shown = await client.call<Shown>('GET', path, { query: { atMost: String(atMost) } })
    await show(shown, () => briefingLines(shown, { ...scoreTextsIn(language), ...textsIn(language) }))
  })
}

function briefingLines({ flight, date, zone, asOf, models, legs }: Shown, texts: BriefingTexts): string[] {
  const words = texts.briefing
  if (legs.length === 0) return [words.nobody({ flight, date })]
  return [
    ...legs.flatMap(({ leg, departsAt, cabins }) => [
      words.leg({ flight, route: leg.split(':')[1] ?? '', departs: localTime(departsAt, zone) }),
      ...cabins.flatMap(({ cabin, members, guests }) => [
        '',
        words.cabin({ cabin: words.cabins[cabin], members, shown: guests.length }),
        ...table([words.heads, ...guests.map((guest) => guestCells(guest, texts))]),
      ]),
      '',
    ]),
    words.foot({ asOf: localTime(asOf, zone), zone, churn: models.churn }),
  ]
}
