import type { Fault } from '../contract/index.ts'
import type { NotedReason } from '../contract/reason.ts'
import type { Silent } from './connector.ts'

/**
 * What connectors say of messages, in English. Each text is kept with its code and its values, so that whoever reads it in
 * another language gets it there: `domain/texts/zh-CN/messages.ts`.
 */

interface Says {
  message: string
  hint?: string | undefined
}

/** Why a part of a message cannot be read, and what was probably meant. */
export const faultWords = {
  bytesTooMany: ({ bytes, most }: { bytes: number; most: number }): Says => ({
    message: `the message has ${bytes} bytes, at most ${most} are read`,
  }),
  unpackedTooLarge: ({ most }: { most: number }): Says => ({
    message: `unpacked, the message has more than ${most} bytes`,
  }),
  notUnpacked: (): Says => ({
    message: 'the message is packed by gzip and cannot be unpacked',
    hint: 'it may have been cut off',
  }),

  connectorUnknown: ({ name }: { name: string }): Says => ({
    message: `the live rulebook has no connector "${name}"`,
    hint: 'publish a rulebook with its mapping in connectors/, then replay what is set aside',
  }),
  rawGone: ({ days }: { days: number }): Says => ({
    message: `the message is not in the store: it is kept for ${days} days`,
    hint: 'have it sent again',
  }),
  tooLarge: ({ most }: { most: number }): Says => ({ message: `the message has more than ${most} bytes` }),

  otherEncoding: ({ probably }: { probably: string }): Says => ({
    message: 'the message is not in the encoding that it names',
    hint: probably === '' ? 'it is probably another one' : `it is probably ${probably}`,
  }),
  documentType: (): Says => ({
    message: 'the message has a document type',
    hint: 'no feed needs one: it is refused unread',
  }),
  tagsTooMany: ({ most }: { most: number }): Says => ({
    message: `the message has more than ${most} tags`,
    hint: 'send it in several messages',
  }),
  badXml: ({ line, said }: { line: number; said: string }): Says => ({
    message: `line ${line}: ${said}`,
    hint: 'a message that was cut off ends in the middle',
  }),
  xmlParser: ({ said }: { said: string }): Says => ({ message: said }),
  noElement: (): Says => ({ message: 'the message has no element' }),
  otherRoot: ({ name, root }: { name: string; root: string }): Says => ({
    message: `the message is a ${name}`,
    hint: `an AIDX message of flights begins with ${root}`,
  }),
  legsTooMany: ({ count, most }: { count: number; most: number }): Says => ({
    message: `${count} legs in one message, at most ${most} are read`,
  }),
  notATime: ({ field, said, like }: { field: string; said: string; like: string }): Says => ({
    message: `${field}: "${said}" is not a time such as ${like}`,
  }),
  notADate: ({ field, said, like }: { field: string; said: string; like: string }): Says => ({
    message: `${field}: "${said}" is not a date such as ${like}`,
  }),
  fieldMissing: ({ field }: { field: string }): Says => ({ message: `${field}: is missing` }),
  unknownStatus: ({ code, like }: { code: string; like: string }): Says => ({
    message: `OperationalStatus: the mapping does not say what "${code}" means`,
    hint: `add "${code}: …" under statuses${like === '' ? '' : `; ${like} is there`}`,
  }),
  legUnknown: ({ leg }: { leg: string }): Says => ({
    message: `when ${leg} departs is not known`,
    hint: 'import the schedule, or connect what reports its departure; then replay what is set aside',
  }),

  segmentsTooMany: ({ most }: { most: number }): Says => ({
    message: `the interchange has more than ${most} segments`,
  }),
  notEdifact: (): Says => ({
    message: 'the message does not begin with UNA or UNB',
    hint: 'so an EDIFACT interchange begins',
  }),
  endsWithSegment: ({ tag }: { tag: string }): Says => ({
    message: `the interchange ends with the segment ${tag}`,
    hint: 'it ends with UNZ and a mark: this one was cut off, or something follows it',
  }),
  endsWithout: ({ rest }: { rest: string }): Says => ({
    message: `the interchange ends with "${rest}", which no mark ends`,
    hint: 'it ends with UNZ and a mark: this one was cut off, or something follows it',
  }),
  zoneUnknown: ({ airport }: { airport: string }): Says => ({
    message: `the origin: the time zone of ${airport} is not known`,
  }),
  cabinUnknown: ({ carrier, letter }: { carrier: string; letter: string }): Says => ({
    message: `the class: the mapping does not say which cabin ${carrier}.${letter} is`,
    hint: `add "${letter}" under cabins`,
  }),

  noColumn: ({ column, like, has }: { column: string; like: string; has: string }): Says => ({
    message: `the file has no column "${column}"`,
    hint: like === '' ? `it has ${has}` : `did you mean "${like}"?`,
  }),
  quoteOpen: ({ said }: { said: string }): Says => ({ message: said, hint: 'a quote that is opened is closed: "…"' }),
  rowsTooMany: ({ count, most }: { count: number; most: number }): Says => ({
    message: `${count} rows, at most ${most} are read of a file that is dropped`,
    hint: '`wingback import csv` takes files of any size',
  }),
  wordUnknown: ({ field, said }: { field: string; said: string }): Says => ({
    message: `${field}: the mapping does not say what "${said}" means`,
    hint: 'add it under codes',
  }),
  rounded: ({ field, said }: { field: string; said: string }): Says => ({
    message: `${field}: "${said}" was made a number by a spreadsheet, and rounded`,
    hint: 'export the column as text',
  }),
  notANumber: ({ field, said }: { field: string; said: string }): Says => ({
    message: `${field}: "${said}" is not a number`,
  }),
  notWhole: ({ field, said }: { field: string; said: string }): Says => ({
    message: `${field}: "${said}" is not a whole number`,
  }),
  notYesOrNo: ({ field, said }: { field: string; said: string }): Says => ({
    message: `${field}: "${said}" is neither yes nor no`,
    hint: 'say under codes what it means',
  }),
  noSuchDay: ({ field, said }: { field: string; said: string }): Says => ({
    message: `${field}: "${said}" is not a date that there is`,
    hint: 'dates: [M/D/YYYY] says how they are written',
  }),

  tooDeep: ({ most }: { most: number }): Says => ({ message: `the message nests more than ${most} levels deep` }),
  notJson: (): Says => ({ message: 'the message is not JSON', hint: 'it may have been cut off' }),
  notAnObject: (): Says => ({ message: 'it is not a JSON object' }),
  valuesTooMany: ({ most }: { most: number }): Says => ({ message: `it has more than ${most} values` }),
  thingsTooMany: ({ count, most }: { count: number; most: number }): Says => ({
    message: `the message tells of ${count} things, at most ${most} are read`,
    hint: 'send it in several messages',
  }),
  noList: ({ path }: { path: string }): Says => ({
    message: `there is no list at "${path}"`,
    hint: 'things: names where the list stands',
  }),

  notATicket: (): Says => ({
    message: 'the message is not an event of a ticket',
    hint: 'subscribe the webhook to ticket events',
  }),
  tagsUnknown: ({ tags, table }: { tags: string; table: string }): Says => ({
    message: `the mapping has none of the tags ${tags === '' ? '(there are none)' : tags}`,
    hint: `add one under ${table}, or "*"`,
  }),
  noCardOrAddress: (): Says => ({ message: 'there is neither a card nor an address', hint: HAVE_THE_CARD }),
  addressOfNobody: (): Says => ({ message: 'no member has the address', hint: HAVE_THE_CARD }),
  addressOfSeveral: (): Says => ({ message: 'several members have the address', hint: HAVE_THE_CARD }),
}

