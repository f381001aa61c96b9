import { DAY, HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author, Told } from '../author.ts'
import { iso } from '../story.ts'

/** So long after an event was told last, everybody has it. */
const SURELY_TOLD = 9 * DAY

/**
 * What is said around a merge of cards: words on consent that are heard of only after it, copies that say nothing of consent any
 * more, the merge once more by another system, and merges that are none: back again, or into itself.
 */
export function cards(author: Author, chance: Chance): void {
  const merges = author.told('member.merged')
  for (const merge of merges) {
    const card = merge.memberId!
    const survivor = String(merge.detail.into)
    if (chance.is(0.6)) lateWords(card, survivor, merge)
    if (chance.is(0.2)) hear('member.merged', card, merge.at - chance.pick([HOUR, DAY]), { into: survivor })
    const next = merges.find(({ memberId }) => memberId === survivor)
    if (next) chain(card, String(next.detail.into), merge, next)
  }
  for (const memberId of chance.some(author.members, 0.3)) copies(memberId)
  for (const memberId of chance.some(author.members, 0.3)) ahead(memberId)
  if (author.told('member.erased').length > 0) return
  const goesOn = (card: string) => !merges.some(({ memberId }) => memberId === card)
  for (const merge of merges.filter(({ detail }) => goesOn(String(detail.into)) && chance.is(0.3))) {
    const card = String(merge.detail.into)
    const at = merge.at + SURELY_TOLD
    const into = chance.pick([merge.memberId!, card])
    author.raw('member.merged', aboutOf(card, at, { into }), at, 'poison event')
  }

  /** The card that ends withdraws, the one that goes on agrees later; both before the merge, and heard of as chance has it. */
  function lateWords(card: string, survivor: string, { at }: Told): void {
    const purpose = chance.pick(['marketing', 'service'])
    const words = chance.pick([
      [{ memberId: card, granted: false }],
      [
        { memberId: card, granted: false },
        { memberId: survivor, granted: true },
      ],
      [
        { memberId: survivor, granted: false },
        { memberId: card, granted: true },
      ],
    ])
    words.forEach(({ memberId, granted }, i) => {
      const said = at - chance.pick([10 * HOUR, 2 * HOUR]) + i * HOUR
      hear('consent.changed', memberId, said, { channel: 'email', granted, purpose })
    })
  }

  /** The first withdraws; the last agrees after the first merge and before the second, which makes them one person. */
  function chain(first: string, last: string, one: Told, two: Told): void {
    const purpose = chance.pick(['marketing', 'service'])
    const [from, until] = [Math.min(one.at, two.at), Math.max(one.at, two.at)]
    hear('consent.changed', first, from - HOUR, { channel: 'email', granted: false, purpose })
    hear('consent.changed', last, Math.ceil((from + until) / 2), { channel: 'email', granted: true, purpose })
  }

  /** A system whose clock runs ahead tells a yes, and somebody says no a minute later. */
  function ahead(memberId: string): void {
    const at = author.instant(0.2, 0.8)
    const yes = aboutOf(memberId, at + 4 * MINUTE, { channel: 'email', granted: true })
    author.raw('consent.changed', yes, at, 'clock ahead')
    hear('consent.changed', memberId, at + MINUTE, { channel: 'email', granted: false })
  }

  function copies(memberId: string): void {
    const at = author.instant(0.2, 0.8)
    hear('member.updated', memberId, at, { consent: { email: false } })
    const consent = chance.pick([null, { email: null }, { email: '' }, { email: true }])
    hear('member.updated', memberId, at + chance.pick([0, 2 * HOUR]), { consent })
  }

  function hear(type: string, memberId: string, said: number, fields: Record<string, unknown>): void {
    const heard = said + chance.pick([MINUTE, 2 * HOUR, 12 * HOUR, 3 * DAY])
    author.raw(type, aboutOf(memberId, said, fields), heard, 'late event')
  }

  function aboutOf(memberId: string, at: number, fields: Record<string, unknown>): Record<string, unknown> {
    return { ...fields, id: author.id('card'), memberId, occurredAt: iso(at) }
  }
}
