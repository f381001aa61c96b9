import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knownSchema } from '../../../shared/app/connect/examples/known.ts'
import { loadConnectors } from '../../../shared/domain/rulebook/connectors-alone.ts'
import { connectorOf, translator } from './support.ts'

/** Pages that show a message and its event, the mapping of the example rulebook that reads it, and how the message is marked. */
const pages = [
  ['aidx', 'operations', 'xml'],
  ['pnrgov', 'reservations', 'edi'],
  ['csv', 'members', 'csv'],
  ['zendesk', 'helpdesk', 'jsonc'],
  ['json', 'cases', 'jsonc'],
] as const

/** What the messages do not say of their flight. */
const schedule = knownSchema.parse({
  legs: { 'XW1061:PEK-LHR:2026-09-20': { departs: '2026-09-20T05:00Z', arrives: '2026-09-20T15:00Z' } },
})

test.each(pages)('the message on the page of %s becomes the event that it shows', async (page, name, mark) => {
  const text = readFileSync(`docs/connect/${page}.md`, 'utf8')
  const yaml = readFileSync(`campaigns/connectors/${name}.yaml`, 'utf8')
  const { connectors } = loadConnectors({ [`connectors/${name}.yaml`]: yaml })
  const [, message] = new RegExp(`\`\`\`${mark}\n([\\s\\S]*?)\`\`\``).exec(text) ?? []
  const [, shown] = /```json\n([\s\S]*?)```/.exec(text) ?? []
  const connector = connectors[name]!
  const { events } = await translator(connector, schedule)(message!)
  const entries = events.map(({ type, detail }) => ({ Source: connector.source, DetailType: type, Detail: detail }))
  expect(entries).toEqual([JSON.parse(shown!)])
})

test('the smallest mapping on the page of JSON reads the message beside it', async () => {
  const page = readFileSync('docs/connect/json.md', 'utf8')
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(page) ?? []
  const [, message] = /that posts `([^`]*)`/.exec(page) ?? []
  const { events, amiss } = await translator(connectorOf(yaml!))(message!)
  expect({ events, amiss }).toMatchObject({
    events: [{ type: 'complaint.filed', detail: { memberId: 'CW100031' } }],
    amiss: [],
  })
})
