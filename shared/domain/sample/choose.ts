import TinyQueue from 'tinyqueue'
import type { Member } from '../member/member.ts'
import { ofEachStratum, type Stratum, stratumOf } from './strata.ts'

/** A member of a sample: the card, and what it is called there. */
export interface Chosen {
  memberId: string
  key: string
  stratum: Stratum
}

interface ChooserOptions {
  /** How many members in all, about. */
  size: number
  /** What counts as lately, epoch ms. */
  since: number
  /** What a card is called in this sample. It has no order that says anything of the member. */
  keyOf(memberId: string): string
}

/**
 * Draws a stratified sample in one pass over all members: of each stratum those with the least keys, which are a random sample of it
 * without replacement, because keys are hashes.
 */
export function sampleChooser({ size, since, keyOf }: ChooserOptions) {
  const all = ofEachStratum(() => 0)
  const least = ofEachStratum(() => new TinyQueue<Chosen>([], (a, b) => (a.key > b.key ? -1 : 1)))
  return {
    see(members: readonly Member[]): void {
      for (const member of members) {
        const { memberId } = member
        if (member.mergedInto !== undefined || member.erasedAt !== undefined) continue
        const stratum = stratumOf(member, since)
        all[stratum] += 1
        least[stratum].push({ memberId, key: keyOf(memberId), stratum })
        if (least[stratum].length > size) least[stratum].pop()
      }
    },
    /** Members of each stratum, and those chosen: of a stratum in the order of their keys. */
    chosen(): { all: Record<Stratum, number>; chosen: Chosen[] } {
      const places = allocate(all, size)
      const chosen = Object.entries(least).flatMap(([stratum, queue]) =>
        [...queue.data].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, places[stratum as Stratum]),
      )
      return { all, chosen }
    },
  }
}

/**
 * How many places each stratum gets: by the square root of its members (power allocation: Bankier, The American Statistician 42,
 * 1988), so that rare things are seen often enough and common ones are still told exactly enough. Where a stratum has
 * fewer members than places, all are taken, and the others share what is left.
 */
export function allocate(all: Readonly<Record<Stratum, number>>, size: number): Record<Stratum, number> {
  const places = ofEachStratum(() => 0)
  let open = Object.keys(all) as Stratum[]
  let left = size
  for (;;) {
    const weight = open.reduce((sum, name) => sum + Math.sqrt(all[name]), 0)
    const shareOf = (name: Stratum) => (weight === 0 ? 0 : (left * Math.sqrt(all[name])) / weight)
    const whole = open.filter((name) => all[name] <= shareOf(name))
    if (whole.length === 0) {
      for (const name of open) places[name] = Math.floor(shareOf(name))
      return places
    }
    for (const name of whole) {
      places[name] = all[name]
      left -= all[name]
    }
    open = open.filter((name) => !whole.includes(name))
  }
}
