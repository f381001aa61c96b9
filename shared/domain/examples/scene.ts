import type { Reacted, Scene } from './made.ts'

/**
 * Which part of a member's life tells of a campaign: all that the campaign did from the first to the last receipt of these entries.
 * Undefined: it did nothing there.
 */
export function sceneOf({ reactions, ...about }: Omit<Scene, 'begins'>, keys: ReadonlySet<string>): Scene | undefined {
  const isOfIt = ({ receipts }: Reacted) =>
    receipts.some(({ campaign, key }) => campaign === about.campaign.id && keys.has(key))
  const begins = reactions.findIndex(isOfIt)
  if (begins < 0) return undefined
  return { ...about, reactions: reactions.slice(0, reactions.findLastIndex(isOfIt) + 1), begins }
}
