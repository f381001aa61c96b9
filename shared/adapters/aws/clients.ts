import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SQSClient } from '@aws-sdk/client-sqs'

/** The one place that creates AWS clients. A function imports only those it uses, so that its bundle stays small. */
export interface ClientSettings {
  /** Undefined: taken from the environment, as in AWS. */
  region?: string
  /** Only for the local run, where something else answers. */
  endpoint?: string | undefined
  credentials?: { accessKeyId: string; secretAccessKey: string }
}

const CONNECT_MS = 2_000
const REQUEST_MS = 5_000
/** Longer than the others: an email whose fate is unknown needs a person, and an object may have megabytes. */
const LONG_REQUEST_MS = 10_000
const SOCKETS = 128

export function createDynamoClient(settings: ClientSettings = {}): DynamoDBClient {
  return lean(new DynamoDBClient({ ...common(settings, REQUEST_MS), maxAttempts: 5 }))
}

/** Without MD5 sums of messages: TLS already protects them on the wire. */
export function createSqsClient(settings: ClientSettings = {}): SQSClient {
  return lean(new SQSClient({ ...common(settings, REQUEST_MS), maxAttempts: 4, md5: false }))
}

export function createEventBridgeClient(settings: ClientSettings = {}): EventBridgeClient {
  return lean(new EventBridgeClient({ ...common(settings, REQUEST_MS), maxAttempts: 4 }))
}

/** Without the SDK's own retries: SES has no idempotency token, so a second attempt could be a second email. */
export function createSesClient(settings: ClientSettings = {}): SESv2Client {
  return lean(new SESv2Client({ ...common(settings, LONG_REQUEST_MS), maxAttempts: 1 }))
}

/** Checksums only where S3 requires them: TLS already protects objects on the wire. */
export function createS3Client(settings: ClientSettings = {}): S3Client {
  return lean(
    new S3Client({
      ...common(settings, LONG_REQUEST_MS),
      maxAttempts: 4,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // On one machine a bucket is a path, not a host.
      forcePathStyle: settings.endpoint !== undefined,
    }),
  )
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
 * Removes what every call pays for and nobody uses: the logger's middleware, which walks each request and answer to redact
 * them for a logger that is not there, and the header that names the client.
 */
function lean<C extends { middlewareStack: { remove(name: string): boolean } }>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware')
  client.middlewareStack.remove('getUserAgentMiddleware')
  return client
}
