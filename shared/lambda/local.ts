import type { ClientSettings } from '../adapters/aws/clients.ts'
import { env, required } from './environment.ts'

/** Where a local stand-in for AWS listens. Undefined in AWS, where clients find everything by themselves. */
export function local(endpoint: string | undefined): ClientSettings | undefined {
  return endpoint
    ? {
        endpoint,
        region: env().AWS_REGION,
        credentials: { accessKeyId: required('LOCAL_ACCESS_KEY_ID'), secretAccessKey: 'local' },
      }
    : undefined
}
