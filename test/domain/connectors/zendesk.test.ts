import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { knownSchema } from '../../../shared/app/connect/examples/known.ts'
import { mappings } from '../../../shared/connectors/mappings.ts'
import { checkSignature } from '../../../shared/connectors/signature.ts'
import { feedsContext, feedsOf } from '../../support/feeds.ts'
import { connectorOf, translator } from './support.ts'

const helpdesk = connectorOf(`connector: helpdesk
kind: zendesk
only: complaint
categories: { baggage_late: baggage, seat: seat }
outcomes: { voucher_given: goodwill, "*": rejected }`)

const ticket = (type: string, detail: object = {}, event: object = {}) =>
  JSON.stringify({
    type: `zen:event-type:ticket.${type}`,
    id: `E-${type}`,
    time: '2026-10-08T05:18:10Z',
    detail: {
      id: '77',
      priority: 'HIGH',
      external_id: 'cw100 001',
      tags: ['complaint', 'baggage_late', 'flight_xw0015_20261006'],
      via: { channel: 'web' },
      description: 'No bag.',
      created_at: '2026-10-08T05:00:00Z',
      ...detail,
    },
    event,
  })

const known = knownSchema.parse({
  legs: { 'XW15:PEK-SHA:2026-10-06': { departs: '2026-10-06T01:00Z' } },
  cards: { 'pax@example.com': 'CW100002' },
})

describe('a ticket', () => {
  test('becomes a complaint, with its flight by a tag and the schedule', async () => {
    const { events } = await translator(helpdesk, known)(ticket('created'))
    expect(events).toEqual([
      {
        type: 'complaint.filed',
        detail: {
          id: 'zendesk:E-created',
          occurredAt: '2026-10-08T05:00:00Z',
          memberId: 'CW100001',
          complaintId: 'zendesk:77',
          category: 'baggage',
          severity: 4,
          text: 'No bag.',
          channel: 'web',
          flight: {
            carrier: 'XW',
            flightNumber: '15',
            from: 'PEK',
            to: 'SHA',
            scheduledDeparture: '2026-10-06T01:00:00Z',
          },
        },
      },
    ])
  })

  test('of a flight that nobody knows is a complaint all the same', async () => {
    const { events, silent } = await translator(helpdesk)(ticket('created'))
    expect(events).toMatchObject([{ type: 'complaint.filed', detail: { category: 'baggage' } }])
    expect(events[0]!.detail).not.toHaveProperty('flight')
    expect(silent).toMatchObject([{ why: expect.stringContaining('XW0015 on 2026-10-06') }])
  })

  test('is answered by what staff write to the member, and by nothing else', async () => {
    const say = translator(helpdesk)
    const added = (comment: object) => say(ticket('comment_added', {}, { comment }))
    expect((await added({ is_public: true, author: { is_staff: true } })).events).toMatchObject([
      { type: 'complaint.answered', detail: { complaintId: 'zendesk:77' } },
    ])
    for (const comment of [
      { is_public: false, author: { is_staff: true } },
      { is_public: true, author: { is_staff: false } },
    ])
      expect((await added(comment)).events).toEqual([])
  })

  test.each([
    [['complaint', 'voucher_given'], 'goodwill'],
    [['complaint'], 'rejected'],
  ])('that is solved with the tags %j ended as %s', async (tags, outcome) => {
    const { events } = await translator(helpdesk)(
      ticket('status_changed', { tags }, { current: 'SOLVED', previous: 'OPEN' }),
    )
    expect(events).toMatchObject([{ type: 'complaint.resolved', detail: { outcome } }])
  })

  test.each([
    ['is no complaint', ticket('created', { tags: ['question'] })],
    ['is only on hold', ticket('status_changed', {}, { current: 'HOLD' })],
    ['was merged', ticket('merged')],
  ])('that %s is nothing', async (_, message) => {
    expect(await translator(helpdesk)(message)).toMatchObject({ events: [], amiss: [], silent: [{ place: 'ticket' }] })
  })

  test('without a card is whose address it has, where it is one member’s alone', async () => {
    const from = (address: string) => ({ external_id: null, via: { channel: 'email', source: { from: { address } } } })
    const say = translator(helpdesk, known)
    expect((await say(ticket('created', from('Pax@Example.com')))).events).toMatchObject([
      { detail: { memberId: 'CW100002' } },
    ])
    const nobody = await say(ticket('created', from('nobody@example.com')))
    expect(nobody).toMatchObject({ events: [], amiss: [{ code: 'unknown-person' }] })
    expect(JSON.stringify(nobody)).not.toMatch(/nobody@example|No bag/)
  })

  test.each([
    ['has no tag that the mapping knows', ticket('created', { tags: ['complaint', 'meal'] }), 'unknown-code'],
    ['is cut off', ticket('created').slice(0, -20), 'bad-json'],
    ['is something else', '{"hello":1}', 'not-this-kind'],
  ])('that %s is set aside', async (_, message, code) => {
    expect(await translator(helpdesk)(message)).toMatchObject({ events: [], amiss: [{ code }] })
  })
})

test('a webhook is signed as Zendesk signs', () => {
  const [body, timestamp, key] = [Buffer.from(ticket('created')), '2026-10-08T05:18:11Z', 'dGhpcyBpcyBhIGtleQ==']
  const signature = createHmac('sha256', key)
    .update(timestamp + body.toString())
    .digest('base64')
  const headers = {
    'x-zendesk-webhook-signature': signature,
    'x-zendesk-webhook-signature-timestamp': timestamp,
  }
  const { signature: scheme } = mappings.zendesk
  const now = Date.parse(timestamp)
  expect(checkSignature({ headers, body }, ['another', key], scheme!, now + 1000)).toBe('good')
  expect(checkSignature({ headers, body }, [key], scheme!, now + 301_000)).toBe('stale')
  expect(checkSignature({ headers, body: Buffer.from('{}') }, [key], scheme!, now)).toBe('wrong')
})

const feeds = feedsOf('crm').filter(({ file }) => file.startsWith('zendesk'))

;(feeds.length > 0 ? describe : describe.skip)('tickets as Zendesk sends them', () => {
  const connector = connectorOf(
    'connector: x\nkind: zendesk\nonly: complaint\ncategories: { baggage_late: baggage_late, seat: seat }',
  )
  test.each(feeds.map((feed) => [feed.file, feed] as const))('%s', async (_, { bytes, expected }) => {
    const legs = knownSchema.parse({ legs: { 'XW932:FRA-PEK:2026-10-06': { departs: '2026-10-06T04:00Z' } } })
    const { events, amiss } = await translator(connector, { ...feedsContext(), ...legs })(bytes)
    expect(amiss).toEqual([])
    expect(events).toEqual(expected.map(({ DetailType, Detail }) => ({ type: DetailType, detail: Detail })))
  })
})
