import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Task } from '../../shared/domain/actions/service-task/task.ts'
import { enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** A ticket becomes a complaint, a rule opens a task, and both its beginning and its end are noted on the ticket. */

const begins = '2026-09-21T12:00:00+08:00'
const { 'campaigns/upgrade.yaml': _, 'campaigns/booked.yaml': __, ...others } = smallRulebook
const files = {
  ...others,
  'connectors/helpdesk.yaml': `connector: helpdesk
kind: zendesk
categories: { "*": other }
tasks: { opened: open, closed: as-is }
`,
  'campaigns/calls.yaml': `campaign: calls
trigger: complaint.filed
class: service
steps:
  - serviceTask: { title: Call them, detail: Before noon, team: callCentre }
`,
}
const ticket = {
  type: 'zen:event-type:ticket.created',
  ...{ id: '01K9A', time: '2026-09-21T04:00:01Z', account_id: 1, zendesk_event_version: '2022-11-06' },
  detail: {
    ...{ id: '901', status: 'OPEN', priority: 'HIGH', external_id: 'M1', tags: [] },
    created_at: '2026-09-21T04:00:00Z',
  },
  event: {},
}

let wingback: Awaited<ReturnType<typeof openRun>>
beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(files)
  await wingback.begin(begins)
  await wingback.put([enrols('M1', begins)])
  await wingback.drain()
}, 60_000)
afterAll(() => wingback.end())

const notes = async () => (await wingback.mails()).filter(({ isMessage }) => isMessage)

test('a task about a complaint is noted on its ticket when it is opened and when it is closed', async () => {
  const { drop } = wingback.run
  mkdirSync(join(drop.folder, 'helpdesk'), { recursive: true })
  writeFileSync(join(drop.folder, 'helpdesk', 'ticket.json'), JSON.stringify(ticket))
  // Once to see how large it is, once to see that it grows no more.
  for (const _ of [1, 2]) await drop.look()
  await wingback.drain()
  const { tasks } = await wingback.call<{ tasks: Task[] }>('GET', '/v1/tasks?team=callCentre')
  expect(tasks).toMatchObject([{ memberId: 'M1', complaintId: 'zendesk:901' }])
  const deed = { what: 'closed', outcome: 'done', comment: 'they are glad' }
  for (const _ of [1, 2])
    await wingback.call('POST', '/v1/tasks/steps', { memberId: 'M1', taskId: tasks[0]!.taskId, deed, by: 'li' })
  await wingback.drain()
  expect(
    (await notes()).map(({ subject, body }) => [subject, body.text]).sort(([a], [b]) => a!.localeCompare(b!)),
  ).toEqual([
    ['Ticket 901', 'The task of Wingback was closed: done\n\nthey are glad'],
    ['Ticket 901 (open)', 'Wingback has opened a task for the call centre: Call them\n\nBefore noon'],
  ])
})