const HAVE_THE_CARD = 'have the card sent with it'

/** Why nothing comes of a part of a message. */
export const silentWords = {
  leftOut: ({ what }: { what: string }) => `left out: ${what}`,
  statusIgnored: () => 'its status means nothing that anybody is told',
  flightOfAnother: ({ carrier }: { carrier: string }) => `a flight of ${carrier}`,
  olderThanLeg: () => 'older than what is known of the leg',
  cancellationTold: () => 'its cancellation was told before',
  isCancelled: () => 'it is cancelled',
  neither: () => 'neither a delay nor a cancellation',
  early: () => 'early',
  onTime: () => 'on time',
  noOtherBand: ({ minutes }: { minutes: number }) => `${minutes} minutes late: no other band than was told`,
  belowBands: ({ minutes, least }: { minutes: number; least: number }) =>
    `${minutes} minutes late: told from ${least} minutes on`,
  nobodyOfOurs: () => 'nobody in it has a card of the programme',
  olderThanBooking: () => 'older than what is known of the booking',
  toldBefore: () => 'told before',
  notLeft: () => 'it has not left: people may still board',
  nobodyCheckedIn: () => 'nobody is said to have checked in',
  asInEarlierFile: () => 'as it was in an earlier file',
  noEventHolds: ({ found }: { found: string }) => `none of the events holds: ${found}`,
  nothingAt: ({ path, like }: { path: string; like: string }) => `there is nothing at ${path}. Did you mean ${like}?`,
  notAFlight: ({ number, date }: { number: string; date: string }) =>
    `the flight is left out: "${number}" of "${date}" is not a flight such as XW1061 of 2026-10-06`,
  flightUnknown: ({ number, date }: { number: string; date: string }) =>
    `the flight is left out: of ${number} on ${date} nothing is known`,
  severalLegs: ({ number, date }: { number: string; date: string }) =>
    `the flight is left out: of ${number} on ${date} there are several legs`,
  noTag: ({ tag }: { tag: string }) => `it has not the tag "${tag}"`,
  ticketEventIgnored: ({ type }: { type: string }) => `nothing is told of ${type}`,
  noAnswer: () => 'no answer to the member',
  statusTold: ({ status }: { status: string }) => `the status ${status === '' ? 'is not told' : status}`,
  noOutcomes: () => 'the mapping says nothing of outcomes',
}

type Words = typeof faultWords
type SilentWords = typeof silentWords
type ValuesOf<T> = T extends (values: infer V) => unknown ? V : never
type Given<V> = unknown extends V ? [] : [values: V]

/** A fault in the words of the catalogue. */
export function amiss<W extends keyof Words>(
  code: Fault['code'],
  path: string,
  is: W,
  ...[values]: Given<ValuesOf<Words[W]>>
): Fault {
  const { message, hint } = (faultWords[is] as (values: unknown) => Says)(values)
  return { code, path, message, ...(hint && { hint }), said: { is, ...(values as object) } as NotedReason }
}

/** That nothing comes of a part of a message, in the words of the catalogue. */
export function silence<W extends keyof SilentWords>(
  place: string,
  is: W,
  ...[values]: Given<ValuesOf<SilentWords[W]>>
): Silent {
  const why = (silentWords[is] as (values: unknown) => string)(values)
  return { place, why, said: { is, ...(values as object) } as NotedReason }
}
