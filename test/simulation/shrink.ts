import type { Violation } from './promises/index.ts'
import { judge } from './run.ts'
import type { Moment, Story } from './story/story.ts'

const PLAYS_AT_MOST = 400

/**
 * The smallest story found that still breaks one of the promises that the whole one broke: without kinds of faults,
 * members, campaigns, moments and single strikes that it does not need. Everything else of it stays as it was.
 */
export async function shrink(story: Story, broken: readonly Violation[]): Promise<Story> {
  const wanted = new Set(broken.map(({ promise }) => promise))
  let smallest = story
  let plays = 0

  async function tries(smaller: Story): Promise<boolean> {
    if (++plays > PLAYS_AT_MOST) return false
    const { violations } = await judge(smaller)
    if (!violations.some(({ promise }) => wanted.has(promise))) return false
    smallest = smaller
    return true
  }

  /** Takes pieces of a list out, large ones first. */
  async function without<T>(listOf: (story: Story) => readonly T[], drop: (story: Story, some: readonly T[]) => Story) {
    for (let size = listOf(smallest).length; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < listOf(smallest).length; ) {
        const some = listOf(smallest).slice(at, at + size)
        if (!(await tries(drop(smallest, some)))) at += size
      }
    }
  }

  await without(membersOf, dropMembers)
  await without((each) => Object.keys(each.faults.weights).filter((kind) => !each.faults.spared.includes(kind)), spare)
  await without(campaignsOf, dropCampaigns)
  await without((each) => each.moments, dropMoments)
  const { played } = await judge(smallest)
  const struck = new Set(played.witness.strikes.map(({ call }) => call))
  await without((each) => [...struck].filter((call) => !each.faults.spared.includes(call)), spare)
  await without((each) => each.moments, dropMoments)
  return smallest
}

function membersOf({ moments }: Story): string[] {
  return [...new Set(moments.flatMap((moment) => (moment.is === 'event' ? memberOf(moment.envelope.detail) : [])))]
}

function memberOf(detail: unknown): string[] {
  const { memberId } = Object(detail) as { memberId?: string }
  return memberId ? [memberId] : []
}

function dropMembers(story: Story, some: readonly string[]): Story {
  const kept = story.moments.filter(
    (moment) => moment.is !== 'event' || !memberOf(moment.envelope.detail).some((each) => some.includes(each)),
  )
  return { ...story, moments: kept }
}

function campaignsOf({ rulebooks }: Story): string[] {
  return [...new Set(rulebooks.flatMap((documents) => Object.keys(documents)))].filter((file) =>
    file.startsWith('campaigns/'),
  )
}

function dropCampaigns(story: Story, some: readonly string[]): Story {
  const rulebooks = story.rulebooks.map((documents) =>
    Object.fromEntries(Object.entries(documents).filter(([file]) => !some.includes(file))),
  )
  return { ...story, rulebooks }
}

function dropMoments(story: Story, some: readonly Moment[]): Story {
  return { ...story, moments: story.moments.filter((moment) => !some.includes(moment)) }
}

function spare(story: Story, some: readonly string[]): Story {
  return { ...story, faults: { ...story.faults, spared: [...story.faults.spared, ...some] } }
}
