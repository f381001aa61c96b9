import { channelIds } from '../../channels/index.ts'
import { complain, mapping, meant, short, text } from '../../cursor.ts'
import type { Wording } from '../../texts/problem-texts.ts'
import type { ExampleForm } from '../definition.ts'

/** `message: sorry`, or `message: { template: sorry, channel: wechat, says: 5,000 }`. */
export const messageExample = {
  read(cursor, { templates, messages, settings }) {
    const alone = typeof cursor.value === 'string'
    const fields = alone ? { template: cursor } : mapping(cursor, ['template', 'channel', 'says'], ['template'])
    if (!fields?.template) return undefined
    const template = text(fields.template)
    const channel = 'channel' in fields && fields.channel ? text(fields.channel) : undefined
    const says = 'says' in fields && fields.says ? text(fields.says) : undefined
    if (template === undefined) return undefined
    const known = [...new Set([...Object.keys(messages), ...Object.keys(templates)])]
    if (!known.includes(template)) {
      const hint: Wording | undefined = meant(template, known)
      return complain(
        fields.template,
        'unknown-template',
        ({ problems }) => problems.noTemplateIsCalled(short(template)),
        hint,
      )
    }
    const channels = channelIds(settings.channels)
    if (channel !== undefined && 'channel' in fields && fields.channel && !channels.includes(channel)) {
      return complain(
        fields.channel,
        'unknown-channel',
        ({ problems }) => problems.noChannelIsCalled(short(channel)),
        meant(channel, channels),
      )
    }
    return {
      words: (say) => say.message({ template, channel, says }),
      isMet: ({ outcome, action, mail, message }) =>
        outcome === 'sent' &&
        action.template === template &&
        (channel === undefined || (message?.channel ?? 'email') === channel) &&
        (says === undefined || (message ?? mail)?.text.includes(says) === true),
    }
  },
  words:
    ({ action, message }) =>
    (say) =>
      say.message({ template: action.template, channel: message?.channel ?? 'email' }),
  write: ({ action }) => action.template,
} satisfies Omit<ExampleForm<'message'>, 'schema'>
