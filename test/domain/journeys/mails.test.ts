import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/domain/calendar.ts'
import { LIMITS } from '../../../shared/domain/member/member.ts'
import { at, event } from '../../support/events.ts'
import { apology, arrive, begin, complain, kinds, later, start, templates } from '../../support/journeys.ts'
import { rulebookOf } from '../../support/rulebook.ts'

describe('mails', () => {
  const two = apology('steps: [{ email: sorry }, { email: news }]')

  test.each([
    ['action.skipped', { gate: 'consent', reason: { is: 'consent.withheld' } }],
    ['action.failed', { code: 'MessageRejected', reason: { is: 'mail.refused', said: 'bad' } }],
    ['email.sent', {}],
    ['email.delivered', {}],
    ['email.bounced', { address: 'mei@example.com', permanent: false }],
  ])('after %s the journey goes on', async (type, fields) => {
    const life = await begin(two)
    complain(life)
    life.outcome(type, later(1000), fields)
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('one that is skipped by a gate is left out, and the journey goes on', async () => {
    const life = arrive(
      await rulebookOf({
        campaigns: [apology('steps: [{ email: sorry }, { serviceTask: { title: Call, detail: Now } }]')],
      }),
      {
        consent: { email: false },
      },
    )
    complain(life)
    expect(kinds(life)).toEqual(['serviceTask'])
  })

  test('one of unknown fate is parked: not handed over, not sent again, until SES reports on it', async () => {
    const life = await begin(two)
    complain(life)
    life.outcome('email.unknown', later(1000), { reason: { is: 'mail.senderStopped' } })
    life.liveUntil(later(10 * DAY))
    expect(life.actions).toHaveLength(1)
    expect(life.member.pending[0]!.state).toBe('unknown')
    life.outcome('email.delivered', later(11 * DAY))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test.each(['claimed', 'unknown'] as const)(
    'one that is %s is not decided anew by the word of an earlier hold',
    async (state) => {
      const life = await begin(two)
      complain(life)
      const [action] = life.member.pending
      life.become({ ...life.member, pending: [{ ...action!, state, claimedAt: at(start), claims: 1 }] })
      life.outcome('action.held', later(2000), {
        until: later(1000),
        gate: 'quietHours',
        reason: { is: 'quietHours.within', at: '23:00' },
      })
      expect(life.member.pending).toMatchObject([{ state, claims: 1 }])
    },
  )

  test('service mail whose campaign says so is handed over once more', async () => {
    const life = await begin(`campaign: c
class: service
trigger: complaint.filed
steps: [{ email: { template: sorry, resendIfUnknown: true } }]`)
    complain(life)
    const [action] = life.member.pending
    life.become({ ...life.member, pending: [{ ...action!, state: 'claimed', claimedAt: at(start), claims: 1 }] })
    expect(life.outcome('email.unknown', later(1000), { reason: { is: 'mail.senderStopped' } }).actions).toHaveLength(1)
    life.become({ ...life.member, pending: [{ ...life.member.pending[0]!, state: 'claimed', claims: 2 }] })
    expect(life.outcome('email.unknown', later(2000), { reason: { is: 'mail.senderStopped' } }).actions).toEqual([])
    expect(life.member.pending[0]!.state).toBe('unknown')
    expect(life.wake(later(HOUR)).actions).toEqual([])
  })

  test('its second try is handed over until it is made', async () => {
    const life = await begin(`campaign: c
class: service
trigger: complaint.filed
steps: [{ email: { template: sorry, resendIfUnknown: true } }]`)
    complain(life)
    life.become({ ...life.member, pending: [{ ...life.member.pending[0]!, state: 'claimed', claims: 1 }] })
    life.outcome('email.unknown', later(1000), { reason: { is: 'mail.senderStopped' } })
    expect(life.wake(later(HOUR)).actions.at(-1)).toMatchObject({ state: 'unknown', claims: 1 })
  })

  test('one without an outcome wakes nobody; whatever happens next hands it over again, ever more seldom', async () => {
    const life = await begin(apology('steps: [{ email: sorry }]'))
    complain(life)
    expect(life.member.wakeAt).toBeUndefined()
    for (let minutes = 1; minutes <= 120; minutes++) life.wake(later(minutes * MINUTE))
    expect(life.actions.map(({ handedAt }) => (handedAt - at(start)) / MINUTE)).toEqual([0, 5, 15, 35, 75])
    expect(new Set(life.actions.map(({ actionId }) => actionId)).size).toBe(1)
  })
})

test('a spam report is remembered through any number of bounces', async () => {
  const life = await begin(apology('steps: [{ email: sorry }]'))
  complain(life)
  const { actionId } = life.member.pending[0]!
  life.outcome('email.complained', later(1), { address: 'mei@example.com' })
  for (let i = 0; i < LIMITS.suppressions + 2; i++) {
    complain(life, later(HOUR + i), `C${i + 2}`)
    const fields = { address: `a${i}@example.com`, permanent: true, actionId }
    life.hear('member.updated', later(HOUR + i), { email: fields.address })
    const bounced = { id: `bounced-${i}`, memberId: 'M1', occurredAt: later(HOUR + i), ...fields }
    life.tell(event('email.bounced', bounced, 'wingback'))
  }
  expect(life.member.suppressions).toHaveLength(LIMITS.suppressions)
  expect(life.member.suppressions.map(({ why }) => why)).toContain('complaint')
  expect(life.actions).toHaveLength(1)
})

describe('held mails', () => {
  const offering = `campaign: c
trigger: survey.answered
steps: [{ email: offer }]`

  test('a hold at the claim is asked again at its end', async () => {
    const life = await begin(offering)
    life.hear('survey.answered', start)
    life.outcome('action.held', later(1000), {
      until: later(8 * HOUR),
      gate: 'quietHours',
      reason: { is: 'quietHours.within', at: '23:00' },
    })
    expect(life.member.pending).toEqual([])
    life.wake(later(8 * HOUR - 1))
    expect(life.actions).toHaveLength(1)
    life.wake(later(8 * HOUR))
    expect(life.actions).toHaveLength(2)
    expect(life.actions[1]!.actionId).toBe(life.actions[0]!.actionId)
  })

  test('on release everything is asked again', async () => {
    const life = arrive(await rulebookOf({ settings: 'quietHours: 21:00-08:00', campaigns: [offering] }))
    life.hear('survey.answered', '2026-06-01T22:00:00+08:00')
    life.hear('consent.changed', '2026-06-01T23:00:00+08:00', { channel: 'email', granted: false })
    life.liveUntil('2026-06-02T08:00:00+08:00')
    expect(life.actions).toEqual([])
    expect(life.told('c')).toEqual(['entered', 'held', 'skipped', 'ended'])
  })

  test('a hold that is prolonged is told once', async () => {
    const life = await begin(offering)
    life.world = { ...life.world, paused: new Set(['c']) }
    life.hear('survey.answered', start)
    life.liveUntil(later(DAY))
    expect(life.told('c')).toEqual(['entered', 'held'])
    life.world = { ...life.world, paused: new Set() }
    life.liveUntil(later(DAY + HOUR))
    expect(life.told('c')).toEqual(['entered', 'held', 'decided'])
  })

  test('what waits for an open case goes out when the case is closed, not when it would have been silent long enough', async () => {
    const life = await begin(offering)
    complain(life)
    life.hear('survey.answered', later(HOUR))
    expect(life.told('c')).toEqual(['entered', 'held'])
    life.hear('complaint.resolved', later(DAY), { complaintId: 'C1', outcome: 'upheld' })
    expect(life.told('c')).toEqual(['entered', 'held', 'decided'])
  })

  test('a case that is never closed mutes for a while only', async () => {
    const life = await begin(offering)
    complain(life)
    life.hear('survey.answered', later(HOUR))
    life.liveUntil(later(30 * DAY - 1))
    expect(life.actions).toEqual([])
    life.liveUntil(later(30 * DAY))
    expect(templates(life)).toEqual(['offer'])
  })
})
