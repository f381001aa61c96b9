import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../infra/local/sample/entries.ts'
import type { Explanation } from '../../shared/app/api/explain.ts'
import { minutesOfDay } from '../../shared/domain/calendar.ts'
import { type Mail, type Portrait, type Status, startProcess } from '../support/pipeline.ts'
import { missingIn, shownIn } from '../support/shown.ts'

/** `npm start` as a stranger does it, with the sample: what came out is held against what went in. */

const read = (name: string): Entry[] =>
  readFileSync(new URL(`../../infra/local/sample/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const entries = [...read('members'), ...read('events'), ...read('evening')]
const ofType = (type: string) => entries.filter(({ DetailType }) => DetailType === type)
/** What the messages of one more flight become (infra/local/sample/flight). */
const OF_FLIGHT: [type: string, count: number][] = [
  ['booking.created', 2],
  ['flight.disrupted', 5],
  // Of those whom the messages name, and of one who was booked on it before.
  ['flight.completed', 3],
]
const FLIGHT_DAY = Date.parse('2026-09-29T00:00:00Z') / 1000
const SLOT_SECONDS = 15 * 60

let wingback: Awaited<ReturnType<typeof startProcess>>
let status: Status
let members: Map<string, Portrait>
let mails: Mail[]
let explanations: Map<string, Explanation[]>

beforeAll(async () => {
  wingback = await startProcess()
  status = JSON.parse(await wingback.command('status', '--json'))
  const lines = (await wingback.command('export')).trim().split('\n')
  members = new Map(lines.map((line) => JSON.parse(line)).map((each) => [each.memberId, each]))
  mails = await wingback.mails()
  explanations = new Map()
  for (const memberId of members.keys()) explanations.set(memberId, await wingback.explain(memberId))
}, 240_000)
afterAll(() => wingback?.kill())

const memberOf = (mail: Mail): Portrait => {
  const found = [...members.values()].find(({ facts }) => facts.email === mail.destination.to[0])
  if (!found) throw new Error(`nobody has the address ${mail.destination.to[0]}`)
  return found
}
const all = (): Explanation[] => [...explanations.values()].flat()

describe('the counts', () => {
  const erased = ofType('member.erased')[0]!.Detail

  test('of events: every one is accepted, a duplicate or set aside, but those of who asked to be forgotten', () => {
    const late = entries.filter(
      ({ Detail }) => Detail.memberId === erased.memberId && String(Detail.occurredAt) > String(erased.occurredAt),
    )
    expect(late).toHaveLength(1)
    const reported = OF_FLIGHT.reduce((sum, [, count]) => sum + count, 0)
    expect(status.events).toMatchObject({ accepted: entries.length - 4 + reported, duplicates: 1, setAside: 2 })
    expect(status.events.byType).toMatchObject({
      'member.enrolled': ofType('member.enrolled').length,
      'member.merged': 1,
      'member.erased': 1,
      'flight.disrupted': ofType('flight.disrupted').length + 5,
      'consent.changed': ofType('consent.changed').length,
    })
  })

  test('of members: neither the merged card nor the forgotten person is one', () => {
    expect(status.members).toBe(ofType('member.enrolled').length - 2)
  })

  test('the broken ones are set aside with their reasons', async () => {
    const setAside = (await wingback.command('set-aside', 'list', '--json')).trim().split('\n')
    const codes = setAside.map((line) => JSON.parse(line).fault.code)
    expect(codes.sort()).toEqual(['bad-time', 'missing-member'])
  })

  test('of mails: as many in the viewer as are counted, and as the members’ items say', () => {
    const noted = [...members.values()].flatMap(({ wingback }) => wingback.mails)
    expect(status.actions.email.sent).toBe(mails.length)
    expect(noted).toHaveLength(mails.length - mailsToForgotten())
    expect(status).toMatchObject({ pending: 0, unknown: 0, actions: { email: { failed: 0 } } })
    expect(Object.values(status.queues).map(({ dead }) => dead)).toEqual(Object.values(status.queues).map(() => 0))
  })

  function mailsToForgotten(): number {
    const address = ofType('member.enrolled').find(({ Detail }) => Detail.memberId === erased.memberId)!.Detail.email
    return mails.filter((mail) => mail.destination.to[0] === address).length
  }

  test('counting everything anew corrects nothing but what erasure took', async () => {
    const { corrected } = await wingback.call<{ corrected: { count: string }[] }>('POST', '/v1/recount', {})
    const forgotten = entries.filter(({ Detail }) => Detail.memberId === erased.memberId).map((each) => each.DetailType)
    const expected = new Set(forgotten.map((type) => `accepted.${type}`))
    const others = corrected.filter(
      ({ count }) => !expected.has(count) && !/^(email|compensation)\.|^journey\//.test(count),
    )
    expect(others).toEqual([])
  })
})

describe('the flight that is reported by messages of other systems', () => {
  test('is told to those who are booked on it, as it comes nearer and once it has arrived', () => {
    const told = (memberId: string) =>
      mails
        .filter((mail) => mail.destination.to[0] === members.get(memberId)!.facts.email && mail.at >= FLIGHT_DAY)
        .map(({ tags }) => tags.campaign)
    for (const memberId of ['CW100212', 'CW100216'])
      expect([memberId, ...told(memberId)]).toEqual([memberId, 'disruption-care', 'disruption-care', 'what-is-owed'])
  })

  test('has left nothing of who travels without a card', () => {
    expect(JSON.stringify([...members.values()])).not.toMatch(/XIAOMING/i)
  })
})

test('every campaign acts', () => {
  const done = (campaign: string) => all().filter((each) => each.campaign === campaign && each.verdict === 'got').length
  for (const campaign of ['birthday', 'disruption-care', 'service-recovery', 'upgrade-regulars', 'we-miss-you'])
    expect([campaign, done(campaign) > 0]).toEqual([campaign, true])
  const { upgradeOffer, compensation, serviceTask, email } = status.actions
  expect([upgradeOffer.issued, compensation.granted, serviceTask.opened, email.heldOut].map(Number)).toEqual(
    [upgradeOffer.issued, compensation.granted, serviceTask.opened, email.heldOut].map((n) => Math.max(1, n!)),
  )
})

test.each(['one-flight.md', 'one-flight.zh-CN.md'])('docs/marketers/%s shows what commands print', async (page) => {
  const shown = shownIn(readFileSync(new URL(`../../docs/marketers/${page}`, import.meta.url), 'utf8'))
  expect(shown).toHaveLength(4)
  for (const { command, lines } of shown) {
    const printed = await wingback.command(...command)
    expect([command.join(' '), missingIn(printed, lines)]).toEqual([command.join(' '), undefined])
  }
})

describe('every mail', () => {
  test('can be unsubscribed from with one click (RFC 8058)', () => {
    for (const { headers } of mails) {
      const value = (name: string) => headers.find((header) => header.name === name)?.value
      expect(value('List-Unsubscribe')).toMatch(/^<http:\/\/127\.0\.0\.1:\d+\/u\/[\w.-]+>$/)
      expect(value('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    }
  })

  test('is in the member’s language, and no template is left unfilled', () => {
    const known = mails.filter((mail) => [...members.values()].some((m) => m.facts.email === mail.destination.to[0]))
    for (const mail of known) {
      const { locale } = memberOf(mail).facts
      expect(mail.body.html).toContain(`<html lang="${locale}"`)
      expect(/[\u4e00-\u9fff]/.test(mail.subject)).toBe(locale === 'zh-CN')
      // A token may hold these letters by chance.
      const words = mail.body.text.replace(/\/[ou]\/[\w.-]+/g, '')
      expect(words).not.toMatch(/\{\{|\{%|undefined|NaN|\[object/)
    }
    expect(new Set(known.map((mail) => memberOf(mail).facts.locale))).toEqual(new Set(['zh-CN', 'en']))
  })

  test('of marketing went to somebody who had agreed to it, as of then', () => {
    const about = [
      'disruption-care',
      'flies-after-all',
      'flown-though-cancelled',
      'what-is-owed',
      'owed-after-a-complaint',
    ]
    for (const mail of mails.filter(({ tags }) => !about.includes(tags.campaign!))) {
      const enrolled = ofType('member.enrolled').find(({ Detail }) => Detail.email === mail.destination.to[0])!.Detail
      const said = entries.filter(
        ({ DetailType, Detail }) =>
          DetailType === 'consent.changed' &&
          Detail.memberId === enrolled.memberId &&
          Date.parse(String(Detail.occurredAt)) / 1000 < mail.at - SLOT_SECONDS,
      )
      const latest = said.at(-1)?.Detail.granted ?? (enrolled.consent as { email: boolean }).email
      expect([enrolled.memberId, latest]).toEqual([enrolled.memberId, true])
    }
  })

  test('went out outside the member’s quiet hours', () => {
    const campaigns = new Set<string>()
    for (const { facts, wingback } of members.values()) {
      for (const { campaign, sentAt } of wingback.mails) {
        campaigns.add(campaign)
        const hour = minutesOfDay(Date.parse(sentAt), facts.timeZone ?? 'Asia/Shanghai') / 60
        const [from, to] = QUIET[campaign] ?? [21, 8]
        expect([campaign, hour >= to && hour < from]).toEqual([campaign, true])
      }
    }
    expect(campaigns.size).toBe(8)
    // What the items say is what the viewer has: the driven clock stamps both.
    const times = [...members.values()].flatMap(({ wingback }) =>
      wingback.mails.map(({ sentAt }) => Math.floor(Date.parse(sentAt) / 1000)),
    )
    expect(times.filter((time) => !mails.some((mail) => mail.at === time))).toEqual([])
  })

  test('a name that tries to be a program is left out', () => {
    const clever = ofType('member.enrolled').find(({ Detail }) => String(Detail.givenName).includes('times: 7'))!.Detail
    const [mail] = mails.filter(({ destination }) => destination.to[0] === clever.email)
    expect(mail!.body.text).toContain('Dear member of Cranewing Club,')
    for (const text of [mail!.subject, mail!.body.html, mail!.body.text])
      expect(text).not.toMatch(/<script|times: 7|\{\{/)
  })
})

describe('who got nothing', () => {
  test('those held out got no mail, offer or compensation of that campaign, for as long as they were', () => {
    const heldOut = all().filter(({ verdict }) => verdict === 'heldOut')
    expect(heldOut.length).toBeGreaterThan(3)
    for (const [memberId, some] of explanations) {
      for (const { campaign, moments } of some.filter(({ verdict }) => verdict === 'heldOut')) {
        expect(moments.filter(({ outcome }) => ['sent', 'granted', 'issued', 'opened'].includes(outcome))).toEqual([])
        expect(members.get(memberId)!.wingback.mails.filter((mail) => mail.campaign === campaign)).toEqual([])
      }
    }
  })

  test.each([
    ['bounce@simulator.amazonses.com', 'bounce'],
    ['complaint@simulator.amazonses.com', 'complaint'],
  ])('%s is written to once, and suppressed', async (address, why) => {
    const member = [...members.values()].find(({ facts }) => facts.email === address)!
    expect(mails.filter((mail) => mail.destination.to[0] === address)).toHaveLength(1)
    expect(member.wingback.suppressions.map((each) => each.why)).toEqual([why])
    const explained = JSON.parse(await wingback.command('explain', member.memberId, '--json'))
      .explanations as Explanation[]
    const skipped = explained
      .flatMap(({ moments }) => moments)
      .filter(({ kind, outcome }) => kind === 'email' && outcome === 'skipped')
    expect(skipped.map(({ gates }) => gates.at(-1)?.gate)).toEqual(['suppressed'])
  })

  test('every skip says which gate, and why', () => {
    const skips = all()
      .flatMap(({ moments }) => moments)
      .filter(({ outcome }) => outcome === 'skipped')
    expect(skips).toHaveLength(status.actions.email.skipped! + status.actions.entitlement.skipped!)
    expect(skips.filter(({ reason, gates }) => reason === '' || gates.at(-1)?.answer === 'go')).toEqual([])
    const gates = new Set(skips.map(({ gates }) => gates.at(-1)?.gate))
    expect([...gates].sort()).toEqual(expect.arrayContaining(['consent', 'owed', 'suppressed']))
  })
})

/** Campaigns with quiet hours of their own, in hours. */
const QUIET: Record<string, [from: number, to: number]> = {
  'disruption-care': [23, 6],
  'flies-after-all': [23, 6],
  'flown-though-cancelled': [22, 7],
  'what-is-owed': [22, 7],
}

test('an explanation tells things in the order in which they happened', () => {
  const later: Record<string, number> = { entered: 0, decided: 1, sent: 2, granted: 2, issued: 2, opened: 2 }
  for (const { moments, verdict, done } of all()) {
    for (const step of new Set(moments.map((moment) => moment.step))) {
      const ranks = moments.filter((each) => each.step === step).flatMap(({ outcome }) => later[outcome] ?? [])
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
    if (moments.some(({ outcome }) => outcome === 'sent')) expect(verdict).toBe('got')
    if (verdict === 'got') expect(done.length).toBeGreaterThan(0)
    const ended = moments.findIndex(({ outcome }) => outcome === 'ended')
    const after = ended < 0 ? [] : moments.slice(ended + 1).map(({ outcome }) => outcome)
    // What would have begun it once more is told where it happened.
    expect(after.filter((outcome) => outcome !== 'goal' && outcome !== 'notEntered')).toEqual([])
  }
})
