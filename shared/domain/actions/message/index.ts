import { channelNamed } from '../../channels/index.ts'
import { profileOf } from '../../member/profile.ts'
import type { Settings } from '../../rulebook/rulebook.ts'
import { object, TEXT } from '../../rulebook/schema/parts.ts'
import type { ActionDefinition } from '../definition.ts'
import type { ActionSpec } from '../kinds.ts'
import { messageExample } from './example.ts'
import type { MessageSpec } from './message.ts'
import { messageOutcomes } from './outcomes.ts'
import { messageStep } from './step.ts'

export const messageAction = {
  queue: 'messages' as const,
  traits: {
    sells: true,
    notKnown: 'message.unknown',
  },
  form: messageStep,
  forms: (spec, { member, settings }) => {
    const all = [spec.channel, ...spec.instead]
    const wished = spec.byPreference ? wishOf(profileOf(member).preferences?.channel, all, settings) : undefined
    return [...all]
      .sort((a, b) => Number(b === wished) - Number(a === wished))
      .map((channel) => formOver(channel, spec, settings))
  },
  plan: ({ instead: _instead, byPreference: _byPreference, ...plan }) => plan,
  outcomes: messageOutcomes,
  counted: ['handed', 'sent', 'expired', 'unknown'],
  example: {
    schema: { anyOf: [TEXT, object({ template: TEXT, channel: TEXT, says: TEXT }, ['template'])] },
    ...messageExample,
  },
} satisfies ActionDefinition<'message'>

/** As an email it is one like any other. */
function formOver(channel: string, { template, locale, validFor }: MessageSpec, { channels }: Settings): ActionSpec {
  if (channelNamed(channel, channels).form === 'mail')
    return { kind: 'email', template, locale, resendIfUnknown: false }
  return { kind: 'message', template, locale, channel, instead: [], byPreference: false, validFor }
}

/** The channel the member prefers, by its id or its displayed name. */
function wishOf(said: string | undefined, among: readonly string[], { channels }: Settings): string | undefined {
  const wish = said?.trim().toLowerCase()
  return wish === undefined ? undefined : among.find((id) => id === wish || channels[id]?.name.toLowerCase() === wish)
}
