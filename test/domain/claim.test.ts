import { describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryQueues } from '../../shared/adapters/memory/index.ts'
import { deliverEmails } from '../../shared/app/deliver/email.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { CLAIM_IS_GOOD_FOR, claim, unclaim } from '../../shared/domain/campaign/claim.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { Ports } from '../../shared/ports/index.ts'
import { at, enrolled } from '../support/events.ts'
import { deepFreeze, type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

const noon = at('2026-06-01T12:00:00+08:00')
const iso = (instant: number) => new Date(instant).toISOString()

const campaign = (id: string, more = '') => `campaign: ${id}
trigger: survey.answered
${more}
steps: [{ email: hello }]`
const again = campaign('c', 'class: service').replace(
  'email: hello',
  'email: { template: hello, resendIfUnknown: true }',
)

/** A member with a mail decided at noon. */
async function decided({ campaigns = [campaign('c')], settings = '' } = {}): Promise<Life> {
  const life = lifeOf(await rulebookOf({ campaigns, settings }))
  life.tell(enrolled())
  life.hear('survey.answered', iso(noon))
  return life
}

function claimed(life: Life, now = noon, world = nothingSpecial) {
  return claim(life.member, life.member.pending[0]!.actionId, { rulebook: life.rulebook, world, now })
}

describe('a claim', () => {
  test('goes, and counts against the caps in the same write', async () => {
    const life = await decided()
    const { actionId } = life.member.pending[0]!
    expect(claimed(life)).toMatchObject({
      claim: 'go',
      action: { actionId, state: 'claimed', claimedAt: noon, claims: 1 },
      member: { mails: [{ actionId, campaign: 'c', class: 'marketing', claimedAt: noon }] },
    })
  })

  test('what is no longer pending is gone', async () => {
    const life = await decided()
    const { actionId } = life.member.pending[0]!
    life.outcome('email.sent', iso(noon + 1))
    expect(claim(life.member, actionId, { rulebook: life.rulebook, world: nothingSpecial, now: noon })).toEqual({
      claim: 'gone',
    })
    expect(claim(life.member, 'never-was', { rulebook: life.rulebook, world: nothingSpecial, now: noon })).toEqual({
      claim: 'gone',
    })
  })

  test('an action whose journey does not wait for it is gone: its gates could not be asked', async () => {
    const life = await decided()
    const { journeys } = life.member
    life.become({ ...life.member, journeys: journeys.map((each) => ({ ...each, awaiting: 'another' })) })
    expect(claimed(life)).toEqual({ claim: 'gone' })
    life.become({ ...life.member, journeys: [] })
    expect(claimed(life)).toEqual({ claim: 'gone' })
  })

  test.each([
    ['consent', 'consent.changed', { channel: 'email', granted: false }],
    ['suppressed', 'email.complained', { actionId: 'another', address: 'mei@example.com' }],
    ['suppressed', 'email.bounced', { actionId: 'another', address: 'mei@example.com', permanent: true }],
  ])('%s, lost between decision and claim, stops it', async (gate, type, fields) => {
    const life = await decided()
    const told = { id: 'between', memberId: 'M1', ...fields }
    if (type === 'consent.changed') life.hear(type, iso(noon + 1000), told)
    else life.outcome(type, iso(noon + 1000), told)
    expect(claimed(life, noon + 2000)).toMatchObject({ claim: 'skip', gate })
  })

  test.each([
    [undefined, 'marketing', 'skip'],
    ['marketing', 'marketing', 'skip'],
    ['service', 'marketing', 'go'],
    [undefined, 'service', 'go'],
    ['marketing', 'service', 'go'],
    ['service', 'service', 'skip'],
  ] as const)('a withdrawal of purpose %s: a %s mail is told %s at its claim', async (purpose, kind, answer) => {
    const life = await decided({ campaigns: [campaign('c', `class: ${kind}`)] })
    life.hear('consent.changed', iso(noon + 1000), { channel: 'email', granted: false, ...(purpose && { purpose }) })
    expect(claimed(life, noon + 2000)).toMatchObject({ claim: answer, ...(answer === 'skip' && { gate: 'consent' }) })
  })

  test('a bounce of another address does not', async () => {
    const life = await decided()
    life.hear('member.updated', iso(noon + 500), { email: 'new@example.com' })
    life.outcome('email.bounced', iso(noon + 1000), {
      actionId: 'another',
      address: 'mei@example.com',
      permanent: true,
    })
    expect(claimed(life, noon + 2000)).toMatchObject({ claim: 'go' })
  })

  test('quiet hours and a pause hold it', async () => {
    const life = await decided({ settings: 'quietHours: 21:00-08:00' })
    expect(claimed(life, noon + 10 * HOUR)).toMatchObject({
      claim: 'hold',
      gate: 'quietHours',
      until: noon + 20 * HOUR,
    })
    const paused = { ...nothingSpecial, paused: new Set(['c']) }
    expect(claimed(life, noon, paused)).toMatchObject({ claim: 'hold', gate: 'paused', until: noon + 15 * MINUTE })
  })

  test('within a minute another claim is busy; afterwards nobody knows', async () => {
    const life = await decided()
    const first = claimed(life)
    if (first.claim !== 'go') throw new Error('it goes')
    life.become(first.member)
    expect(claimed(life, noon + CLAIM_IS_GOOD_FOR - 1)).toEqual({ claim: 'busy' })
    expect(claimed(life, noon + CLAIM_IS_GOOD_FOR)).toMatchObject({ claim: 'unknown' })
  })

  test('a message that comes again knows at once that nobody is at it any more', async () => {
    const life = await decided()
    const { actionId } = life.member.pending[0]!
    const first = claimed(life)
    if (first.claim !== 'go') throw new Error('it goes')
    life.become(first.member)
    const again = claim(life.member, actionId, {
      rulebook: life.rulebook,
      world: nothingSpecial,
      now: noon,
      live: life.rulebook,
      retried: true,
    })
    expect(again).toMatchObject({ claim: 'unknown', action: { actionId } })
  })

  test('what was taken back may be claimed anew, does not count, and leaves the second try of service mail', async () => {
    const life = await decided({ campaigns: [again] })
    const first = claimed(life)
    if (first.claim !== 'go') throw new Error('it goes')
    const released = deepFreeze(unclaim(deepFreeze(first.member), first.action.actionId))
    expect(released.mails).toEqual([])
    life.become(released)
    const second = claimed(life, noon + MINUTE)
    expect(second).toMatchObject({ claim: 'go', action: { claims: 1 } })
    if (second.claim !== 'go') throw new Error('it goes')
    life.become(second.member)
    life.outcome('email.unknown', iso(noon + 3 * MINUTE), { reason: { is: 'mail.senderStopped' } })
    expect(claimed(life, noon + 4 * MINUTE)).toMatchObject({ claim: 'go', action: { claims: 2 } })
  })

  test('a parked mail is not claimed again, unless it is service mail that says so, and then once', async () => {
    for (const [source, expected] of [
      [campaign('c'), 'gone'],
      [campaign('c', 'class: service'), 'gone'],
      [again, 'go'],
    ] as const) {
      const life = await decided({ campaigns: [source] })
      const first = claimed(life)
      if (first.claim !== 'go') throw new Error('it goes')
      life.become(first.member)
      life.outcome('email.unknown', iso(noon + 2 * MINUTE), { reason: { is: 'mail.senderStopped' } })
      const second = claimed(life, noon + 3 * MINUTE)
      expect(second.claim).toBe(expected)
      if (second.claim !== 'go') continue
      expect(second.member.mails).toHaveLength(1)
      life.become(second.member)
      life.outcome('email.unknown', iso(noon + 5 * MINUTE), { reason: { is: 'mail.senderStopped' } })
      expect(claimed(life, noon + 6 * MINUTE)).toEqual({ claim: 'gone' })
    }
  })

  test('the note of a mail says what is not as usual for its class, and no more', async () => {
    const noteOf = async (more: string) => {
      const life = await decided({ campaigns: [campaign('c', more)] })
      const answer = claimed(life)
      if (answer.claim !== 'go') throw new Error('it goes')
      return answer.member.mails[0]
    }
    const { actionId } = (await decided()).member.pending[0]!
    const usual = { actionId, campaign: 'c', class: 'marketing', claimedAt: noon }
    expect(await noteOf('')).toStrictEqual(usual)
    expect(await noteOf('tags: [news]')).toStrictEqual({ ...usual, tags: ['news'] })
    const service = { ...usual, class: 'service' }
    expect(await noteOf('class: service')).toStrictEqual(service)
    const counted = 'class: service\nguardrails: { caps: { counts: true } }'
    expect(await noteOf(counted)).toStrictEqual({ ...service, counts: true })
  })

  test('other actions and other mails stay as they are, before and after', async () => {
    const life = await decided()
    const [own] = life.member.pending as [Member['pending'][number]]
    const other = { ...own, actionId: 'other', claims: 3 }
    const sent = { actionId: 'sent', campaign: 'x', class: 'service' as const, claimedAt: noon - DAY }
    life.become({ ...life.member, pending: [other, own], mails: [sent] })
    const answer = claim(life.member, own.actionId, { rulebook: life.rulebook, world: nothingSpecial, now: noon })
    if (answer.claim !== 'go') throw new Error('it goes')
    expect(answer.member.pending).toEqual([other, { ...own, state: 'claimed', claimedAt: noon, claims: 1 }])
    expect(answer.member.mails.map(({ actionId }) => actionId).sort()).toEqual([own.actionId, 'sent'].sort())
    const back = unclaim(answer.member, own.actionId)
    expect(back.pending).toEqual([other, { ...own, claims: 0 }])
    expect(back.mails).toEqual([sent])
    expect(unclaim(back, 'other').pending[0]).toEqual({ ...other, claims: 2 })
  })

  test('what reaches nobody by itself counts as no mail', async () => {
    const task = campaign('c').replace('email: hello', 'serviceTask: { title: Call }')
    const answer = claimed(await decided({ campaigns: [task] }))
    expect(answer).toMatchObject({ claim: 'go', action: { kind: 'serviceTask' }, member: { mails: [] } })
  })

  test.each([
    ['of another version, which has no such campaign', { rulebook: 'another' }],
    ['of a version that is not known any more', { rulebook: 'none' }],
    ['that a gateway was handed', { state: 'handed' }],
  ] as const)('an action %s is gone', async (_, how) => {
    const life = await decided()
    const [own] = life.member.pending as [Member['pending'][number]]
    if ('state' in how) life.become({ ...life.member, pending: [{ ...own, state: how.state }] })
    const another = await rulebookOf({ campaigns: [campaign('another')] })
    const rulebook = !('rulebook' in how) ? life.rulebook : how.rulebook === 'another' ? another : undefined
    const given = { rulebook, world: nothingSpecial, now: noon }
    expect(claim(life.member, own.actionId, given)).toEqual({ claim: 'gone' })
  })

  test('what waits for a second person is in the ledger already: no gate is asked again', async () => {
    const life = await decided()
    const [own] = life.member.pending as [Member['pending'][number]]
    life.become({ ...life.member, pending: [{ ...own, waitsUntil: noon + DAY }] })
    const paused = { ...nothingSpecial, paused: new Set(['c']) }
    expect(claimed(life, noon, paused)).toMatchObject({ claim: 'go' })
  })

  test('the settings and the caps of the live rulebook hold; its own where none is live', async () => {
    const life = await decided()
    const { actionId } = life.member.pending[0]!
    const live = await rulebookOf({ campaigns: [campaign('c')], settings: 'quietHours: 09:00-18:00' })
    const given = { rulebook: life.rulebook, world: nothingSpecial, now: noon }
    const held = { claim: 'hold', gate: 'quietHours', reason: expect.anything(), until: noon + 6 * HOUR }
    expect(claim(life.member, actionId, { ...given, live })).toEqual(held)
    expect(claim(life.member, actionId, given)).toMatchObject({ claim: 'go' })
    expect(claim(life.member, actionId, { ...given, live: undefined })).toMatchObject({ claim: 'go' })
  })

  test('the window of a cap ends to the millisecond', async () => {
    const life = await decided({ settings: 'atMost: [1 email in 1d]' })
    const withMail = (claimedAt: number) =>
      life.become({ ...life.member, mails: [{ actionId: 'x', campaign: 'x', class: 'marketing', claimedAt }] })
    withMail(noon - DAY + 1)
    expect(claimed(life)).toMatchObject({ claim: 'skip', gate: 'frequencyCap' })
    withMail(noon - DAY)
    expect(claimed(life)).toMatchObject({ claim: 'go' })
  })
})

test('a mail goes out from the sender of the live rulebook, whatever it was decided by', async () => {
  const life = await decided()
  const rulebook = life.rulebook!
  const settings = { ...rulebook.settings, mailFrom: 'Care <care@mail.example.com>', replyTo: 'desk@example.com' }
  const corrected = { ...rulebook, version: 'corrected', settings }
  const { ports, deliver } = await sender(life, rulebook, undefined, corrected)
  expect(await deliver()).toEqual([])
  expect(ports.mailer.mails.map(({ mail }) => [mail.from, mail.replyTo, mail.tags.rulebook])).toEqual([
    ['Care <care@mail.example.com>', 'desk@example.com', rulebook.version],
  ])
})

test('an action on a queue where nothing does its kind is tried again until somebody sees it, not dropped', async () => {
  const life = await decided({ campaigns: [campaign('c').replace('email: hello', 'serviceTask: { title: Call }')] })
  const { ports, deliver, errors } = await sender(life, life.rulebook!, undefined, undefined, 'note')
  expect(await deliver()).toEqual(['m0'])
  expect(errors.map(String)).toEqual([
    'Error: the queue emails has an action of the kind serviceTask, which nothing does there',
  ])
  expect(ports.queues.take('events', 1)).toEqual([])
})

describe('ten campaigns in the same second', () => {
  /** As if each had decided without knowing of the others. */
  async function tenDecided(): Promise<{ life: Life; rulebook: Rulebook }> {
    const campaigns = Array.from({ length: 10 }, (_, i) => campaign(`c${i}`))
    const rulebook = await rulebookOf({ campaigns, settings: 'atMost: [3 emails in 7d]' })
    const life = lifeOf(rulebook)
    life.tell(enrolled())
    let member: Member = life.member
    for (let i = 0; i < 10; i++) {
      const alone = lifeOf({ ...rulebook, campaigns: rulebook.campaigns.filter(({ id }) => id === `c${i}`) })
      alone.tell(enrolled())
      alone.hear('survey.answered', iso(noon))
      const { pending, journeys } = alone.member
      member = { ...member, pending: [...member.pending, ...pending], journeys: [...member.journeys, ...journeys] }
    }
    life.become(member)
    return { life, rulebook }
  }

  test('only what the cap allows is claimed', async () => {
    const { life } = await tenDecided()
    const answers = life.member.pending.map(({ actionId }) => {
      const answer = claim(life.member, actionId, { rulebook: life.rulebook, world: nothingSpecial, now: noon })
      if (answer.claim === 'go') life.become(answer.member)
      return answer.claim
    })
    expect(answers.filter((each) => each === 'go')).toHaveLength(3)
    expect(answers.filter((each) => each === 'skip')).toHaveLength(7)
  })

  test('and sent, in one batch and without coming again', async () => {
    const { life, rulebook } = await tenDecided()
    const { ports, deliver } = await sender(life, rulebook)
    expect(await deliver()).toEqual([])
    expect(ports.mailer.mails).toHaveLength(3)
    const outcomes = ports.queues.take('events', 100).map(({ body }) => JSON.parse(body)['detail-type'])
    expect(outcomes.filter((type) => type === 'email.sent')).toHaveLength(3)
    expect(outcomes.filter((type) => type === 'action.skipped')).toHaveLength(7)
  })

  test('two senders at once send no more than one would', async () => {
    const { life, rulebook } = await tenDecided()
    const { ports, deliver } = await sender(life, rulebook)
    const returned = await Promise.all([deliver(), deliver()])
    expect(new Set(ports.mailer.mails.map(({ mail }) => mail.tags.action)).size).toBe(ports.mailer.mails.length)
    expect(ports.mailer.mails.length).toBeLessThanOrEqual(3)
    if (returned.flat().length > 0) await deliver()
    expect(ports.mailer.mails).toHaveLength(3)
  })
})

describe('a mail that SES takes later', () => {
  const throttledOnce = (_: unknown, attempt: number) => (attempt === 1 ? 'throttled' : 'taken')
  const heldIn = (ports: Ports & { queues: MemoryQueues }) =>
    ports.queues.take('events', 100).map(({ body }) => JSON.parse(body))

  test('is released and held for some minutes', async () => {
    const life = await decided()
    const { ports, alerts, deliver, member } = await sender(life, life.rulebook!)
    ports.mailer.decideFate(throttledOnce)
    expect(await deliver()).toEqual([])
    expect((await member()).pending[0]).toMatchObject({ state: 'decided' })
    expect((await member()).mails).toEqual([])
    const [held] = heldIn(ports)
    expect(held).toMatchObject({ 'detail-type': 'action.held', detail: { gate: 'sender' } })
    const wait = Date.parse(held.detail.until) - noon
    expect([wait >= MINUTE, wait < 5 * MINUTE]).toEqual([true, true])
    expect(alerts).toEqual([])
  })

  test('is held for longer where that will last, and a person is told', async () => {
    const life = await decided()
    const { ports, alerts, deliver } = await sender(life, life.rulebook!)
    ports.mailer.decideFate(() => 'suspended')
    await deliver()
    const wait = Date.parse(heldIn(ports)[0].detail.until) - noon
    expect([wait >= 15 * MINUTE, wait < 20 * MINUTE]).toEqual([true, true])
    expect(alerts).toEqual(['mail-not-taken'])
  })

  test('goes through its gates again when the hold ends, and is sent then', async () => {
    const life = await decided()
    const { ports, deliver } = await sender(life, life.rulebook!)
    ports.mailer.decideFate(throttledOnce)
    await deliver()
    const { detail } = heldIn(ports)[0]
    life.outcome('action.held', iso(noon), detail)
    expect(life.member.pending).toEqual([])
    life.wake(new Date(Date.parse(detail.until)).toISOString())
    expect(life.member.pending).toMatchObject([{ state: 'decided' }])
  })

  test('is released though the member was written in between', async () => {
    const life = await decided()
    const { ports, deliver, member } = await sender(life, life.rulebook!, (members, ports) => ({
      ...members,
      async write(written) {
        const outcome = await members.write(written)
        // Somebody folds an event right after the claim.
        if (outcome === 'written' && ports.mailer.tries() === 0)
          await members.write({ ...written, version: written.version + 1 })
        return outcome
      },
    }))
    ports.mailer.decideFate(throttledOnce)
    expect(await deliver()).toEqual([])
    expect((await member()).pending[0]).toMatchObject({ state: 'decided' })
    expect(heldIn(ports)).toHaveLength(1)
  })

  test('one that cannot be made is not claimed, and counts against no cap', async () => {
    const life = await decided()
    const { ports, deliver, member } = await sender(life, { ...life.rulebook!, templates: {} })
    expect(await deliver()).toEqual([])
    expect(ports.mailer.tries()).toBe(0)
    expect(await member()).toEqual(life.member)
    const [failed] = ports.queues.take('events', 10).map(({ body }) => JSON.parse(body))
    expect(failed).toMatchObject({ 'detail-type': 'action.failed', detail: { code: 'no-template' } })
  })

  test('one that SES refuses counts against no cap', async () => {
    const life = await decided()
    const first = claimed(life)
    if (first.claim !== 'go') throw new Error('it goes')
    life.become(first.member)
    life.outcome('action.failed', iso(noon + 1), {
      code: 'MessageRejected',
      reason: { is: 'mail.refused', said: 'bad' },
    })
    expect(life.member.mails).toEqual([])
  })

  test('one of unknown fate is tried once and reported', async () => {
    const life = await decided()
    const { ports, deliver } = await sender(life, life.rulebook!)
    ports.mailer.decideFate(() => 'answer-lost')
    await deliver()
    await deliver(noon + 5 * MINUTE)
    expect(ports.mailer.tries()).toBe(1)
    const outcomes = ports.queues.take('events', 100).map(({ body }) => JSON.parse(body)['detail-type'])
    expect(new Set(outcomes)).toEqual(new Set(['email.unknown']))
  })
})

test('that a mail was sent waits in the queue for what SES will say of it', async () => {
  const life = await decided()
  const { ports, deliver } = await sender(life, life.rulebook!)
  await deliver(noon, 60)
  expect(ports.mailer.tries()).toBe(1)
  expect(ports.queues.nextAt('events')).toBe(noon + MINUTE)
})

/** The sender over a store that holds this one member, with all of their mails on its queue. */
async function sender(
  life: Life,
  rulebook: Rulebook,
  wrap: (members: Ports['members'], ports: ReturnType<typeof createMemoryPorts>) => Ports['members'] = (each) => each,
  live = rulebook,
  onError: 'throw' | 'note' = 'throw',
) {
  const ports = createMemoryPorts({ now: () => noon })
  await ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(life.member) })
  const members = wrap(ports.members, ports)
  const errors: unknown[] = []
  const alerts: string[] = []
  const messages = life.member.pending.map(({ actionId }, i) => ({
    messageId: `m${i}`,
    body: JSON.stringify({ memberId: 'M1', actionId }),
  }))
  return {
    ports,
    errors,
    alerts,
    member: async () => decodeMember((await ports.members.read(['M1'])).get('M1')!),
    deliver: (now = noon, sentWaitsSeconds = 0) =>
      deliverEmails(messages, {
        sentWaitsSeconds,
        ports: { ...ports, members },
        rulebooks: { load: async (version) => (version === live.version ? live : rulebook), get: () => rulebook },
        hints: { ...nothingSpecial, rulebook: live.version },
        now,
        links: { baseUrl: 'https://links.example.com', keys: ['a key long enough to sign'] },
        onError: (error) => {
          if (onError === 'throw') throw error
          errors.push(error)
        },
        alert: (what) => alerts.push(what),
      }),
  }
}
