import { readCarrier } from '../../standards/carrier.ts'
import { readSender } from '../../standards/mail-address.ts'
import { readPercent } from '../audience/compile.ts'
import { DAY } from '../calendar.ts'
import { type Cursor, child, complain, isMapping, list, mapping, oneOf, text, whole } from '../cursor.ts'
import { MEASURES, type Thresholds, USUAL_THRESHOLDS } from '../sending/reputation.ts'
import { readBlackouts } from './blackouts.ts'
import { type CapScope, readCaps } from './caps.ts'
import { readChannels } from './channels.ts'
import { readLaw } from './law.ts'
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
  'delayBands',
  'holdoutSalt',
  'flightSuffix',
  'cards',
  'law',
] as const
const WORDS_AT_MOST = 50

/** `wingback.yaml`. Where something is wrong, what else was read still serves to check the rest. */
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
    ...(replyTo && { replyTo }),
    consentFor: (fields.consentFor && oneOf(fields.consentFor, CONSENT_FOR)) ?? 'marketing',
    pauseSenderAt: { ...USUAL_THRESHOLDS, ...(fields.pauseSenderAt && readThresholds(fields.pauseSenderAt)) },
    airline: fields.airline ? readWords(fields.airline) : {},
    carriers: readCarriers(fields.airline),
    channels,
    ...(quietHours && { quietHours }),
    caps: fields.atMost ? readCaps(fields.atMost, { ...caps, channels }) : [],
    blackouts: fields.blackouts ? readBlackouts(fields.blackouts) : [],
    ...(holdout && { holdout }),
    openCaseMutes: (fields.openCaseMutes && readDuration(fields.openCaseMutes)) ?? 30 * DAY,
    disruptionMutes: (fields.disruptionMutes && readDuration(fields.disruptionMutes)) ?? DAY,
    delayBands: readBands(fields.delayBands),
    holdoutSalt,
    ...readNames(fields),
    ...(law && { law }),
  }
}

/** How flights and cards are called. */
function readNames({ flightSuffix, cards }: { flightSuffix?: Cursor; cards?: Cursor }) {
  const pattern = cards && readCards(cards)
  return {
    flightSuffix: (flightSuffix && oneOf(flightSuffix, ['ignored', 'counted'])) ?? 'ignored',
    ...(pattern !== undefined && { cards: pattern }),
  }
}

/** As card numbers are kept: capital letters and digits, without blanks. */
function readCards(cursor: Cursor): string | undefined {
  const pattern = text(cursor, 100)
  if (pattern === undefined) return undefined
  try {
    new RegExp(pattern, 'u')
    return pattern
  } catch {
    return complain(cursor, 'bad-value', 'expected a regular expression', "write '^CA[0-9]{9}$', in quotes")
  }
}

/** Minutes: each is news of a flight that is late. */
const USUAL_BANDS = [15, 30, 60, 120, 180, 240]
const BANDS_AT_MOST = 12

function readBands(cursor: Cursor | undefined): number[] {
  const bands = cursor && list(cursor, BANDS_AT_MOST)?.map((each) => whole(each, 1, 24 * 60))
  return bands?.every((band) => band !== undefined) ? bands.sort((a, b) => a - b) : USUAL_BANDS
}

/** `5%`, or with a salt of its own: then it is drawn anew without the campaigns' holdouts. */
function readHoldout(cursor: Cursor, usualSalt: string): Settings['holdout'] {
  const fields = isMapping(cursor.value) ? mapping(cursor, ['share', 'salt'], ['share']) : { share: cursor }
  const share = fields?.share && readPercent(fields.share)
  const salt = fields && 'salt' in fields && fields.salt ? text(fields.salt, 64) : usualSalt
  return share !== undefined && salt !== undefined ? { share, salt } : undefined
}

/** A share of nothing would pause the sender at the first bad answer: it is refused as a slip. */
function readThresholds(cursor: Cursor): Partial<Thresholds> {
  const fields = mapping(cursor, MEASURES) ?? {}
  const shares = MEASURES.flatMap((measure) => {
    const at = fields[measure]
    const share = at && readPercent(at)
    if (at && share === 0)
      complain(at, 'bad-percent', 'more than 0% is expected', 'leave it out for the usual threshold')
    return share ? [[measure, share] as const] : []
  })
  return Object.fromEntries(shares)
}

/** The codes under which the airline flies: what `carrier: ours` means in conditions. */
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
  if (keys.length > WORDS_AT_MOST) complain(cursor, 'too-large', `at most ${WORDS_AT_MOST} words are read`)
  if (!Object.hasOwn(value, 'name')) complain(cursor, 'missing-key', '"name" is missing')
  const words = keys.slice(0, WORDS_AT_MOST).map((key) => [key, text(child(cursor, key), 500) ?? ''])
  return Object.fromEntries(words)
}

/** `care@example.com` or `Care <care@example.com>`, as it goes into a header. */
function readAddress(cursor: Cursor): string | undefined {
  const written = text(cursor, 320)
  if (written === undefined) return undefined
  const sender = readSender(written)
  return sender.ok ? sender.name : complain(cursor, 'bad-value', `"${written}" ${sender.message}`, sender.hint)
}
