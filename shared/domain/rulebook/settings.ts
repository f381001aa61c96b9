import { TEAMS } from '../../contract/task.ts'
import { readCarrier } from '../../standards/carrier.ts'
import { readSender } from '../../standards/mail-address.ts'
import { present } from '../../standards/present.ts'
import { readPercent } from '../audience/compile.ts'
import { DAY } from '../calendar.ts'
import { type Cursor, child, complain, isMapping, list, mapping, oneOf, text, whole } from '../cursor.ts'
import { MEASURES, type Thresholds, USUAL_THRESHOLDS } from '../sending/reputation.ts'
import { readBlackouts } from './blackouts.ts'
import { type CapScope, readCaps } from './caps.ts'
import { readChannels } from './channels.ts'
import { readLaw } from './law.ts'
import { readMeasure, USUAL_MEASURE } from './measure.ts'
import { readDuration, readLocale, readQuietHours, readZone } from './read.ts'
import { CONSENT_FOR, type Settings } from './rulebook.ts'

const KEYS = [
  'airline',
  'zone',
  'locale',
  'mail',
  'channels',
  'consentFor',
  'pauseSenderAt',
  'quietHours',
  'atMost',
  'blackouts',
  'holdout',
  'openCaseMutes',
  'disruptionMutes',
  'tasksWithin',
  'delayBands',
  'briefings',
  'holdoutSalt',
  'flightSuffix',
  'cards',
  'law',
  'measure',
] as const
const WORDS_AT_MOST = 50

/** `wingback.yaml`. If something is wrong, the rest that was read still serves to check the other files. */
export function readSettings(cursor: Cursor, caps: Omit<CapScope, 'channels'>): Settings {
  const fields = mapping(cursor, KEYS, ['airline', 'zone', 'locale', 'mail', 'holdoutSalt']) ?? {}
  const mail = (fields.mail && mapping(fields.mail, ['from', 'replyTo'], ['from'])) ?? {}
  const quietHours = fields.quietHours && readQuietHours(fields.quietHours)
  const holdoutSalt = (fields.holdoutSalt && text(fields.holdoutSalt, 64)) ?? ''
  const holdout = fields.holdout && readHoldout(fields.holdout, holdoutSalt)
  const replyTo = mail.replyTo && readAddress(mail.replyTo)
  const law = fields.law && readLaw(fields.law)
  const channels = readChannels(fields.channels)
  return {
    zone: (fields.zone && readZone(fields.zone)) ?? 'UTC',
    locale: (fields.locale && readLocale(fields.locale)) ?? '',
    mailFrom: (mail.from && readAddress(mail.from)) ?? '',
    consentFor: (fields.consentFor && oneOf(fields.consentFor, CONSENT_FOR)) ?? 'marketing',
    pauseSenderAt: { ...USUAL_THRESHOLDS, ...(fields.pauseSenderAt && readThresholds(fields.pauseSenderAt)) },
    airline: fields.airline ? readWords(fields.airline) : {},
    carriers: readCarriers(fields.airline),
    channels,
    caps: fields.atMost ? readCaps(fields.atMost, { ...caps, channels }) : [],
    blackouts: fields.blackouts ? readBlackouts(fields.blackouts) : [],
    ...readSpans(fields),
    tasksWithin: readTasksWithin(fields.tasksWithin),
    delayBands: readBands(fields.delayBands),
    holdoutSalt,
    ...readNames(fields),
    ...present({ replyTo, quietHours, holdout, law }),
    measure: fields.measure ? readMeasure(fields.measure) : USUAL_MEASURE,
  }
}

/** How long, or how long before. */
function readSpans({ openCaseMutes, disruptionMutes, briefings }: Partial<Record<(typeof KEYS)[number], Cursor>>) {
  return {
    openCaseMutes: (openCaseMutes && readDuration(openCaseMutes)) ?? 30 * DAY,
    disruptionMutes: (disruptionMutes && readDuration(disruptionMutes)) ?? DAY,
    ...present({ briefings: briefings && readDuration(briefings) }),
  }
}

/** Rules for the names of flights and cards. */
function readNames({ flightSuffix, cards }: { flightSuffix?: Cursor; cards?: Cursor }) {
  const pattern = cards && readCards(cards)
  return {
    flightSuffix: (flightSuffix && oneOf(flightSuffix, ['ignored', 'counted'])) ?? 'ignored',
    ...(pattern !== undefined && { cards: pattern }),
  }
}

