import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { deliverEmails } from '../../shared/app/deliver/email.ts'
import { calendarOf, DAY, HOUR, MINUTE, monthsBefore } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { boundedMails, isCounted } from '../../shared/domain/member/mails.ts'
import { LIMITS, type MailNote, type Member } from '../../shared/domain/member/member.ts'
import type { Cap, Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, enrolled } from '../support/events.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Frequency caps: what is counted by which, what goes out all the same, and that no rush gets past them. */

const noon = at('2026-06-01T12:00:00+08:00')
const iso = (instant: number) => new Date(instant).toISOString()

/** Service mail, so that no mail waits for another; under the caps all the same, and counted. */
const capped = (id: string, more = '', guardrails = 'caps: { bypass: false, counts: true }') => `campaign: ${id}
class: service
trigger: survey.answered
guardrails: { ${guardrails} }
${more}
steps: [{ email: hello }]`

async function decided(campaigns: string[], settings: string): Promise<Life> {
  const life = lifeOf(await rulebookOf({ campaigns, settings }))
  life.tell(enrolled())
  life.hear('survey.answered', iso(noon))
  return life
}

/** Claims every mail that is decided, in order; gives the campaigns whose mails went. */
function claimAll(life: Life, now = noon): string[] {
  return life.member.pending.flatMap(({ actionId, campaign }) => {
    const claimed = claim(life.member, actionId, { rulebook: life.rulebook, world: nothingSpecial, now })
    if (claimed.claim !== 'go') return []
    life.become(claimed.member)
    return [campaign]
  })
}

describe('ten campaigns in the same second', () => {
  const ten = Array.from({ length: 10 }, (_, n) => capped(`c${n}`))

  /** Each mail has a sender of its own; every write of one makes the others read again. */
  async function sendAtOnce(rulebook: Rulebook, life: Life) {
    const ports = createMemoryPorts({ now: () => noon })
    await ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(life.member) })
    let conflicts = 0
    const members = {
      ...ports.members,
      async read(...asked: Parameters<typeof ports.members.read>) {
        const found = await ports.members.read(...asked)
        await new Promise((resolve) => setImmediate(resolve))
        return found
      },
      async write(...asked: Parameters<typeof ports.members.write>) {
        const outcome = await ports.members.write(...asked)
        if (outcome === 'conflict') conflicts++
        return outcome
      },
    }
    const send = ({ actionId }: { actionId: string }) =>
      deliverEmails([{ messageId: actionId, body: JSON.stringify({ memberId: 'M1', actionId }) }], {
        ports: { ...ports, members },
        rulebooks: { load: async () => rulebook, get: () => rulebook },
        hints: nothingSpecial,
        now: noon,
        links: { baseUrl: 'https://links.example.com', keys: ['a key long enough to sign'] },
        onError: (error) => {
          throw error
        },
        alert: () => {},
      })
    for (let left = life.member.pending; left.length > 0; ) {
      const again = (await Promise.all(left.map(send))).flat()
      left = left.filter(({ actionId }) => again.includes(actionId))
    }
    const member = decodeMember((await ports.members.read(['M1'])).get('M1')!)
    return { mails: ports.mailer.mails, conflicts, member }
  }

  test.each([1, 3, 9])('send what the cap allows, %p', async (allowed) => {
    const life = await decided(ten, `atMost: [${allowed} emails in 7d]`)
    expect(life.member.pending).toHaveLength(10)
    const { mails, conflicts, member } = await sendAtOnce(life.rulebook!, life)
    expect(mails).toHaveLength(allowed)
    expect(member.mails).toHaveLength(allowed)
    expect(conflicts).toBeGreaterThan(0)
  })

  test('all of them where they bypass it, or nothing that counts', async () => {
    const bypassing = ten.map((source) => source.replace('bypass: false', 'bypass: true'))
    const free = await decided(bypassing, 'atMost: [3 emails in 7d]')
    expect((await sendAtOnce(free.rulebook!, free)).mails).toHaveLength(10)
    const uncounted = ten.map((source) => source.replace('counts: true', 'counts: false'))
    const unseen = await decided(uncounted, 'atMost: [3 emails in 7d]')
    expect((await sendAtOnce(unseen.rulebook!, unseen)).mails).toHaveLength(10)
  })
})

