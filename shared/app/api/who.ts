import type { Right } from './rights.ts'

/** Who asks. Only a person decides; a machine may read, report and stop. */
export interface Who {
  /** What is written down: a person's one name, whichever way they came in; else what AWS calls the caller. */
  name: string
  isPerson: boolean
  /** What the way they came in is for; undefined: it does not say, and AWS alone has let them through. */
  rights?: readonly Right[]
}

/** Whether they may see who a member is. Of whom nothing is known here AWS has asked the policy of each route. */
export function seesPeople({ rights }: Who): boolean {
  return rights === undefined || rights.includes('personalData')
}

/** @param said what the request says of itself */
export type Identify = (
  request: { caller?: string | undefined; claims?: Readonly<Record<string, unknown>> | undefined },
  said: string | undefined,
) => Who

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
  /** Who signs in to the console. */
  console?: ConsolePeople | undefined
}

/** How people come by their rights, for people to read. */
export interface WaysIn {
  ways: { kind: 'group' | 'role' | 'madeUp'; name: string; rights: readonly Right[] }[]
  /** IAM users count as people, by whatever their policies let through. */
  users: boolean
}

/** The groups of the console and the roles of the command, as the stage has them. */
export function waysIn({ console, roles, users }: People): WaysIn {
  const of = (kind: 'group' | 'role', all: Readonly<Record<string, readonly Right[]>>) =>
    Object.entries(all).map(([name, rights]) => ({ kind, name, rights }))
  return { ways: [...of('group', console?.groups ?? {}), ...of('role', roles)], users }
}

/** How a token says who somebody is, and what their groups are for. */
export interface ConsolePeople {
  /** The claim with the name that is written down: the same as that of their session in a role. */
  nameClaim: string
  groupsClaim: string
  groups: Readonly<Record<string, readonly Right[]>>
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

/**
 * At the console people are who their token says, once API Gateway has checked its signature, audience and scope; what they
 * may do is the sum of what their groups are for. A name in no group that is known is nobody.
 */
export function byToken({ nameClaim, groupsClaim, groups }: ConsolePeople): Identify {
  return ({ claims = {} }) => {
    const name = claims[nameClaim]
    const known = wordsIn(claims[groupsClaim]).filter((group) => Object.hasOwn(groups, group))
    const rights = [...new Set(known.flatMap((group) => groups[group]!))]
    if (typeof name !== 'string' || name === '' || rights.length === 0)
      return { name: 'unknown', isPerson: false, rights: [] }
    return { name: nameOf(name), isPerson: true, rights }
  }
}

/** API Gateway hands a list on as one text: `[a b]`. */
function wordsIn(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String)
  return typeof claim === 'string'
    ? claim
        .replace(/^\[|\]$/g, '')
        .split(/[\s,]+/)
        .filter(Boolean)
    : []
}

/** AWS tells no two users apart by capital letters. */
function nameOf(name: string): string {
  return name.toLowerCase()
}
