import { existsSync, readFileSync } from 'node:fs'
import { RegionInfo } from 'aws-cdk-lib/region-info'
import * as z from 'zod'
import { RIGHTS, type Right } from '../../shared/app/api/rights.ts'

/**
 * Regions in which SES sends email, as the AWS General Reference lists its endpoints (November 2026). Add regions opened
 * since then here.
 */
const SES_REGIONS = [
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-5',
  'ca-central-1',
  'ca-west-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
]

const domain = z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a domain such as example.com')
const email = z.email('must be an e-mail address')

const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as eu-west-1')
  .superRefine((name, context) => {
    const partition = RegionInfo.get(name).partition
    if (partition && !['aws', 'aws-us-gov'].includes(partition)) {
      context.addIssue(`${name} belongs to the partition ${partition}, which does not offer SES: no mail could be sent`)
    } else if (!SES_REGIONS.includes(name)) {
      context.addIssue(`${name} is not known to offer SES; if it does by now, add it to SES_REGIONS in stage.ts`)
    }
  })

const account = z.string().regex(/^\d{12}$/, 'must be the 12 digits of an AWS account')
const source = z.string().regex(/^airline\.[\w.-]+$/, 'must be a source such as airline.ops')

const ROLE_NAME = /^[\w+=,.@-]{1,64}$/
const right = z.enum(Object.keys(RIGHTS) as [Right, ...Right[]])

/** Roles of IAM Identity Center: their sessions carry the user's name. */
const IDENTITY_CENTER = 'AWSReservedSSO_'
/** A function's whole environment may have 4 KB. */
const PEOPLE_BYTES_AT_MOST = 2_400
const GROUPS_BYTES_AT_MOST = 600

/** Which callers of the operators' API are people, and the rights of their roles: docs/operations/rights.md. */
const people = z
  .strictObject({
    roles: z
      .record(z.string(), z.array(right).min(1))
      .refine((roles) => Object.keys(roles).every((name) => ROLE_NAME.test(name)), {
        error: 'must go by the names of roles, without their paths',
      })
      .default({}),
    users: z.boolean().default(false),
  })
  .refine(({ roles, users }) => !users || !Object.keys(roles).some((role) => role.startsWith(IDENTITY_CENTER)), {
    error: 'has IAM users and roles of IAM Identity Center: somebody with a name in each would be two people',
  })
  .refine((all) => JSON.stringify(all).length <= PEOPLE_BYTES_AT_MOST, { error: 'names too many roles' })

const GROUP = /^[\w+=.@-]{1,64}$/

const consoleGroups = z
  .record(z.string(), z.array(right).min(1))
  .refine((groups) => Object.keys(groups).every((group) => GROUP.test(group)), {
    error: 'must go by names of groups without spaces: a token tells them as one text',
  })
  .refine((groups) => Object.keys(groups).length > 0, { error: 'must name a group at least: nobody could sign in' })

/** Who signs in to the console, and with which issuer: docs/operations/console.md. */
const consoleSettings = z
  .strictObject({
    /** The rights of each group. */
    groups: consoleGroups,
    /** Its domain, if not CloudFront's own. The certificate must be in us-east-1. */
    domain: z
      .strictObject({
        name: domain,
        certificateArn: z.string().startsWith('arn:aws:acm:us-east-1:', 'must be of us-east-1'),
      })
      .optional(),
    /** For Wingback's own user pool: the first part of the sign-in address, unique in all of AWS. */
    signInDomain: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'must be letters, digits and hyphens')
      .optional(),
    /** The airline's own OpenID Connect issuer, its client for the console, and the scope to request. */
    issuer: z.url({ protocol: /^https$/, error: 'must be the https address of an issuer' }).optional(),
    clientId: z.string().min(1).max(200).optional(),
    scope: z.string().regex(/^\S+$/, 'must be one scope').optional(),
    /** The claims with a person's name and groups; by default Cognito's. */
    nameClaim: z.string().default('username'),
    groupsClaim: z.string().default('cognito:groups'),
  })
  .refine(({ issuer, clientId, scope }) => issuer === undefined || (clientId !== undefined && scope !== undefined), {
    error: 'has an issuer: name its clientId and a scope as well',
  })
  .refine((all) => JSON.stringify(all.groups).length <= GROUPS_BYTES_AT_MOST, { error: 'names too many groups' })
  .refine(({ issuer, signInDomain }) => (issuer === undefined) !== (signInDomain === undefined), {
    error: 'needs one of signInDomain (a pool of Cognito) and issuer (your own)',
  })

