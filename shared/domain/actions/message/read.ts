import { DAY } from '../../calendar.ts'
import { channelIds, channelNamed } from '../../channels/index.ts'
import { type Cursor, complain, list, mapping, meant, short, text } from '../../cursor.ts'
import { readTemplateId } from '../../rulebook/forms.ts'
import { readDuration } from '../../rulebook/read.ts'
import type { StepScope } from '../../rulebook/scope.ts'
import type { Form } from '../../rulebook/template-uses.ts'
import { readTemplateLocale } from '../email/read.ts'
import type { MessageSpec } from './message.ts'

const KEYS = ['template', 'channel', 'locale', 'validFor'] as const
const CHANNELS_AT_MOST = 11
/** A gateway sends within seconds; after a day the message is out of date. */
const USUAL = DAY
const LONGEST = 7 * DAY

/** `message: sorry`, or `message: { template: sorry, channel: wechat, validFor: 12h }`. */
export function readMessage(cursor: Cursor, scope: StepScope): MessageSpec | undefined {
  const alone = typeof cursor.value === 'string'
  const fields = alone ? { template: cursor } : mapping(cursor, KEYS, ['template'])
  const id = fields?.template && text(fields.template)
  if (!fields?.template || id === undefined) return undefined
  const asked = 'channel' in fields ? fields.channel : undefined
  const byPreference = asked === undefined || asked.value === 'preferred'
  const channels = byPreference ? everyChannel(id, scope) : readChannels(asked, scope)
  if (!channels) return undefined
  if (!channelIds(scope.channels).some((channel) => takesText(channel, scope)))
    return complain(asked ?? cursor, ...NONE_DECLARED)
  const forms = channels.map((channel) => formOver(channel, scope))
  if (forms.length === 0) forms.push(scope.forms.message)
  const [template] = [...new Set(forms)].map((form) => readTemplateId(fields.template!, id, form, scope))
  const at = 'locale' in fields ? fields.locale : undefined
  const locale = at ? readTemplateLocale(at, template, forms[0]!) : 'member'
  const validFor = 'validFor' in fields && fields.validFor ? readValidFor(fields.validFor) : USUAL
  const [channel, ...instead] = channels
  if (!template || !locale || !validFor || channel === undefined) return undefined
  return { kind: 'message', template, locale, channel, instead, byPreference, validFor }
}

const NONE_DECLARED = [
  'unknown-channel',
  'the rulebook declares no channel for messages',
  'add "channels: { wechat: { name: 微信, text: 600 } }" to wingback.yaml, or write "email:"',
] as const

function takesText(channel: string, { channels }: StepScope): boolean {
  return channelNamed(channel, channels).form === 'message'
}

function formOver(channel: string, scope: StepScope): Form {
  return scope.forms[channelNamed(channel, scope.channels).form]
}

/** Every channel for which the template has a form, the preferred ones first. */
function everyChannel(template: string, scope: StepScope): string[] {
  return channelIds(scope.channels).filter((channel) => Object.hasOwn(formOver(channel, scope).locales, template))
}

/** One channel, or several: the first that reaches the member. */
function readChannels(cursor: Cursor, scope: StepScope): string[] | undefined {
  if (cursor.value === 'email') {
    return complain(
      cursor,
      'unknown-channel',
      ({ problems }) => problems.messageByEmail,
      ({ problems }) => problems.writeEmailForTheStep,
    )
  }
  const items = Array.isArray(cursor.value) ? list(cursor, CHANNELS_AT_MOST) : [cursor]
  const channels = items?.map((item) => readChannel(item, scope))
  if (!channels || channels.length === 0 || !channels.every((each) => each !== undefined)) {
    return items?.length === 0 ? complain(cursor, 'bad-value', ({ problems }) => problems.noChannelAtAll) : undefined
  }
  const twice = channels.find((each, i) => channels.indexOf(each) !== i)
  return twice === undefined
    ? channels
    : complain(cursor, 'duplicate-id', ({ problems }) => problems.isThereTwice(twice))
}

function readChannel(cursor: Cursor, { channels }: StepScope): string | undefined {
  const id = text(cursor)
  const known = channelIds(channels)
  if (id === undefined || known.includes(id)) return id
  if (Object.keys(channels).length === 0) return complain(cursor, ...NONE_DECLARED)
  return complain(
    cursor,
    'unknown-channel',
    ({ problems }) => problems.noChannelIsCalled(short(id)),
    meant(id, [...known, 'preferred']),
  )
}

function readValidFor(cursor: Cursor): number | undefined {
  const duration = readDuration(cursor)
  if (duration === undefined || duration <= LONGEST) return duration
  return complain(cursor, 'bad-duration', ({ problems }) => problems.messageValidTooLong)
}
