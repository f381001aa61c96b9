import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { loadConnectors } from '../../../shared/domain/rulebook/connectors-alone.ts'
import { translator } from './support.ts'

/** Pages that show a message and its event, the mapping of the example rulebook that reads it, and how the message is marked. */
const pages = [
  ['aidx', 'operations', 'xml'],
  ['pnrgov', 'reservations', 'edi'],
  ['csv', 'members', 'csv'],
  ['zendesk', 'helpdesk', 'jsonc'],
] as const

test.each(pages)('the message on the page of %s becomes the event that it shows', async (page, name, mark) => {
  const text = readFileSync(`docs/connect/${page}.md`, 'utf8')
  const yaml = readFileSync(`campaigns/connectors/${name}.yaml`, 'utf8')
  const { connectors } = loadConnectors({ [`connectors/${name}.yaml`]: yaml })
  const [, message] = new RegExp(`\`\`\`${mark}\n([\\s\\S]*?)\`\`\``).exec(text) ?? []
  const [, shown] = /```json\n([\s\S]*?)```/.exec(text) ?? []
  const connector = connectors[name]!
  const { events } = await translator(connector)(message!)
  const entries = events.map(({ type, detail }) => ({ Source: connector.source, DetailType: type, Detail: detail }))
  expect(entries).toEqual([JSON.parse(shown!)])
})
