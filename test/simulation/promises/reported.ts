import type { LegState } from '../../../shared/connectors/legs/leg.ts'
import type { Played } from '../machine/play.ts'
import type { Moment } from '../story/story.ts'
import type { Check } from './promise.ts'
import type { Detail } from './told.ts'

type Message = Extract<Moment, { is: 'message' }>

/** When delays are news, minutes: what rulebooks have that say nothing of it. */
const BANDS = [15, 30, 60, 120, 180, 240]

/**
 * Messages of other systems: none is lost, what is known of a flight is what the newest one said, and nothing counts as told
 * that was not put on the bus.
 */
export const reported: Check = (played) => {
  const messages = played.story.moments.filter((moment): moment is Message => moment.is === 'message')
  if (messages.length === 0 || !isRead(played)) return []
  return [...unread(messages, played), ...outdated(messages, played), ...untold(played)]
}

/** Whether the rulebook that is live in the end knows every code: stories that were cut may lack the one that does. */
function isRead({ witness }: Played): boolean {
  const live = witness.worlds.at(-1)?.rulebook
  return JSON.stringify(witness.rulebooks.get(live ?? '')?.connectors.ops?.mapping ?? '').includes('"DLY"')
}

/** What was cut off is set aside, under its own key; of what can be read nothing is, once the mapping was mended. */
function unread(messages: readonly Message[], { setAsides }: Played): string[] {
  const aside = new Set(setAsides.map(({ envelope }) => Object(envelope.detail).key))
  return messages.flatMap(({ key, fault }) => {
    const isCut = fault === 'cut-off message'
    if (isCut === aside.has(key)) return []
    return [isCut ? `${key} was cut off, and is not set aside` : `${key} can be read, and is still set aside`]
  })
}

function outdated(messages: readonly Message[], { legs }: Played): string[] {
  const whole = messages.filter(({ fault }) => fault !== 'cut-off message')
  const newest = Math.max(...whole.map(({ text }) => sentAt(text)))
  const [leg, ...more] = legs
  if (more.length > 0) return ['one flight is known as several']
  if (leg?.asOf !== newest) return [`what is known of the flight is not of ${new Date(newest).toISOString()}`]
  const { text } = whole.find((each) => sentAt(each.text) === newest)!
  if (text.includes('>CNX<')) return leg.told.cancelled ? [] : ['the flight is cancelled, and counts as flying']
  const minutes = (timeOf(text, 'OFB', '(?:EST|ACT)') - timeOf(text, 'OFB', 'SCT')) / 60_000
  return bandOf(minutes) === (leg.told.departure?.band ?? 0)
    ? []
    : [`${minutes} minutes late is not what was told last`]
}

/** What counts as told has an event on the bus that says it. */
function untold({ legs, witness }: Played): string[] {
  const said = witness.puts.flatMap(({ envelope }) =>
    envelope.source === 'airline.ops' && envelope['detail-type'] === 'flight.disrupted'
      ? [envelope.detail as Detail]
      : [],
  )
  return legs.flatMap(({ told }) => [
    ...(told.cancelled && !said.some(({ kind }) => kind === 'cancellation')
      ? ['a cancellation counts as told, and no event says it']
      : []),
    ...untoldEnd('departure', told, said),
    ...untoldEnd('arrival', told, said),
  ])
}

function untoldEnd(end: 'departure' | 'arrival', told: LegState['told'], said: readonly Detail[]): string[] {
  const { band, certainty } = told[end] ?? { band: 0 }
  const isSaid = said.some(
    (each) => each.certainty === certainty && bandOf(Number(each[`${end}DelayMinutes`] ?? Number.NaN)) === band,
  )
  return band === 0 || isSaid ? [] : [`a delay at ${end} counts as told, and no event says it`]
}

function bandOf(minutes: number): number {
  return BANDS.filter((each) => minutes >= each).length
}

function sentAt(text: string): number {
  return Date.parse(/TimeStamp="([^"]+)"/.exec(text)![1]!)
}

function timeOf(text: string, end: string, type: string): number {
  return Date.parse(new RegExp(`"${end}" TimeType="${type}">([^<]+)<`).exec(text)![1]!)
}
