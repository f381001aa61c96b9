import { BUILT_IN } from '../channels/index.ts'
import type { DeclaredChannel, DeclaredChannels } from '../channels/own/declared.ts'
import { type Cursor, child, complain, complainOfKey, isMapping, mapping, slug, text, whole } from '../cursor.ts'
import { readQuietHours } from './read.ts'

const CHANNELS_AT_MOST = 10
/** A message is short; the bus takes 256 KB with everything around it. */
const TEXT_AT_MOST = 10_000
/** Words that mean something else in steps, caps and examples. */
const RESERVED: readonly string[] = [...BUILT_IN, 'any', 'preferred']

/** `channels: { wechat: { name: 微信, consent: wechat, text: 600 } }`, the preferred one first. */
export function readChannels(cursor: Cursor | undefined): DeclaredChannels {
  if (!cursor) return {}
  const { value } = cursor
  if (!isMapping(value)) return mapping(cursor, []) ?? {}
  const ids = Object.keys(value)
  if (ids.length > CHANNELS_AT_MOST)
    complain(cursor, 'too-large', ({ problems }) => problems.tooManyChannels(CHANNELS_AT_MOST))
  const channels = ids.slice(0, CHANNELS_AT_MOST).map((id) => readChannel(id, child(cursor, id)))
  return Object.fromEntries(channels.flatMap((channel) => (channel ? [[channel.id, channel]] : [])))
}

function readChannel(id: string, cursor: Cursor): DeclaredChannel | undefined {
  if (RESERVED.includes(id))
    return complainOfKey(
      cursor,
      'bad-id',
      ({ problems }) => problems.reservedName(id),
      ({ problems }) => problems.anotherName,
    )
  if (slug({ ...cursor, value: id }) === undefined) return undefined
  const fields = mapping(cursor, ['name', 'consent', 'text', 'quietHours'], ['name', 'text'])
  const name = fields?.name && text(fields.name, 40)
  const consent = fields?.consent ? readConsent(fields.consent) : id
  const textAtMost = fields?.text && whole(fields.text, 1, TEXT_AT_MOST)
  const quietHours = fields?.quietHours && readQuietHours(fields.quietHours)
  return name && consent && textAtMost
    ? { id, name, consent, textAtMost, ...(quietHours && { quietHours }) }
    : undefined
}

/** The consent to email is for email only. */
function readConsent(cursor: Cursor): string | undefined {
  const name = slug(cursor)
  if (name === undefined || !BUILT_IN.includes(name)) return name
  return complain(
    cursor,
    'bad-value',
    ({ problems }) => problems.consentOfAnother(name, name),
    ({ problems }) => problems.ownName,
  )
}
