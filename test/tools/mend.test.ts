import { beforeEach, expect, test } from 'vitest'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

const NOW = Date.parse('2026-10-05T02:00:00Z')
const KEY = '2026-10-05T01:00:00Z#abc'
let api: ApiInMemory

beforeEach(async () => {
  api = apiInMemory(NOW)
  await api.ports.setAsides.put({
    key: KEY,
    setAsideAt: NOW,
    fault: { code: 'missing-member', path: 'memberId', message: 'memberId: is missing' },
    envelope: {
      ...{ id: 'bus-1', source: 'airline.crm', 'detail-type': 'complaint.filed', time: '2026-10-05T01:00:00Z' },
      detail: { id: 'c1', occurredAt: '2026-10-05T01:00:00Z', complaintId: 'CMP-1', category: 'other' },
    },
    cards: [],
  })
})

const detail = {
  id: 'c1',
  occurredAt: '2026-10-05T01:00:00Z',
  memberId: 'CW1',
  complaintId: 'CMP-1',
  category: 'other',
}
const mend = (body: object) => api.call('POST', '/v1/set-asides/mend', 'li', body)
const waiting = async () => (await api.ports.queues.depths()).events?.waiting ?? 0

test('an event that is right now is sent under its key, and who mended it is kept', async () => {
  expect(await mend({ key: KEY, detail })).toEqual({ status: 200, body: { sent: true } })
  expect(await waiting()).toBe(1)
  const { body } = await api.call('GET', '/v1/history', 'li')
  expect(body.history[0]).toMatchObject({ by: 'li', what: expect.stringContaining(KEY) })
})

test('one that would be set aside again is not sent, and says what is still wrong', async () => {
  const answer = await mend({ key: KEY, detail: { ...detail, occurredAt: 'yesterday' } })
  expect(answer).toMatchObject({
    status: 422,
    body: { error: { code: 'still-wrong', fault: { code: 'bad-time', path: 'occurredAt' } } },
  })
  expect(await mend({ key: KEY, detail, type: 'complaint.field' })).toMatchObject({
    status: 422,
    body: { error: { fault: { code: 'unknown-type' }, hint: expect.stringContaining('complaint.filed') } },
  })
  expect(await waiting()).toBe(0)
})

test('of what is not there any more nothing is sent', async () => {
  expect(await mend({ key: 'gone', detail })).toMatchObject({
    status: 404,
    body: { error: { code: 'no-such-set-aside' } },
  })
})
