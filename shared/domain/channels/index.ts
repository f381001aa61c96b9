import type { Channel } from './channel.ts'
import { emailChannel } from './email/index.ts'
import type { DeclaredChannels } from './own/declared.ts'
import { goneChannel, ownChannel } from './own/index.ts'

export type { Channel } from './channel.ts'

/** Channels that every airline has. The others it declares. */
const builtIn: Readonly<Record<string, Channel>> = { [emailChannel.id]: emailChannel }

export const BUILT_IN: readonly string[] = Object.keys(builtIn)

/** Consent to calls: Wingback makes none, and writes lists of those who agreed to them. */
export const CALLS = 'phone'

/** Every channel, the preferred ones first: those that are declared, in their order, then those that all have. */
export function channelIds(declared: DeclaredChannels): string[] {
  return [...Object.keys(declared), ...BUILT_IN]
}

/** The channel of this name. Where it is declared no more, one over which nobody is reached. */
export function channelNamed(id: string, declared: DeclaredChannels): Channel {
  const own = declared[id]
  return builtIn[id] ?? (own ? ownChannel(own) : goneChannel(id))
}
