import { expect, test } from 'vitest'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import type { PendingAction } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { at } from '../support/events.ts'
import { reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

const now = at('2026-10-01T04:00:00Z')

const CARE = `campaign: care
trigger: complaint.filed
guardrails: { oncePer: complaint }
steps: [{ email: sorry }]`

test('what came of an action is not lost where the member is read as they were before it', async () => {
  const rulebook = await rulebookOf({ campaigns: [CARE] })
  const reactor = reactorOf(rulebook, now)
  const { members } = reactor.ports
  const before = newMember('M1')
  const pending: PendingAction = {
    actionId: 'a1',
    campaign: 'care',
    class: 'service',
    rulebook: rulebook.version,
    key: 'k',
    step: '1',
    kind: 'serviceTask',
    decidedAt: now,
    handedAt: now,
    handovers: 1,
    state: 'decided',
    plan: { kind: 'serviceTask', title: 'Call', detail: 'Call the member' },
  }
  const stale = { memberId: 'M1', version: 1, state: encodeMember(before) }
  await members.write(stale)
  await members.write({ memberId: 'M1', version: 2, state: encodeMember({ ...before, pending: [pending] }) })
  const detail = {
    id: 'a1:opened',
    memberId: 'M1',
    actionId: 'a1',
    taskId: 't1',
    occurredAt: new Date(now).toISOString(),
  }
  const opened = { id: 'a1:opened', source: 'wingback', 'detail-type': 'task.opened', time: detail.occurredAt, detail }
  const lagging: typeof members = {
    ...members,
    read: async (ids, options) => (options?.consistent ? members.read(ids, options) : new Map([['M1', stale]])),
  }
  expect(await reactor.take([opened], { members: lagging })).toEqual([])
  expect(reactor.errors).toEqual([])
  expect((await reactor.member()).pending).toEqual([])
})
