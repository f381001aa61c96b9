import { aidx } from './aidx/index.ts'
import { type Connector, type Known, type Raw, refused, type Translation } from './connector.ts'
import { csv } from './csv/index.ts'
import { json } from './json/index.ts'
import type { ConnectorKind, Mapped, MappingOf } from './mappings.ts'
import { pnrgov } from './pnrgov/index.ts'
import { unpacked } from './unpacked.ts'
import { zendesk } from './zendesk/index.ts'

/** The kinds of messages that are read. A kind is a folder, a line here and one in `mappings.ts`. */
const connectors = {
  aidx,
  pnrgov,
  csv,
  json,
  zendesk,
} satisfies { [K in ConnectorKind]: Connector<MappingOf<K>> }

/** Reads a message of any kind, packed by gzip or not. Never throws: what cannot be read is `amiss`. */
export function parseMessage<K extends ConnectorKind>(
  raw: Raw,
  { kind, mapping }: Mapped<K>,
  known: Known,
): Translation {
  const plain = unpacked(raw.bytes)
  if (!plain.ok) return refused(plain.fault)
  return (connectors[kind] as Connector<MappingOf<K>>).parse({ ...raw, bytes: plain.bytes }, mapping, known)
}
