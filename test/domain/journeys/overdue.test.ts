import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/domain/calendar.ts'
import { LIMITS } from '../../../shared/domain/member/member.ts'
import { absorb } from '../../../shared/domain/member/merge.ts'
import { newMember } from '../../../shared/domain/member/new.ts'
import type { Reaction } from '../../../shared/domain/react.ts'
import { event } from '../../support/events.ts'
import { apology, arrive, begin, complain, later } from '../../support/journeys.ts'
import type { Life } from '../../support/life.ts'
import { rulebookOf } from '../../support/rulebook.ts'

/** A task that nobody closes in time is an event, as what people do about it is. */

const calls = apology(`steps:
  - serviceTask: { title: Call, within: 2d }
  - wait: { for: task.overdue, atMost: 9d }
  - if: { happened: task.overdue }
    then: [{ serviceTask: { title: Call again, team: care } }]`)

async function opened(): Promise<Life> {
  const life = await begin(calls)
  complain(life)
  life.outcome('task.opened', later(HOUR), { taskId: 't', dueAt: later(2 * DAY) })
  return life
}
const closes = (life: Life, at: number) =>
  life.tell(
    event(
      'task.closed',
      {
        ...{ id: 't:closed:1', memberId: 'M1', actionId: 'a', taskId: 't', by: 'li', outcome: 'done' },
        occurredAt: later(at),
      },
      'wingback',
    ),
  )
const toldIn = ({ messages }: Reaction) => messages.map(({ type, id }) => `${type} ${id}`)
const hears = (life: Life, { messages: [told] }: Reaction, now: string) =>
  life.tell(event(told!.type, { ...told!.fields, id: told!.id, memberId: 'M1', occurredAt: now }, 'wingback'))

describe('a task with a time', () => {
  test('is overdue at that time, once; who waits for that goes on, and the airline’s systems are told', async () => {
    const life = await opened()
    expect(life.member.wakeAt).toBe(Date.parse(later(2 * DAY)))
    expect(toldIn(life.wake(later(2 * DAY - 1)))).toEqual([])
    const woken = life.wake(later(2 * DAY))
    expect(toldIn(woken)).toEqual(['task.overdue t:overdue'])
    const { announcements, actions } = hears(life, woken, later(2 * DAY + 1))
    expect(announcements).toEqual([
      {
        type: 'task.overdue',
        detail: {
          id: 't:overdue',
          memberId: 'M1',
          taskId: 't',
          occurredAt: later(2 * DAY + 1),
          dueAt: later(2 * DAY),
        },
      },
    ])
    expect(actions.map(({ plan }) => plan)).toEqual([expect.objectContaining({ title: 'Call again', team: 'care' })])
    expect(life.member.dueTasks).toEqual([])
    expect(toldIn(life.wake(later(8 * DAY)))).toEqual([])
  })

  test('is told of again until the word has come, at growing intervals', async () => {
    const life = await opened()
    const due = 2 * DAY
    const woken = [0, 4, 5, 14, 15].map((minutes) => toldIn(life.wake(later(due + minutes * MINUTE))).length)
    expect(woken).toEqual([1, 0, 1, 0, 1])
  })

  test.each([
    ['before its time', DAY],
    ['before the word that it is open', 0],
  ])('is never overdue if it is closed %s', async (_, at) => {
    const life = at === 0 ? await begin(calls) : await opened()
    if (at === 0) {
      complain(life)
      const { actionId } = life.member.pending[0]!
      const said = { id: 'closed', memberId: 'M1', actionId, taskId: 't', by: 'li', outcome: 'done' }
      life.tell(event('task.closed', { ...said, occurredAt: later(1) }, 'wingback'))
      const opening = { id: 'opened', memberId: 'M1', actionId, taskId: 't', dueAt: later(2 * DAY) }
      life.tell(event('task.opened', { ...opening, occurredAt: later(2) }, 'wingback'))
    } else closes(life, at)
    expect(life.member).toMatchObject({ dueTasks: [], pending: [] })
    expect(toldIn(life.wake(later(3 * DAY)))).toEqual([])
  })

  test('stays expected when its card is merged into another', () => {
    const survivor = { ...newMember('S'), dueTasks: [{ taskId: 'b', actionId: 'b', dueAt: 2 }] }
    const absorbed = {
      ...newMember('M1'),
      dueTasks: [
        { taskId: 'a', actionId: 'a', dueAt: 1 },
        { taskId: 'b', actionId: 'b', dueAt: 2 },
      ],
    }
    absorb(survivor, absorbed, [])
    expect(survivor.dueTasks.map(({ taskId }) => taskId)).toEqual(['a', 'b'])
  })

  test('is one of few that are kept: those due first', async () => {
    const life = await begin(apology('steps: [{ serviceTask: { title: Call } }]'))
    for (let i = LIMITS.dueTasks + 2; i > 0; i--) {
      complain(life, later(i))
      life.outcome('task.opened', later(i), { taskId: `t${i}`, dueAt: later(i * HOUR) })
    }
    expect(life.member.dueTasks).toHaveLength(LIMITS.dueTasks)
    expect(life.member.dueTasks[0]).toMatchObject({ taskId: 't1' })
  })
})

test('a step’s own time goes before its team’s', async () => {
  const rulebook = await rulebookOf({
    settings: 'tasksWithin: { service: 3h, care: 1d }',
    campaigns: [
      apology(`steps:
  - serviceTask: { title: Usual }
  - serviceTask: { title: Other, team: care }
  - serviceTask: { title: Own, within: 5m }
  - serviceTask: { title: None, team: airport }`),
    ],
  })
  const life = arrive(rulebook)
  complain(life)
  const times = ['Usual', 'Other', 'Own', 'None'].map(() => {
    const { plan } = life.member.pending[0]!
    life.outcome('task.opened', later(1), { taskId: 't' })
    return (plan as { within?: number }).within
  })
  expect(times).toEqual([3 * HOUR, DAY, 5 * MINUTE, undefined])
})
