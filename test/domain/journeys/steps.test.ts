import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import { at } from '../../support/events.ts'
import { apology, begin, book, complain, journey, kinds, later, start, templates } from '../../support/journeys.ts'

describe('waits', () => {
  test('a wait ends at its time, not before, whatever else happens', async () => {
    const life = await begin(apology('steps: [{ wait: 2h }, { email: sorry }]'))
    complain(life)
    expect(life.member.wakeAt).toBe(at(start) + 2 * HOUR)
    book(life, later(HOUR))
    life.wake(later(2 * HOUR - 1))
    expect(life.actions).toEqual([])
    life.wake(later(2 * HOUR))
    expect(kinds(life)).toEqual(['email'])
  })

  const waiting = apology('steps: [{ email: sorry }, { wait: { for: booking.created, atMost: 14d } }, { email: news }]')

  test('a wait for an event ends with it', async () => {
    const life = await begin(waiting)
    complain(life)
    life.outcome('email.sent', later(60_000))
    expect(templates(life)).toEqual(['sorry'])
    book(life, later(3 * DAY))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('it ends at its limit where nothing comes', async () => {
    const life = await begin(waiting)
    complain(life)
    life.outcome('email.sent', later(60_000))
    life.wake(later(60_000 + 14 * DAY - 1))
    expect(templates(life)).toEqual(['sorry'])
    life.wake(later(60_000 + 14 * DAY))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('what happened after the entry and before the wait has been waited for', async () => {
    const life = await begin(waiting)
    complain(life)
    book(life, later(30_000))
    life.outcome('email.sent', later(60_000))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('what happened before the entry does not count, though it is told later', async () => {
    const life = await begin(waiting)
    book(life, later(-HOUR), 'AAAAAA')
    complain(life)
    life.outcome('email.sent', later(60_000))
    book(life, later(-60_000), 'BBBBBB', later(HOUR))
    expect(templates(life)).toEqual(['sorry'])
    expect(journey(life).happened).toEqual({})
  })

  test('what happens in the moments between the event that starts it and its entry counts', async () => {
    const life = await begin(waiting)
    complain(life, start, 'C1', later(10 * 60_000))
    book(life, later(5 * 60_000), 'AAAAAA', later(10 * 60_000))
    life.outcome('email.sent', later(11 * 60_000))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })
})

describe('branches', () => {
  const branching = apology(`steps:
  - wait: 1d
  - if: { happened: booking.created }
    then: [{ email: hello }]
    else: [{ email: sorry }, { wait: 1h }]
  - email: news`)

  test.each([
    [true, ['hello', 'news']],
    [false, ['sorry', 'news']],
  ])('booked: %p → %p', async (booked, expected) => {
    const life = await begin(branching)
    complain(life)
    if (booked) book(life, later(HOUR))
    life.wake(later(DAY))
    life.outcome('email.sent', later(DAY + 1))
    life.liveUntil(later(2 * DAY))
    expect(templates(life)).toEqual(expected)
  })

  test('a step may ask for fields of the event that began the journey, days later', async () => {
    const life = await begin(
      apology(`steps:
  - wait: 3d
  - if: { event: { severity: { atLeast: 3 } } }
    then: [{ serviceTask: { title: Call, detail: Now } }]
    else: [{ email: sorry }]`),
    )
    complain(life)
    life.wake(later(3 * DAY))
    expect(kinds(life)).toEqual(['serviceTask'])
  })
})

describe('compensation', () => {
  const paying = apology(`budget: care
steps:
  - compensation: { miles: 500, reason: service-recovery }
  - email: sorry
goal: { event: booking.created, within: 30d }`)

  test('is waited for, and the mail may tell what was granted', async () => {
    const life = await begin(paying)
    complain(life)
    expect(kinds(life)).toEqual(['compensation'])
    life.outcome('compensation.granted', later(1000), { grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 500 })
    expect(kinds(life)).toEqual(['compensation', 'email'])
    expect(journey(life).granted).toMatchObject({ kind: 'miles', amount: 500 })
    expect(life.member.compensations).toHaveLength(1)
  })

  test.each([
    [
      'compensation.refused',
      { code: 'budget-exhausted', reason: { is: 'ledger.alreadyCompensated', key: 'x' } },
      'refused',
    ],
    ['action.failed', { code: 'broken', reason: { is: 'mail.refused', said: 'broken' } }, 'failed'],
    ['action.skipped', { gate: 'paused', reason: { is: 'paused.yes' } }, 'skipped'],
  ])('%s: nothing is promised', async (type, fields, outcome) => {
    const life = await begin(paying)
    complain(life)
    life.outcome(type, later(1000), fields)
    life.liveUntil(later(40 * DAY))
    expect(kinds(life)).toEqual(['compensation'])
    expect(life.told('c')).toEqual(['entered', 'decided', outcome, 'ended'])
  })

  test('a spent budget ends it before the ledger is asked', async () => {
    const life = await begin(paying)
    life.world = { ...life.world, budgetLeft: { care: 0 } }
    complain(life)
    expect(life.actions).toEqual([])
    expect(life.told('c')).toEqual(['entered', 'skipped', 'ended'])
  })

  const kinder = paying.replace(
    '  - email: sorry\n',
    '    ifRefused: [{ wait: 1h }, { email: hello }, { serviceTask: { title: Call } }]\n  - email: sorry\n',
  )

  test.each([
    ['compensation.refused', { code: 'budget-exhausted', reason: { is: 'budget.spent', budget: 'care' } }],
    ['action.failed', { code: 'broken', reason: { is: 'mail.unrenderable', said: 'broken' } }],
    ['action.skipped', { gate: 'paused', reason: { is: 'paused.yes' } }],
  ])('%s: what is to be done then is done, and the journey ends', async (type, fields) => {
    const life = await begin(kinder)
    complain(life)
    life.outcome(type, later(1000), fields)
    life.liveUntil(later(2 * HOUR))
    expect(templates(life).filter(Boolean)).toEqual(['hello'])
    life.outcome('email.sent', later(3 * HOUR))
    life.outcome('task.opened', later(4 * HOUR), { taskId: 't' })
    expect(kinds(life).at(-1)).toBe('serviceTask')
    expect(life.told('c').at(-1)).toBe('ended')
    expect(templates(life)).not.toContain('sorry')
  })

  test('that, too, where the budget is known to be spent; not where it was granted', async () => {
    const spent = await begin(kinder)
    spent.world = { ...spent.world, budgetLeft: { care: 0 } }
    complain(spent)
    spent.liveUntil(later(HOUR))
    expect(templates(spent)).toEqual(['hello'])
    const granted = await begin(kinder)
    complain(granted)
    granted.outcome('compensation.granted', later(1000), {
      grantId: 'g',
      basis: 'goodwill',
      kind: 'miles',
      amount: 500,
    })
    expect(templates(granted).filter(Boolean)).toEqual(['sorry'])
    granted.outcome('email.sent', later(2000))
    expect(granted.told('c').at(-1)).toBe('ended')
  })

  test('who is held out walks on as if it had been granted', async () => {
    const life = await begin(kinder.replace('whileCaseOpen: true', 'whileCaseOpen: true, holdout: 100%'))
    complain(life)
    const mails = life.receipts.filter(({ outcome, kind }) => outcome === 'heldOut' && kind === 'email')
    expect(mails.map(({ step }) => step)).toEqual(['1'])
  })

  test('an outcome that is told twice is one', async () => {
    const life = await begin(paying)
    complain(life)
    const { actionId } = life.member.pending[0]!
    const granted = { actionId, grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 500 }
    life.outcome('compensation.granted', later(1000), granted)
    const { member } = life
    life.hear('survey.answered', later(2000))
    life.outcome('compensation.granted', later(3000), granted)
    expect(life.member.compensations).toHaveLength(1)
    expect(life.member.pending).toEqual(member.pending)
  })
})
