import * as z from 'zod'
import { deadLetterOf, type QueueName, queues, queueVariable } from '../pipeline.ts'

/**
 * The environment, read once at a function's start and checked: what is missing is said by name, at the start.
 * `ENDPOINT_*` and `LOCAL_*` are only there in the local run, where other parts stand in for AWS.
 */
const environment = z.object({
  AWS_REGION: z.string().default('us-east-1'),
  TABLE_NAME: z.string().optional(),
  BUS_NAME: z.string().optional(),
  CONFIGURATION_SET: z.string().optional(),
  SENT_WAITS_SECONDS: z.coerce.number().int().min(0).max(900).optional(),
  MAIL_IDENTITY: z.string().optional(),
  LINK_KEY_PARAMETER: z.string().optional(),
  HASH_KEY_PARAMETER: z.string().optional(),
  LINK_BASE_URL: z.url().optional(),
  PEOPLE: z.string().optional(),
  LOCAL_ACCESS_KEY_ID: z.string().optional(),
  ENDPOINT_DYNAMODB: z.url().optional(),
  ENDPOINT_SQS: z.url().optional(),
  ENDPOINT_EVENTS: z.url().optional(),
  ENDPOINT_MAIL: z.url().optional(),
})

export type Environment = z.output<typeof environment>

let read: Environment | undefined

export function env(): Environment {
  read ??= environment.parse(process.env)
  return read
}

/** A variable that this function cannot do without. */
export function required<K extends keyof Environment>(name: K): NonNullable<Environment[K]> {
  const value = env()[name]
  if (value === undefined) throw new Error(`the environment lacks ${name}`)
  return value as NonNullable<Environment[K]>
}

/** The queues this function was told of, and the dead-letter queues that belong to them. */
export function queueUrls(): {
  urls: Partial<Record<QueueName, string>>
  deadLetterUrls: Partial<Record<QueueName, string>>
} {
  const named = (Object.keys(queues) as QueueName[]).flatMap((name) => {
    const url = process.env[queueVariable(name)]
    return url ? [[name, url] as const] : []
  })
  return {
    urls: Object.fromEntries(named),
    deadLetterUrls: Object.fromEntries(named.map(([name, url]) => [name, deadLetterOf(url)])),
  }
}
