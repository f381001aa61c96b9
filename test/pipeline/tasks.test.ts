import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asMadeUp } from '../../infra/local/console/people.ts'
import { throughConsole } from '../../shared/app/api/console-door.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import type { Task } from '../../shared/domain/actions/service-task/task.ts'
import { answers, enrols } from '../support/airline.ts'
import { apiInMemory } from '../support/api.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Tasks for people: opened by a rule, found by their team, closed; and the journey goes on from there. */

const begins = '2026-06-01T12:00:00+08:00'
const { 'campaigns/upgrade.yaml': _, 'campaigns/booked.yaml': __, ...others } = smallRulebook
const files = {
  ...others,
  'campaigns/calls.yaml': `campaign: calls
trigger: survey.answered
steps:
  - serviceTask: { title: Call them, team: callCentre, within: 2d }
  - wait: { for: task.closed, atMost: 5d }
  - if: { happened: task.closed }
    then: [ email: hello ]
`,
}

let wingback: Awaited<ReturnType<typeof openRun>>

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(files)
  await wingback.begin(begins)
  await wingback.put(['M1', 'M2'].map((id) => enrols(id, begins)))
  await wingback.drain()
  await wingback.put(['M1', 'M2'].map((id) => answers(id, begins)))
  await wingback.drain()
}, 60_000)
afterAll(() => wingback.end())

const of = async (team: string, state: string) =>
  (await wingback.call<{ tasks: (Task & { overdue: boolean })[] }>('GET', `/v1/tasks?team=${team}&state=${state}`))
    .tasks
const does = ({ memberId, taskId }: Task, deed: object) =>
  wingback.call<{ task: Task }>('POST', '/v1/tasks/steps', { memberId, taskId, deed, by: 'li' })

describe('tasks', () => {
  test('are opened for their team, taken, noted and closed; who waits for that gets the mail, nobody else', async () => {
    const open = await of('callCentre', 'open')
    expect(open.map(({ memberId }) => memberId).sort()).toEqual(['M1', 'M2'])
    expect(await of('service', 'open')).toEqual([])
    const [mine, other] = open.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
    await does(mine!, { what: 'taken' })
    expect((await of('callCentre', 'taken')).map(({ memberId }) => memberId)).toEqual(['M1'])
    await does(mine!, { what: 'noted', comment: 'call after six' })
    const closing = { what: 'closed', outcome: 'done', comment: 'they are glad' }
    const [first, again] = [await does(mine!, closing), await does(mine!, closing)]
    expect(again).toEqual(first)
    await does(other!, { what: 'taken' })
    await wingback.drain()
    const [closed, ...more] = await of('callCentre', 'closed')
    expect([closed!.steps.length, closed!.steps.at(-1), more]).toEqual([3, expect.objectContaining(closing), []])
    await wingback.moveTo('2026-06-07T12:00:00+08:00')
    expect((await wingback.mails()).map(({ destination }) => destination.to)).toEqual([['m1@example.com']])
  })

  test('leave a line of the timeline for each step, once', async () => {
    const { timeline } = await wingback.call<{ timeline: { type: string; event: object }[] }>('GET', '/v1/members/M1')
    const types = timeline.map(({ type }) => type).filter((type) => /^task\.(taken|noted|closed)$/.test(type))
    expect(types.sort()).toEqual(['task.closed', 'task.noted', 'task.taken'])
  })

  test('that nobody closes in time are overdue: an event of the member, once, and said in the list', async () => {
    const [late] = await of('callCentre', 'taken')
    const [inTime] = await of('callCentre', 'closed')
    expect([late!.overdue, inTime!.overdue, late!.dueAt! - late!.openedAt]).toEqual([true, false, 2 * 24 * 3_600_000])
    const overdueOf = async (memberId: string) => {
      const { timeline } = await wingback.call<{ timeline: { type: string; id: string }[] }>(
        'GET',
        `/v1/members/${memberId}`,
      )
      return timeline.filter(({ type }) => type === 'task.overdue').map(({ id }) => id)
    }
    expect(await overdueOf(late!.memberId)).toEqual([`${late!.taskId}:overdue`])
    expect(await overdueOf(inTime!.memberId)).toEqual([])
  })

  test('that are closed stay so, and one that is not there is said to be', async () => {
    const [closed] = await of('callCentre', 'closed')
    await expect(does(closed!, { what: 'taken' })).rejects.toThrow(/closed/)
    await expect(does({ ...closed!, taskId: 'task-x' }, { what: 'taken' })).rejects.toThrow(/no such task/)
    expect(wingback.errors).toEqual([])
  })

  test.each([
    ['GET', '/v1/tasks'],
    ['POST', '/v1/tasks/steps'],
  ])('%s %s needs the right to personal data', async (method, path) => {
    const { context } = apiInMemory(Date.parse(begins))
    const request = {
      method,
      path: `/console${path}`,
      query: { team: 'care' },
      headers: { 'x-wingback-person': 'zhao', 'content-type': 'application/json' },
      body: Buffer.from(method === 'POST' ? '{}' : ''),
    }
    const { status } = await handleApi(throughConsole(request)!, { ...context, identify: asMadeUp(request) })
    expect(status).toBe(403)
  })
})
