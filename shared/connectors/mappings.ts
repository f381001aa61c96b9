import type * as z from 'zod'
import { aidxMapping } from './aidx/mapping.ts'
import type { MappingForm } from './connector.ts'
import { csvMapping } from './csv/mapping.ts'
import { jsonMapping } from './json/mapping.ts'
import { pnrgovMapping } from './pnrgov/mapping.ts'
import { zendeskMapping } from './zendesk/mapping.ts'

/**
 * What mappings may say, by kind. Apart from the connectors themselves: whoever loads a rulebook checks its mappings, and only
 * who translates needs a reader of XML.
 */
export const mappings = {
  aidx: aidxMapping,
  pnrgov: pnrgovMapping,
  csv: csvMapping,
  json: jsonMapping,
  zendesk: zendeskMapping,
} as const satisfies Record<string, MappingForm>

export type ConnectorKind = keyof typeof mappings

/** What a checked mapping of a kind says. */
export type MappingOf<K extends ConnectorKind> = z.output<(typeof mappings)[K]['schema']>

export const CONNECTOR_KINDS = Object.keys(mappings) as ConnectorKind[]

/** A mapping, checked: of which kind it is, and what it says. */
export interface Mapped<K extends ConnectorKind = ConnectorKind> {
  kind: K
  mapping: MappingOf<K>
}
