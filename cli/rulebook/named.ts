import { Refused } from '../errors.ts'
import type { Session } from '../session.ts'
import { loadFolder } from './folder.ts'

/** A rulebook in the form in which it is published. */
export interface Packed {
  version: string
  bundle: Uint8Array
}

/** The rulebook in a folder, the live one, or the one that waits for approval. Throws {@link Refused} if it has problems. */
export async function rulebookNamed({ client }: Pick<Session, 'client'>, name: string): Promise<Packed> {
  if (name === 'live') return packed(await client.call<Sent>('GET', '/v1/rulebooks/live'))
  if (name !== 'pending') return rulebookIn(name)
  const [asked] = (await client.call<{ pending: Sent[] }>('GET', '/v1/rulebooks/approvals')).pending
  if (asked) return packed(asked)
  throw new Refused(({ usage }) => usage.noneWaits, { hint: ({ usage }) => usage.noneWaitsHint })
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
  throw new Refused(
    ({ usage, commands }) => usage.hasProblems(dir, commands.rulebook.problems(loaded.problems.length)),
    {
      hint: ({ usage }) => usage.listProblems(dir),
    },
  )
}
