import { channelNamed } from '../channels/index.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { Campaign, Rulebook } from '../rulebook/rulebook.ts'
import { sampleMessage } from './check.ts'
import { charactersIn, renderMessage } from './render.ts'

/**
 * Messages that are too long for a channel that a step sends them over, made for a member of whom everything is known.
 * Names differ: what is too long for one member is found when it is made for them, and not sent.
 */
export function tooLongMessages(rulebook: Rulebook): Problem[] {
  const used = new Map(rulebook.campaigns.flatMap(uses).map((use) => [`${use.template} ${use.channel}`, use] as const))
  return [...used.values()].flatMap((use) => tooLong(use, rulebook))
}

interface Use {
  template: string
  channel: string
}

function uses({ program }: Campaign): Use[] {
  return program.flatMap((each) => {
    if (each.op !== 'action' || each.action.kind !== 'message') return []
    const { template, channel, instead } = each.action
    return [channel, ...instead].map((over) => ({ template, channel: over }))
  })
}

function tooLong({ template: id, channel }: Use, { messages, settings }: Rulebook): Problem[] {
  const { name = channel, textAtMost } = channelNamed(channel, settings.channels)
  if (textAtMost === undefined) return []
  return Object.entries(messages[id] ?? {}).flatMap(([locale, template]) => {
    const made = renderMessage(template, sampleMessage(template, locale, settings.airline))
    const characters = made.ok ? charactersIn(made.text) : 0
    if (characters <= textAtMost) return []
    const file = `templates/${id}/${locale}.message.txt`
    return [
      problemAt(
        { file, line: 1, column: 1, path: '', code: 'message-too-long' },
        ({ problems }) => problems.messageTooLong(characters, name, channel, textAtMost),
        ({ problems }) => problems.shortenIt,
      ),
    ]
  })
}
