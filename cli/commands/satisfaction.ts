import type { Driver } from '../../shared/domain/scores/satisfaction/drivers.ts'
import type { HotSpot } from '../../shared/domain/scores/satisfaction/hot-spots.ts'
import { consoleTexts } from '../../shared/domain/texts/console.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import type { Command } from '../command.ts'
import { table, thousands } from '../print.ts'
import { act, examples } from '../session.ts'

interface Shown {
  month: string
  place: string
  answers: number
  topics: Driver[]
  places: { place: string; answers: number }[]
  week: string
  hotSpots: HotSpot[]
}

type Words = ScoreTexts['satisfaction']

const PLACES_SHOWN = 10

export function addSatisfaction(program: Command): void {
  const { satisfaction: help } = helpIn(program.language)
  const command = program
    .command('satisfaction')
    .summary(help.summary)
    .description(help.description)
    .option('--month <month>', help.options.month)
    .option('--place <place>', help.options.place)
    .addHelpText('after', examples('satisfaction', 'satisfaction --month 2026-09 --place PEK-SHA'))
  act(command, async ({ client, show, language }, { month, place }) => {
    const query = { month: month as string | undefined, place: place as string | undefined }
    const shown = await client.call<Shown>('GET', '/v1/satisfaction', { query })
    const { fields } = await consoleTexts[language]()
    const inWords = namedIn(shown, fields.name)
    await show(shown, () => satisfactionLines(inWords, scoreTextsIn(language).satisfaction))
  })
}

/** Topics as they are called; those of the airline's own are written as they are. */
function namedIn(shown: Shown, nameOf: (field: string) => string): Shown {
  const named = <T extends { topic: string }>(each: T): T => ({ ...each, topic: nameOf(each.topic) })
  return { ...shown, topics: shown.topics.map(named), hotSpots: shown.hotSpots.map(named) }
}

function satisfactionLines({ month, place, answers, topics, places, week, hotSpots }: Shown, words: Words): string[] {
  const others = places.filter((each) => each.place !== place).slice(0, PLACES_SHOWN)
  return [
    words.head({ answers: thousands(answers), place: placeText(place, words), month }),
    ...(topics.length === 0 ? [] : table([words.heads, ...topics.map((topic) => topicRow(topic, words))])),
    ...(others.length === 0
      ? []
      : [
          '',
          words.places(others.map((each) => `${placeText(each.place, words)} (${thousands(each.answers)})`).join(', ')),
        ]),
    '',
    hotSpots.length === 0 ? words.noHotSpots({ week }) : words.hotSpots({ week }),
    ...hotSpots.map((spot) => words.hotSpot({ ...spot, place: placeText(spot.place, words) })),
    '',
    words.foot,
  ]
}

function topicRow({ topic, answers, performance, importance, priority }: Driver, words: Words): (string | number)[] {
  const mean = performance ? `${performance.mean.toFixed(2)} (${range(performance.within)})` : words.tooFew
  const moves = importance ? `${importance.correlation.toFixed(2)} (${range(importance.within)})` : words.tooFew
  return [topic, answers, mean, moves, priority === undefined ? '-' : priority.toFixed(2)]
}

function range([low, high]: readonly [number, number]): string {
  return `${low.toFixed(2)} … ${high.toFixed(2)}`
}

function placeText(place: string, { everywhere }: Words): string {
  return place === 'all' ? everywhere : place
}
