import { type Cursor, complain, describe, isMapping, list, meant, slug } from '../cursor.ts'
import { LIMITS } from '../member/member.ts'
import { parseCap } from '../units.ts'
import { LONGEST } from './read.ts'
import type { Cap } from './rulebook.ts'

const CAPS_AT_MOST = 10
const MONTHS_AT_MOST = 24
const TAGS_AT_MOST = 5

/** What caps are read against. */
export interface CapScope {
  /** Every tag that a campaign of the rulebook has. */
  tags: readonly string[]
  /** How many mails a member must remember for the caps so far: by tag, and `''` for all mails. */
  needs: Map<string, number>
  /** Caps that hold besides. */
  besides: number
}

/** One cap or a list of them. */
export function readCaps(cursor: Cursor, scope: CapScope): Cap[] {
  const items = Array.isArray(cursor.value) ? list(cursor, CAPS_AT_MOST) : [cursor]
  if (items && items.length + scope.besides > CAPS_AT_MOST) {
    const message = `${items.length + scope.besides} caps with those of the settings, at most ${CAPS_AT_MOST} hold at once`
    complain(cursor, 'too-large', message)
  }
  return (items ?? []).map((item) => readCap(item, scope)).filter((cap) => cap !== undefined)
}

function readCap(cursor: Cursor, { tags, needs }: CapScope): Cap | undefined {
  const cap = parseCap(cursor.value)
  if (!cap || cap.atMost === 0 || cap.window === 0 || cap.window > LONGEST || (cap.months ?? 1) > MONTHS_AT_MOST) {
    const hint = 'write 2 emails in 7d, or 1 email tagged promo in 1mo'
    return complain(cursor, 'bad-cap', `expected a frequency cap, found ${describe(cursor.value)}`, hint)
  }
  const { tag = '' } = cap
  if (tag && !tags.includes(tag)) {
    return complain(cursor, 'unknown-tag', `no campaign is tagged "${tag}"`, meant(tag, tags))
  }
  needs.set(tag, Math.max(needs.get(tag) ?? 0, cap.atMost))
  const needed = [...needs.values()].reduce((sum, each) => sum + each, 0)
  if (needed > LIMITS.mails) {
    const hint = `of each member the last ${LIMITS.mails} mails are remembered`
    return complain(cursor, 'cap-not-countable', `${needed} mails to count, with those of other caps`, hint)
  }
  return { channel: 'email', ...cap }
}

/** What a campaign's mails are tagged with. */
export function readTags(cursor: Cursor): string[] {
  const tags = (list(cursor, TAGS_AT_MOST) ?? []).map(slug).filter((tag) => tag !== undefined)
  return [...new Set(tags)].sort()
}

/** The tags of all campaigns, whatever else may be wrong with them. */
export function tagsOf(campaigns: readonly Cursor[]): string[] {
  return campaigns.flatMap(({ value }) =>
    isMapping(value) && Array.isArray(value.tags) ? value.tags.filter((tag) => typeof tag === 'string') : [],
  )
}
