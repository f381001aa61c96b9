import { BUILT_IN } from '../channels/index.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import { type Cursor, child, complain, isMapping, list, mapping, meant, oneOf, slug } from '../cursor.ts'
import { LIMITS } from '../member/member.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { parseCap } from '../units.ts'
import { LONGEST } from './read.ts'
import type { Cap } from './rulebook.ts'

const CAPS_AT_MOST = 10
const MONTHS_AT_MOST = 24
const TAGS_AT_MOST = 5

/** What caps are checked against. */
export interface CapScope {
  /** Every tag of the rulebook's campaigns. */
  tags: readonly string[]
  channels: DeclaredChannels
  /** How many emails and messages a member must remember for the caps so far, by what they count. */
  needs: Map<string, number>
  /** Further caps that apply. */
  besides: number
}

/** One cap or a list of them. */
export function readCaps(cursor: Cursor, scope: CapScope): Cap[] {
  const items = Array.isArray(cursor.value) ? list(cursor, CAPS_AT_MOST) : [cursor]
  if (items && items.length + scope.besides > CAPS_AT_MOST) {
    const message: Wording = ({ problems }) => problems.tooManyCaps(items.length + scope.besides, CAPS_AT_MOST)
    complain(cursor, 'too-large', message)
  }
  return (items ?? []).map((item) => readCap(item, scope)).filter((cap) => cap !== undefined)
}

/** `2 emails in 7d`; for other channels, or across them, `{ channel: any, atMost: 3 in 7d }`. */
function readCap(cursor: Cursor, scope: CapScope): Cap | undefined {
  if (!isMapping(cursor.value)) return readCount(cursor, 'email', cursor.value, scope)
  const fields = mapping(cursor, ['channel', 'atMost', 'tagged'], ['channel', 'atMost'])
  const channel = fields?.channel && oneOf(fields.channel, ['any', ...BUILT_IN, ...Object.keys(scope.channels)])
  const tag = fields?.tagged && slug(fields.tagged)
  if (!fields?.atMost || !channel || (fields.tagged && tag === undefined)) return undefined
  const said = /^(\d{1,4}) (in .+)$/.exec(String(fields.atMost.value))
  const spelt = said && `${said[1]} emails${tag === undefined ? '' : ` tagged ${tag}`} ${said[2]}`
  return readCount(child(cursor, 'atMost'), channel, spelt ?? undefined, scope)
}

function readCount(cursor: Cursor, channel: string, written: unknown, { tags, needs }: CapScope): Cap | undefined {
  const cap = parseCap(written)
  if (!cap || cap.atMost === 0 || cap.window === 0 || cap.window > LONGEST || (cap.months ?? 1) > MONTHS_AT_MOST) {
    const hint: Wording =
      channel === 'email' ? ({ problems }) => problems.writeEmailCap : ({ problems }) => problems.writeCap
    return complain(cursor, 'bad-cap', ({ problems }) => problems.expectedAFrequencyCap(cursor.value), hint)
  }
  const { tag = '' } = cap
  if (tag && !tags.includes(tag)) {
    return complain(cursor, 'unknown-tag', ({ problems }) => problems.noCampaignIsTagged(tag), meant(tag, tags))
  }
  const counted = `${channel} ${tag}`
  needs.set(counted, Math.max(needs.get(counted) ?? 0, cap.atMost))
  const needed = [...needs.values()].reduce((sum, each) => sum + each, 0)
  if (needed > LIMITS.mails) {
    const hint: Wording = ({ problems }) => problems.mailsRemembered(LIMITS.mails)
    return complain(cursor, 'cap-not-countable', ({ problems }) => problems.tooManyMailsToCount(needed), hint)
  }
  return { channel, ...cap }
}

/** The tags of a campaign's emails. */
export function readTags(cursor: Cursor): string[] {
  const tags = (list(cursor, TAGS_AT_MOST) ?? []).map(slug).filter((tag) => tag !== undefined)
  return [...new Set(tags)].sort()
}

/** The tags of all campaigns, including those with problems. */
export function tagsOf(campaigns: readonly Cursor[]): string[] {
  return campaigns.flatMap(({ value }) =>
    isMapping(value) && Array.isArray(value.tags) ? value.tags.filter((tag) => typeof tag === 'string') : [],
  )
}
