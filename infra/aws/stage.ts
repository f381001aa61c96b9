import { existsSync, readFileSync } from 'node:fs'
import { RegionInfo } from 'aws-cdk-lib/region-info'
import * as z from 'zod'
import { RIGHTS, type Right } from '../../shared/app/api/rights.ts'

/**
 * Regions in which SES sends mail, as the AWS General Reference lists its endpoints (November 2026).
 * A region opened since then is added here.
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

/** Roles of IAM Identity Center: their sessions have the names of its users. */
const IDENTITY_CENTER = 'AWSReservedSSO_'
/** A function's whole environment may be 4 KB. */
const PEOPLE_BYTES_AT_MOST = 3_000

/** Which callers of the operators' API are people, and what their roles are for: docs/operations/rights.md. */
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

const stageSchema = z.strictObject({
  /** What the stage is called in settings and logs. Resources carry no stage name: one stage an account and region. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be up to 20 lower-case letters, digits or -'),
  /** Deploying with credentials of another account is refused. */
  account,
  region,
  /** The verified SES identity that mails are sent from: a domain or one address. */
  mailIdentity: z.union([domain, email], 'must be a domain or an e-mail address verified in SES'),
  /** Who is told of alarms. Without it the topic has no subscriber. */
  alarmEmail: email.optional(),
  /** The domain of the links in mails. Without it they carry the API's own address. */
  links: z.strictObject({ domain, certificateArn: z.string().startsWith('arn:') }).optional(),
  /** Other accounts that may put events on the bus, and with which sources. */
  producers: z
    .record(z.string(), z.array(source).min(1))
    .refine((all) => Object.keys(all).every((each) => account.safeParse(each).success), {
      error: 'must go by the 12 digits of AWS accounts',
    })
    .default({}),
  /** Without it nobody can decide anything: the API answers what may be read. */
  people: people.default({ roles: {}, users: false }),
})

export type Stage = z.output<typeof stageSchema>

/** Checks a stage's settings. Throws one error that names everything that is wrong. */
export function stageOf(settings: Record<string, unknown>): Stage {
  const result = stageSchema.safeParse(settings)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'settings'}: ${issue.message}`)
  throw new Error(`The stage "${settings.name}" cannot be deployed:\n${faults.join('\n')}`)
}

/** Reads `stages/<name>.json`. Throws where it is missing, not JSON or not valid. */
export function readStage(name: string): Stage {
  const file = new URL(`stages/${name}.json`, import.meta.url)
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
    throw new Error(`There is no stage "${name}": infra/aws/stages holds one file a stage, such as example.json`)
  }
  return stageOf({ ...JSON.parse(readFileSync(file, 'utf8')), name })
}