/** A function's whole environment may be 4 KB. */
const CERTIFICATES_BYTES_AT_MOST = 2_000

const senders = z.strictObject({
  domain,
  certificateArn: z.string().startsWith('arn:'),
  /** The certificates that other systems' certificates are signed by, one after the other in a PEM file. */
  truststore: z
    .string()
    .regex(/^s3:\/\/[a-z0-9.-]{3,63}\/\S+$/, 'must be a file in S3 such as s3://bucket/senders.pem'),
  /** By connector: the subjects of certificates that may send it messages. */
  certificates: z
    .record(
      z.string().regex(/^[a-z0-9-]{1,64}$/),
      z.array(z.string().regex(/=/, 'must be a subject such as CN=ops')).min(1),
    )
    .refine((all) => JSON.stringify(all).length <= CERTIFICATES_BYTES_AT_MOST, {
      error: 'names too many certificates',
    }),
})

const stageSchema = z.strictObject({
  /** The stage's name in settings and logs. Resources do not contain it: one stage per account and region. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be up to 20 lower-case letters, digits or -'),
  /** Deploying with credentials of another account is refused. */
  account,
  region,
  /** The verified SES identity that emails are sent from: a domain or one address. */
  mailIdentity: z.union([domain, email], 'must be a domain or an e-mail address verified in SES'),
  /** Who is notified of alarms. Without it the topic has no subscriber. */
  alarmEmail: email.optional(),
  /** The domain of links in emails. Without it they use the API's own address. */
  links: z.strictObject({ domain, certificateArn: z.string().startsWith('arn:') }).optional(),
  /** A domain on which other systems show certificates of their own (mTLS) instead of signing: docs/connect/README.md. */
  senders: senders.optional(),
  /** Other accounts that may send messages of other systems to the inbox, in the name of any connector. */
  inbox: z.array(account).max(20).default([]),
  /** Other accounts that may put events on the bus, and with which sources. */
  producers: z
    .record(z.string(), z.array(source).min(1))
    .refine((all) => Object.keys(all).every((each) => account.safeParse(each).success), {
      error: 'must go by the 12 digits of AWS accounts',
    })
    .default({}),
  /** How many members are in the nightly sample with which drafts are rehearsed. 0: there is none. */
  sampleMembers: z.int().min(0).max(5000).default(2000),
  /** Without it there is no console in AWS. */
  console: consoleSettings.optional(),
  /** Without it nobody can make changes: the API only answers reads. */
  people: people.default({ roles: {}, users: false }),
})

export type Stage = z.output<typeof stageSchema>

/** Checks a stage's settings. Throws one error that lists all problems. */
export function stageOf(settings: Record<string, unknown>): Stage {
  const result = stageSchema.safeParse(settings)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'settings'}: ${issue.message}`)
  throw new Error(`The stage "${settings.name}" cannot be deployed:\n${faults.join('\n')}`)
}

/** Reads `stages/<name>.json`. Throws if it is missing, not JSON or not valid. */
export function readStage(name: string): Stage {
  const file = new URL(`stages/${name}.json`, import.meta.url)
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
    throw new Error(`There is no stage "${name}": infra/aws/stages holds one file a stage, such as example.json`)
  }
  return stageOf({ ...JSON.parse(readFileSync(file, 'utf8')), name })
}
