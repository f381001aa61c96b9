import { BUILT_IN } from '../channels/index.ts'
import type { DeclaredChannel, DeclaredChannels } from '../channels/own/declared.ts'
import { type Cursor, child, complain, complainOfKey, isMapping, mapping, slug, text, whole } from '../cursor.ts'
import { readQuietHours } from './read.ts'

const CHANNELS_AT_MOST = 10
/** A message is no letter; the bus takes 256 KB with everything around it. */
const TEXT_AT_MOST = 10_000
/** What steps, caps and examples mean something else by. */
const RESERVED: readonly string[] = [...BUILT_IN, 'any', 'preferred']

/** `channels: { wechat: { name: 微信, consent: wechat, text: 600 } }`, the preferred one first. */
export function readChannels(cursor: Cursor | undefined): DeclaredChannels {
  if (!cursor) return {}
  const { value } = cursor
  if (!isMapping(value)) return mapping(cursor, []) ?? {}
  const ids = Object.keys(value)
  if (ids.length > CHANNELS_AT_MOST) complain(cursor, 'too-large', `at most ${CHANNELS_AT_MOST} channels are read`)
  const channels = ids.slice(0, CHANNELS_AT_MOST).map((id) => readChannel(id, child(cursor, id)))
  return Object.fromEntries(channels.flatMap((channel) => (channel ? [[channel.id, channel]] : [])))
}

function readChannel(id: string, cursor: Cursor): DeclaredChannel | undefined {
  if (RESERVED.includes(id)) return complainOfKey(cursor, 'bad-id', `"${id}" has a meaning of its own`, 'another name')
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

/** E-mail's is asked of e-mail alone. */
function readConsent(cursor: Cursor): string | undefined {
  const name = slug(cursor)
  if (name === undefined || !BUILT_IN.includes(name)) return name
  return complain(cursor, 'bad-value', `the consent "${name}" is that of ${name} alone`, 'a name of its own')
}
