import { nearest } from '../../standards/nearest.ts'
import {
  type Connector,
  type Known,
  nothing,
  type Raw,
  refused,
  type Silent,
  type Translation,
  together,
} from '../connector.ts'
import { type Cells, type EventForm, makeEvent } from '../fields/event.ts'
import { placesIn } from '../fields/mapping.ts'
import { type NamedFlight, withFlight } from '../legs/named-flight.ts'
import { memberWith } from '../people.ts'
import { silence } from '../words.ts'
import type { JsonMapping } from './mapping.ts'
import { readThings, type Thing } from './things.ts'

/**
 * JSON of any system: cases of a service desk, answers of a survey, profiles. The mapping says what stands where, by paths.
 * A message tells of one thing, or of a list of them; each becomes an event by itself.
 */
export const json: Connector<JsonMapping> = {
  parse(raw, mapping, known) {
    const read = readThings(raw.bytes, mapping.things)
    if (!read.ok) return refused(read.fault)
    return together(
      read.things.map(({ place, read: each }) =>
        each.ok ? tell(each.thing, { place, raw, mapping, known }) : refused(each.fault),
      ),
    )
  },
}

interface Telling {
  place: string
  raw: Raw
  mapping: JsonMapping
  known: Known
}

type Told = JsonMapping['events'][number]

function tell(thing: Thing, { place, raw, mapping, known }: Telling): Translation {
  const cells: Cells = (path) => {
    const text = thing.get(path) ?? ''
    return mapping.absent?.includes(text) ? '' : text
  }
  const told = mapping.events.find(({ when = {} }) =>
    Object.entries(when).every(([path, words]) => words.includes(cells(path))),
  )
  if (!told) return silent(silence(place, 'noEventHolds', { found: foundBy(mapping, cells) }))
  const form: EventForm = {
    ...mapping,
    ...told,
    id: told.id ?? mapping.id,
    fields: { ...mapping.fields, ...told.fields },
  }
  const made = makeEvent(cells, form, { place, kind: 'json', receivedAt: raw.receivedAt })
  if (!made.ok) return refused(made.fault)
  const beside = { ...nothing(), silent: [...made.silent, ...misspelt(form, thing, place)] }
  const { event } = made
  const member = memberOf(event.detail, cells(mapping.address ?? ''), mapping, place, known)
  if (member && !('memberId' in member)) return together([beside, member])
  const whole = { ...event, detail: { ...event.detail, ...member } }
  const flight = flightIn(told, cells)
  return together([beside, flight ? withFlight(whole, flight, place, known) : { ...nothing(), events: [whole] }])
}

/** By the address, if the mapping names one and there is no card. */
function memberOf(detail: Record<string, unknown>, address: string, mapping: JsonMapping, place: string, known: Known) {
  return detail.memberId === undefined && mapping.address !== undefined ? memberWith(address, place, known) : undefined
}

function flightIn({ flight }: Told, cells: Cells): NamedFlight | undefined {
  const [number, date, from, to] = [flight?.number, flight?.date, flight?.from, flight?.to].map((at) => cells(at ?? ''))
  return number ? { number, date: date!.slice(0, 'YYYY-MM-DD'.length), from, to } : undefined
}

/** What stands where the mapping looks, so that people see which word it does not have. */
function foundBy({ events }: JsonMapping, cells: Cells): string {
  const paths = [...new Set(events.flatMap(({ when = {} }) => Object.keys(when)))].slice(0, 5)
  return paths.map((path) => `${path}: ${cells(path) === '' ? '–' : `"${cells(path).slice(0, 40)}"`}`).join(', ')
}

/** A field that is not there is nothing: senders leave out what is empty. If there is one of nearly that name, it is said. */
function misspelt({ fields, id = '' }: EventForm, thing: Thing, place: string): Silent[] {
  const asked = Object.values(fields).flatMap(({ at, sum = [], text = '' }) => [at ?? '', ...sum, ...placesIn(text)])
  const absent = [...new Set([...asked, ...placesIn(id)])].filter((path) => path !== '' && !thing.has(path))
  const free = [...thing.keys()].filter((path) => !asked.includes(path))
  return absent.flatMap((path) => {
    const like = nearest(path, free)
    return like === undefined ? [] : [silence(place, 'nothingAt', { path, like })]
  })
}

function silent(one: Silent): Translation {
  return { ...nothing(), silent: [one] }
}