/** Card numbers are stored as capital letters and digits, without spaces. */
function readCards(cursor: Cursor): string | undefined {
  const pattern = text(cursor, 100)
  if (pattern === undefined) return undefined
  try {
    new RegExp(pattern, 'u')
    return pattern
  } catch {
    return complain(
      cursor,
      'bad-value',
      ({ problems }) => problems.expectedARegularExpression,
      ({ problems }) => problems.writeCardPattern,
    )
  }
}

function readTasksWithin(cursor: Cursor | undefined): Settings['tasksWithin'] {
  const fields = (cursor && mapping(cursor, TEAMS)) ?? {}
  const times = TEAMS.map((team) => [team, fields[team] && readDuration(fields[team])] as const)
  return Object.fromEntries(times.filter(([, within]) => within !== undefined))
}

/** Minutes: each is news of a late flight. */
const USUAL_BANDS = [15, 30, 60, 120, 180, 240]
const BANDS_AT_MOST = 12

function readBands(cursor: Cursor | undefined): number[] {
  const bands = cursor && list(cursor, BANDS_AT_MOST)?.map((each) => whole(each, 1, 24 * 60))
  return bands?.every((band) => band !== undefined) ? bands.sort((a, b) => a - b) : USUAL_BANDS
}

/** `5%`, or with a salt of its own: then it can be drawn anew without the campaigns' holdouts. */
function readHoldout(cursor: Cursor, usualSalt: string): Settings['holdout'] {
  const fields = isMapping(cursor.value) ? mapping(cursor, ['share', 'salt'], ['share']) : { share: cursor }
  const share = fields?.share && readPercent(fields.share)
  const salt = fields && 'salt' in fields && fields.salt ? text(fields.salt, 64) : usualSalt
  return share !== undefined && salt !== undefined ? { share, salt } : undefined
}

/** A rate of zero would pause the sender at the first bounce: it is rejected as a mistake. */
function readThresholds(cursor: Cursor): Partial<Thresholds> {
  const fields = mapping(cursor, MEASURES) ?? {}
  const shares = MEASURES.flatMap((measure) => {
    const at = fields[measure]
    const share = at && readPercent(at)
    if (at && share === 0)
      complain(
        at,
        'bad-percent',
        ({ problems }) => problems.aboveZeroPercent,
        ({ problems }) => problems.leaveOutThreshold,
      )
    return share ? [[measure, share] as const] : []
  })
  return Object.fromEntries(shares)
}

/** The airline's carrier codes: what `carrier: ours` means in conditions. */
function readCarriers(airline: Cursor | undefined): string[] {
  const at = airline && isMapping(airline.value) ? child(airline, 'carriers') : undefined
  if (at?.value === undefined) return []
  const items = list(at, CARRIERS_AT_MOST) ?? []
  return items.flatMap((item) => {
    const written = text(item, 10)
    const carrier = written === undefined ? undefined : readCarrier(written)
    if (carrier?.ok) return [carrier.name]
    if (carrier) complain(item, 'bad-value', carrier.message, carrier.hint)
    return []
  })
}

const CARRIERS_AT_MOST = 20

function readWords(cursor: Cursor): Record<string, string> {
  const { value } = cursor
  if (!isMapping(value)) return mapping(cursor, []) ?? {}
  const keys = Object.keys(value).filter((key) => key !== 'carriers')
  if (keys.length > WORDS_AT_MOST) complain(cursor, 'too-large', ({ problems }) => problems.tooManyWords(WORDS_AT_MOST))
  if (!Object.hasOwn(value, 'name')) complain(cursor, 'missing-key', ({ problems }) => problems.nameIsMissing)
  const words = keys.slice(0, WORDS_AT_MOST).map((key) => [key, text(child(cursor, key), 500) ?? ''])
  return Object.fromEntries(words)
}

/** `care@example.com` or `Care <care@example.com>`, as it goes into a header. */
function readAddress(cursor: Cursor): string | undefined {
  const written = text(cursor, 320)
  if (written === undefined) return undefined
  const sender = readSender(written)
  return sender.ok
    ? sender.name
    : complain(cursor, 'bad-value', ({ problems }) => problems.badSender(written, sender.message), sender.hint)
}
