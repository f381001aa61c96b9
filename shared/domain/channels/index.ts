import type { Channel } from './channel.ts'
import { emailChannel } from './email/index.ts'

export type { Channel } from './channel.ts'

const channels: Readonly<Record<string, Channel>> = { [emailChannel.id]: emailChannel }

/** The channel of this name; undefined: what was asked for reaches nobody. */
export function channelNamed(id: string | undefined): Channel | undefined {
  return id === undefined ? undefined : channels[id]
}
