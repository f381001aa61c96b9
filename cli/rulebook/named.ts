import { Refused } from '../errors.ts'
import type { Session } from '../session.ts'
import { loadFolder } from './folder.ts'
import { countOfProblems } from './place.ts'

/** A rulebook as it is published. */
export interface Packed {
  version: string
  bundle: Uint8Array
}

/** The rulebook in a folder, the one that is live, or the one that waits. Throws {@link Refused} where it has problems. */
export async function rulebookNamed({ client }: Pick<Session, 'client'>, name: string): Promise<Packed> {
  if (name === 'live') return packed(await client.call<Sent>('GET', '/v1/rulebooks/live'))
  if (name !== 'pending') return rulebookIn(name)
  const [asked] = (await client.call<{ pending: Sent[] }>('GET', '/v1/rulebooks/approvals')).pending
  if (asked) return packed(asked)
  throw new Refused('no rulebook waits for approval', { hint: 'a folder of this name: ./pending' })
}

interface Sent {
  version: string
  /** Base64. */
  bundle: string
}

function packed({ version, bundle }: Sent): Packed {
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
