import { Refused } from '../errors.ts'
import type { Session } from '../session.ts'
import { loadFolder } from './folder.ts'
import { countOfProblems } from './place.ts'

/** A rulebook as it is published. */
export interface Packed {
  version: string
  bundle: Uint8Array
}

/** The rulebook in a folder, or the one that is live. Throws {@link Refused} where it has problems. */
export async function rulebookNamed({ client }: Pick<Session, 'client'>, name: string): Promise<Packed> {
  if (name !== 'live') return rulebookIn(name)
  const { version, bundle } = await client.call<{ version: string; bundle: string }>('GET', '/v1/rulebooks/live')
  return { version, bundle: Buffer.from(bundle, 'base64') }
}

/** The rulebook in a folder. Throws {@link Refused} where it has problems. */
export async function rulebookIn(dir: string): Promise<Packed> {
  const loaded = await loadFolder(dir)
  if (loaded.ok) return loaded
  throw new Refused(`the rulebook in ${dir} has ${countOfProblems(loaded.problems)}`, {
    hint: `\`npx wingback validate ${dir}\` lists them`,
  })
}
