import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SQSClient } from '@aws-sdk/client-sqs'

/** The one place that makes AWS clients. A function imports only the ones it uses, so that its bundle stays small. */
export interface ClientSettings {
  /** In AWS the function's own; undefined: from the environment. */
  region?: string
  /** Only where it is not AWS that answers: the local run. */
  endpoint?: string | undefined
  credentials?: { accessKeyId: string; secretAccessKey: string }
}

const CONNECT_MS = 2_000
const REQUEST_MS = 5_000
/** Longer than the others: a mail whose fate is unknown costs a person's attention. */
const MAIL_REQUEST_MS = 10_000
const SOCKETS = 128

export function createDynamoClient(settings: ClientSettings = {}): DynamoDBClient {
  return lean(new DynamoDBClient({ ...common(settings, REQUEST_MS), maxAttempts: 5 }))
}

/** Without MD5 sums of messages: TLS guards what is on the wire already. */
export function createSqsClient(settings: ClientSettings = {}): SQSClient {
  return lean(new SQSClient({ ...common(settings, REQUEST_MS), maxAttempts: 4, md5: false }))
}

export function createEventBridgeClient(settings: ClientSettings = {}): EventBridgeClient {
  return lean(new EventBridgeClient({ ...common(settings, REQUEST_MS), maxAttempts: 4 }))
}

/** Without the SDK's own retries: SES has no idempotency token, so a second try could be a second mail. */
export function createSesClient(settings: ClientSettings = {}): SESv2Client {
  return lean(new SESv2Client({ ...common(settings, MAIL_REQUEST_MS), maxAttempts: 1 }))
}

export function createSecretsClient(settings: ClientSettings = {}): SecretsManagerClient {
  return lean(new SecretsManagerClient({ ...common(settings, REQUEST_MS), maxAttempts: 4 }))
}

function common({ region, endpoint, credentials }: ClientSettings, requestTimeout: number) {
  return {
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: SOCKETS },
    },
  }
}

/**
 * Drops what every call pays for and nobody reads: the logger's step, which walks every request and answer to redact
 * them for a logger that is not there, and the naming of the client in a header.
 */
function lean<C extends { middlewareStack: { remove(name: string): boolean } }>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware')
  client.middlewareStack.remove('getUserAgentMiddleware')
  return client
}
