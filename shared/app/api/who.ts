import type { Right } from './rights.ts'

/** Who asks. Only a person decides; a machine may read, report and stop. */
export interface Who {
  /** What is written down: a person's one name, whichever way they came in; else what AWS calls the caller. */
  name: string
  isPerson: boolean
  /** What the way they came in is for; undefined: it does not say, and AWS alone has let them through. */
  rights?: readonly Right[]
}

/** @param said what the request says of itself */
export type Identify = (request: { caller?: string | undefined }, said: string | undefined) => Who

/** On one machine everybody may do everything, and is who they say. */
export const bySaying: Identify = (_request, said) => ({ name: said ?? 'unknown', isPerson: true })

/** Which ways into an AWS account lead to a person: a setting of the stage (infra/aws/stage.ts). */
export interface People {
  /** 12 digits: callers of other accounts are nobody. */
  account: string
  /**
   * Roles in whose sessions nobody but AWS or the identity provider chooses the name, so that it is the person's own;
   * and what each role is for.
   */
  roles: Readonly<Record<string, readonly Right[]>>
  /** IAM users are people, by their names. */
  users: boolean
}

/**
 * In AWS people are who IAM says, by one name: their session's in a role that counts, or their IAM user's. Two roles of
 * one person are one person. What the request says of itself is not asked.
 */
export function byIam({ account, roles, users }: People): Identify {
  return ({ caller }) => {
    const [, service, owner, resource = ''] = /^arn:[^:]+:(iam|sts)::(\d*):(.+)$/.exec(caller ?? '') ?? []
    const [kind, ...names] = resource.split('/')
    const own = owner === account
    if (own && service === 'sts' && kind === 'assumed-role') {
      const [role = '', session = ''] = names
      const rights = Object.hasOwn(roles, role) ? roles[role] : undefined
      return rights ? { name: nameOf(session), isPerson: true, rights } : { name: resource, isPerson: false }
    }
    if (own && service === 'iam' && kind === 'user' && users) return { name: nameOf(names.at(-1)!), isPerson: true }
    return { name: resource || 'unknown', isPerson: false }
  }
}

/** AWS tells no two users apart by capital letters. */
function nameOf(name: string): string {
  return name.toLowerCase()
}
