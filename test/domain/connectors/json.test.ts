import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knownSchema } from '../../../shared/app/connect/examples/known.ts'
import { feedsOf } from '../../support/feeds.ts'
import { connectorOf, translator } from './support.ts'

const cases = readFileSync('campaigns/connectors/cases.yaml', 'utf8')

/** A service desk as ServiceNow's: what it posts is flat, and names things by numbers. */
const desk = `
connector: desk
kind: json
zone: Europe/Berlin
id: "desk:{sys_id}:{sys_mod_count}"
fields:
  memberId: u_card
  complaintId: { text: "desk:{number}" }
  occurredAt: { path: sys_updated_on, as: time }
address: contact.email
events:
  - event: complaint.filed
    when: { state: 1 }
    fields:
      severity: { path: priority, codes: { "1": 5, "2": 4, "*": 2 } }
      text: description
  - event: complaint.resolved
    when: { state: [3, 7] }
    fields:
      outcome: { path: close_code, codes: { Voucher: goodwill, "*": rejected } }
`

function deskCase(more: object = {}): string {
  return JSON.stringify({
    sys_id: 'f00',
    sys_mod_count: 0,
    number: 'CS001',
    u_card: 'CW900201',
    state: 1,
    priority: '2',
    description: "'Twas late",
    sys_updated_on: '2026-10-08 09:00:00',
    ...more,
  })
}

const filed = {
  type: 'complaint.filed',
  detail: {
    id: 'desk:f00:0',
    memberId: 'CW900201',
    complaintId: 'desk:CS001',
    occurredAt: '2026-10-08T07:00:00Z',
    severity: 4,
    text: "'Twas late",
  },
}

test('a case becomes a complaint, by the paths that the mapping names', async () => {
  const take = translator(connectorOf(desk))
  const { events, amiss, silent } = await take(deskCase())
  expect({ events, amiss, silent }).toEqual({ events: [filed], amiss: [], silent: [] })
})

test('what a thing becomes is the first whose words are there; nothing, if none are', async () => {
  const take = translator(connectorOf(desk))
  const closed = await take(deskCase({ state: 7, close_code: 'Voucher', sys_mod_count: 4 }))
  expect(closed.events).toMatchObject([
    { type: 'complaint.resolved', detail: { id: 'desk:f00:4', complaintId: 'desk:CS001', outcome: 'goodwill' } },
  ])
  const between = await take(deskCase({ state: 2 }))
  expect(between).toMatchObject({ events: [], amiss: [], silent: [{ why: 'none of the events holds: state: "2"' }] })
})

const real = feedsOf('crm').filter(({ file }) => file.startsWith('salesforce'))

/** What the expectation needs, as it says itself. */
const schedule = knownSchema.parse({ legs: { 'XW932:FRA-PEK:2026-10-06': { departs: '2026-10-06T04:00Z' } } })

test.each(real)('of the case in $file comes what is expected', async ({ bytes, expected }) => {
  // The category is as the case has it there; the example rulebook sorts it.
  const asIs = cases.replace('Delay: delay', 'Delay: Delay')
  const { events } = await translator(connectorOf(asIs), schedule)(bytes)
  const { Needs: _, ...event } = expected[0]!
  expect(events.map(({ type, detail }) => ({ Source: 'airline.crm', DetailType: type, Detail: detail }))).toEqual([
    event,
  ])
})

test('a case without a card is of the member whose address alone it is', async () => {
  const known = { cards: { 'ana@example.com': 'CW900201' } }
  const take = translator(connectorOf(desk), known)
  const by = (email: string) => take(deskCase({ u_card: '', contact: { email } }))
  expect((await by('Ana@Example.com')).events).toEqual([filed])
  const nobody = await by('stranger@example.com')
  expect(nobody).toMatchObject({ events: [], amiss: [{ code: 'unknown-person', path: 'message' }] })
  expect(JSON.stringify(nobody.amiss)).not.toContain('stranger')
})

test('a list, a field with a list, and one JSON a line are all many things, each alone', async () => {
  const good = deskCase()
  const bad = deskCase({ sys_updated_on: 'yesterday' })
  const take = translator(connectorOf(desk))
  const ofList = await take(`[${good},${bad},7]`)
  expect(ofList.events).toEqual([filed])
  expect(ofList.amiss.map(({ code, path }) => [code, path])).toEqual([
    ['bad-field', '2, sys_updated_on'],
    ['bad-json', '3'],
  ])
  const within = translator(connectorOf(`${desk}\nthings: result.cases\n`))
  expect((await within(`{"result":{"cases":[${good}]}}`)).events).toEqual([filed])
  expect((await within('{"result":{}}')).amiss).toMatchObject([
    { code: 'not-this-kind', message: 'there is no list at "result.cases"' },
  ])
  const ofLines = await take(`${good}\r\n\r\n${bad}\n${good.slice(0, 40)}`)
  expect(ofLines.events).toEqual([filed])
  expect(ofLines.amiss.map(({ code, path }) => [code, path])).toEqual([
    ['bad-field', 'line 3, sys_updated_on'],
    ['bad-json', 'line 4'],
  ])
})

test('numbers are taken as they are written: a card of 20 digits keeps them all', async () => {
  const take = translator(connectorOf(desk))
  const text = deskCase().replace('"CW900201"', '12345678901234567890')
  expect((await take(text)).events[0]!.detail.memberId).toBe('12345678901234567890')
})

test('a path that the message nearly has is said to whoever tries the mapping', async () => {
  const take = translator(connectorOf(desk.replace('text: description', 'text: descripton')))
  const { events, silent } = await take(deskCase())
  expect(events).toHaveLength(1)
  expect(silent).toMatchObject([{ place: 'message', why: 'there is nothing at descripton. Did you mean description?' }])
})

test.each([
  ['nothing', '', 'bad-json'],
  ['something else', '<xml/>', 'bad-json'],
  ['what was cut off', deskCase().slice(0, -20), 'bad-json'],
  ['a text', '"hello"', 'bad-json'],
  ['nesting without end', '['.repeat(100_000), 'bad-json'],
  ['more values than any case has', `{"a":[${'1,'.repeat(6000)}1]}`, 'too-large'],
  ['more things than one message has', `[${'{},'.repeat(20_000)}{}]`, 'too-large'],
  ['more than is read', ' '.repeat(11 * 1024 * 1024), 'too-large'],
])('%s is refused', async (_, text, code) => {
  const { events, amiss } = await translator(connectorOf(desk))(text)
  expect({ events, codes: amiss.map((each) => each.code) }).toEqual({ events: [], codes: [code] })
})

test('names that mean something in JavaScript are names', async () => {
  const yaml = `${desk.replace('text: description', 'text: constructor.name')}`
  const { events } = await translator(connectorOf(yaml))(
    deskCase({ description: undefined }).replace('{', '{"__proto__":{"u_card":"CW1"},'),
  )
  expect(events).toEqual([{ ...filed, detail: { ...filed.detail, text: undefined } }])
  expect(events[0]!.detail.memberId).toBe('CW900201')
})