describe('a cap', () => {
  test('on a tag holds for campaigns with it, and counts theirs', async () => {
    const campaigns = [
      capped('a', 'tags: [promo]'),
      capped('b', 'tags: [promo, news]'),
      capped('c', 'tags: [news]'),
      capped('d'),
    ]
    const life = await decided(campaigns, 'atMost: [1 email tagged promo in 7d]')
    expect(claimAll(life)).toEqual(['a', 'c', 'd'])
    const both = await decided(campaigns, 'atMost: [1 email tagged promo in 7d, 1 email tagged news in 7d]')
    expect(claimAll(both)).toEqual(['a', 'c', 'd'])
    const all = await decided(campaigns, 'atMost: [1 email tagged promo in 7d, 2 emails in 7d]')
    expect(claimAll(all)).toEqual(['a', 'c'])
  })

  test('bypassing and counting are two things', async () => {
    const campaigns = [
      capped('a', '', 'caps: { bypass: true, counts: true }'),
      capped('b', '', 'caps: { bypass: false, counts: false }'),
      capped('c'),
    ]
    expect(claimAll(await decided(campaigns, 'atMost: [1 email in 7d]'))).toEqual(['a'])
    expect(claimAll(await decided(campaigns.slice(1), 'atMost: [1 email in 7d]'))).toEqual(['b', 'c'])
  })

  test('of months goes by the calendar of the airline', async () => {
    const life = await decided([capped('a')], 'atMost: [1 email in 1mo]')
    const mails: MailNote[] = [
      { actionId: 'x', campaign: 'x', class: 'marketing', claimedAt: at('2026-04-30T12:00+08:00') },
    ]
    const asOf = (now: string) => {
      life.become({ ...life.member, mails })
      return claimAll(life, at(now)).length
    }
    expect(asOf('2026-05-30T11:59+08:00')).toBe(0)
    expect(asOf('2026-05-30T12:00+08:00')).toBe(1)
    const shanghai = calendarOf('Asia/Shanghai')
    expect(iso(monthsBefore(at('2026-03-31T12:00+08:00'), 1, shanghai))).toBe('2026-02-28T04:00:00.000Z')
  })

  test('of minutes is exact', async () => {
    const life = await decided([capped('a')], 'atMost: [1 email in 30m]')
    const mails: MailNote[] = [{ actionId: 'x', campaign: 'x', class: 'marketing', claimedAt: noon }]
    life.become({ ...life.member, mails })
    expect(claimAll(life, noon + 30 * MINUTE - 1)).toEqual([])
    expect(claimAll(life, noon + 30 * MINUTE)).toEqual(['a'])
  })

  test('of the settings is that of the live rulebook, for journeys of an earlier version too', async () => {
    const life = await decided([capped('a'), capped('b')], '')
    const stricter = await rulebookOf({ campaigns: [capped('a')], settings: 'atMost: [1 email in 7d]' })
    const gone = life.member.pending.map(({ actionId }) => {
      const claimed = claim(life.member, actionId, {
        rulebook: life.rulebook,
        world: nothingSpecial,
        now: noon,
        live: stricter,
      })
      if (claimed.claim === 'go') life.become(claimed.member)
      return claimed.claim
    })
    expect(gone).toEqual(['go', 'skip'])
  })
})

