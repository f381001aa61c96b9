import { present } from '../../standards/present.ts'
import { type Cursor, text } from '../cursor.ts'
import type { Called } from './called.ts'

/** What people call a campaign or an audience: by its id, where nothing else is written. Undefined: what is written is no name. */
export function readNames(
  fields: Partial<Record<'name' | 'nameZh', Cursor>>,
  id: string | undefined,
): Called | undefined {
  const name = fields.name ? text(fields.name) : id
  const nameZh = fields.nameZh && text(fields.nameZh)
  return name === undefined ? undefined : { name, ...present({ nameZh }) }
}
