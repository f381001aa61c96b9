import type { Channel } from './channel.ts'
import { emailChannel } from './email/index.ts'
import type { DeclaredChannels } from './own/declared.ts'
import { goneChannel, ownChannel } from './own/index.ts'

export type { Channel } from './channel.ts'

/** Channels of every airline. Others are declared. */
const builtIn: Readonly<Record<string, Channel>> = { [emailChannel.id]: emailChannel }

export const BUILT_IN: readonly string[] = Object.keys(builtIn)

/** Consent to calls: Wingback makes none, but lists members who agreed to them. */
export const CALLS = 'phone'

/** Every channel, the preferred ones first: the declared ones in their order, then the built-in ones. */
export function channelIds(declared: DeclaredChannels): string[] {
  return [...Object.keys(declared), ...BUILT_IN]
}

/** The channel of this id. If it is not declared any more, one that reaches nobody. */
export function channelNamed(id: string, declared: DeclaredChannels): Channel {
  const own = declared[id]
  return builtIn[id] ?? (own ? ownChannel(own) : goneChannel(id))
}
