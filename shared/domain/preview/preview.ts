import type { Calendar } from '../calendar.ts'
import type { Member } from '../member/member.ts'
import { AT_ONCE, type AtOnce, atOnce, type GoingLive } from './at-once.ts'
import type { Overlap } from './overlaps.ts'
import { overlapsAmong } from './overlaps.ts'
import { addWords, type HadWords, noWords } from './words.ts'

/** What would come of a rulebook, of as many members as were looked at. */
export interface Preview {
  /** Members looked at. */
  looked: number
  atOnce: AtOnce
  overlaps: Overlap[]
  /** The airline's own words that members have. */
  had: HadWords
}

export function emptyPreview(): Preview {
  return { looked: 0, atOnce: {}, overlaps: [], had: noWords() }
}

/** Members who were merged away or erased are none. */
export function previewOf(members: readonly Member[], given: GoingLive & { calendar: Calendar }): Preview {
  const some = members.filter(({ mergedInto, erasedAt }) => mergedInto === undefined && erasedAt === undefined)
  return {
    looked: some.length,
    atOnce: some.map((member) => atOnce(member, given)).reduce(sumAtOnce, {}),
    overlaps: overlapsAmong(some, given.next, given),
    had: addWords(noWords(), some),
  }
}

/** Adds up what was found of one page of members and of the next. */
export function sumPreviews(one: Preview, other: Preview): Preview {
  const overlaps = Map.groupBy([...one.overlaps, ...other.overlaps], ({ campaigns }) => campaigns.join(' '))
  const had = Object.entries(one.had).map(([name, words]) => {
    return [name, [...new Set([...words, ...other.had[name as keyof HadWords]])].sort()]
  })
  return {
    looked: one.looked + other.looked,
    atOnce: sumAtOnce(one.atOnce, other.atOnce),
    overlaps: [...overlaps.values()].map((same) => {
      const counted = same.flatMap(({ members }) => members ?? [])
      return { ...same[0]!, ...(counted.length > 0 && { members: counted.reduce((sum, each) => sum + each, 0) }) }
    }),
    had: Object.fromEntries(had) as HadWords,
  }
}

function sumAtOnce(one: AtOnce, other: AtOnce): AtOnce {
  const campaigns = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(
    campaigns.map((campaign) => {
      const counts = AT_ONCE.map(
        (what) => [what, (one[campaign]?.[what] ?? 0) + (other[campaign]?.[what] ?? 0)] as const,
      )
      return [campaign, Object.fromEntries(counts.filter(([, count]) => count > 0))]
    }),
  )
}