/** Mails of a year, claimed one after the other as the gate lets them. */
describe('however mails come', () => {
  const campaigns = [
    capped('promo', 'tags: [promo]'),
    capped('news', 'tags: [news, promo]'),
    capped('plain'),
    capped('own', '', 'atMost: 2 emails in 20d, caps: { bypass: false, counts: true }'),
    capped('free', '', 'caps: { bypass: true, counts: false }'),
  ]
  const settings =
    'atMost: [4 emails in 3d, 6 emails tagged promo in 2mo, 1 email tagged news in 90m, 20 emails in 12w]'

  test('no window holds more than its cap allows, and what is remembered suffices to count', async () => {
    const rulebook = await rulebookOf({ campaigns, settings })
    const life = lifeOf(rulebook)
    life.tell(enrolled())
    const calendar = calendarOf('Asia/Shanghai')
    const moment = fc.tuple(
      fc.nat(campaigns.length - 1),
      fc.oneof(fc.nat(5 * MINUTE), fc.nat(5 * HOUR), fc.nat(4 * DAY)),
    )
    fc.assert(
      fc.property(fc.array(moment, { minLength: 40, maxLength: 200 }), (moments) => {
        let now = noon
        let member: Member = life.member
        const all: MailNote[] = []
        for (const [index, [which, passes]] of moments.entries()) {
          now += passes
          const campaign = rulebook.campaigns[which]!
          const action = { actionId: `a${index}`, kind: 'email' as const, campaign: campaign.id, class: campaign.class }
          member = pendingOf(member, rulebook, action, now)
          const claimed = claim(member, action.actionId, { rulebook, world: nothingSpecial, now })
          const bypasses = campaign.guardrails.bypassesCaps
          const full = bypasses
            ? false
            : capsOf(rulebook, campaign.id).some((cap) => within(all, cap, now, calendar) >= cap.atMost)
          expect(claimed.claim).toBe(full ? 'skip' : 'go')
          if (claimed.claim !== 'go') continue
          member = claimed.member
          expect(member.mails.length).toBeLessThanOrEqual(LIMITS.mails)
          all.push(member.mails.find(({ actionId }) => actionId === action.actionId)!)
        }
      }),
      { numRuns: 60 },
    )
  })

  function within(mails: readonly MailNote[], cap: Cap, now: number, calendar: ReturnType<typeof calendarOf>): number {
    const since = cap.months === undefined ? now - cap.window : monthsBefore(now, cap.months, calendar)
    return mails.filter((mail) => isCounted(mail, cap) && mail.claimedAt > since).length
  }

  function capsOf({ settings: { caps }, campaigns: all }: Rulebook, id: string): Cap[] {
    const { tags, guardrails } = all.find((each) => each.id === id)!
    return [...caps, ...guardrails.caps].filter(({ tag }) => tag === undefined || tags.includes(tag))
  }

  function pendingOf(
    member: Member,
    rulebook: Rulebook,
    action: Pick<Member['pending'][number], 'actionId' | 'kind' | 'campaign' | 'class'>,
    now: number,
  ): Member {
    const run = { campaign: action.campaign, rulebook: rulebook.version, key: action.actionId }
    const plan = { kind: 'email' as const, template: 'hello', locale: 'member', resendIfUnknown: false }
    const state = { decidedAt: now, handedAt: now, handovers: 1, state: 'decided' as const, step: '0', plan }
    const journey = { ...run, enteredAt: now, pc: 0, cause: { fields: {} }, happened: {}, awaiting: action.actionId }
    return { ...member, pending: [{ ...action, ...run, ...state }], journeys: [journey] }
  }
})

describe('the mails that are remembered', () => {
  const mail = (n: number, more: Partial<MailNote> = {}): MailNote => ({
    actionId: `a${n}`,
    campaign: 'c',
    class: 'marketing',
    claimedAt: n,
    ...more,
  })
  const newestFirst = (mails: MailNote[]) => mails.toSorted((a, b) => b.claimedAt - a.claimedAt)

  test('are the newest, but for those that a cap must count', () => {
    const promo = [1, 2, 3].map((n) => mail(n, { tags: ['promo'] }))
    const others = Array.from({ length: 60 }, (_, n) => mail(n + 10))
    const kept = boundedMails(newestFirst([...promo, ...others]), [
      { channel: 'email', tag: 'promo', atMost: 2, window: DAY },
      { channel: 'email', atMost: 5, window: DAY },
    ])
    expect(kept).toHaveLength(LIMITS.mails)
    expect(kept.map(({ claimedAt }) => claimedAt)).toEqual([...Array.from({ length: 38 }, (_, n) => 69 - n), 3, 2])
  })

  test('service mail that no cap counts makes none of the others fall out', () => {
    const marketing = [1, 2, 3].map((n) => mail(n))
    const service = Array.from({ length: 60 }, (_, n) => mail(n + 10, { class: 'service' }))
    const kept = boundedMails(newestFirst([...marketing, ...service]), [{ channel: 'email', atMost: 3, window: DAY }])
    expect(kept.filter(({ class: kind }) => kind === 'marketing')).toHaveLength(3)
  })
})
