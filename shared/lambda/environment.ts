import * as z from 'zod'
import { deadLetterOf, type QueueName, queues, queueVariable } from '../pipeline.ts'

/**
 * The environment, read and checked once at a function's start. A missing variable is named at once. `ENDPOINT_*` and
 * `LOCAL_*` exist only in the local run, where other parts stand in for AWS.
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
  PAGES_BASE_URL: z.url().optional(),
  PEOPLE: z.string().optional(),
  RAW_BUCKET: z.string().optional(),
  /** Both empty where there is no console, and so nothing that shows pictures. */
  PICTURES_BUCKET: z.string().optional(),
  PICTURES_BASE_URL: z.string().optional(),
  AIRLINE_BUS_NAME: z.string().optional(),
  CONNECTOR_KEYS_PARAMETER: z.string().optional(),
  SENDER_CERTIFICATES: z.string().optional(),
  SAMPLE_MEMBERS: z.coerce.number().int().min(0).optional(),
  HELP_DESK_PARAMETER: z.string().optional(),
  LOCAL_ACCESS_KEY_ID: z.string().optional(),
  ENDPOINT_DYNAMODB: z.url().optional(),
  ENDPOINT_SQS: z.url().optional(),
  ENDPOINT_EVENTS: z.url().optional(),
  ENDPOINT_MAIL: z.url().optional(),
  ENDPOINT_STORE: z.url().optional(),
})

export type Environment = z.output<typeof environment>

let read: Environment | undefined

export function env(): Environment {
  read ??= environment.parse(process.env)
  return read
}

/** A variable that this function requires. */
export function required<K extends keyof Environment>(name: K): NonNullable<Environment[K]> {
  const value = env()[name]
  if (value === undefined) throw new Error(`the environment lacks ${name}`)
  return value as NonNullable<Environment[K]>
}

/** The queues this function may use, and their dead-letter queues. */
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
